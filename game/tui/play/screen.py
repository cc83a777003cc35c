"""One play on one screen: what happened, the draft, the choices, the map."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.coach.chronicle import told
from game.coach.forecast import forecast
from game.coach.host_forecast import host_forecast
from game.coach.leaves import after_the_talks
from game.coach.papers import first_draft
from game.coach.standing import looks, when
from game.coach.words_for import sentence
from game.errors import AmurError
from game.session import Session
from game.state import CLAIMANT, Decision, Phase, State, Turn
from game.tui.map.widget import MapCanvas
from game.tui.play.board import board, chart_of, claimed
from game.tui.play.ledger import Ledger
from game.tui.play.options import Offer, arguments, offers
from game.tui.screens.reading import Reading
from game.tui.texts import plain, said
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose, paragraphs

MUTED = "$text-muted"


class PlayScreen(Screen[None]):
    """Shows what the seat may see, and sends what it decides."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
    BINDINGS = [
        Binding("d", "draft", "Draft"),
        Binding("p", "carry", "Paper along"),
        Binding("b", "bare", "Bare act", show=False),
        Binding("a", "take('accept')", "Accept"),
        Binding("g", "take('go-home')", "Go home", show=False),
        Binding("f", "forecast", "Forecast"),
        Binding("u", "undo", "Undo"),
        Binding("c", "codex", "Codex"),
        Binding("question_mark,f1", "rules", "Rules", key_display="?"),
        Binding("escape", "back", "Back", show=False),
        Binding("ctrl+q", "app.quit", "Quit"),
        *(Binding(str(n), f"number({n})", show=False) for n in range(1, 10)),
    ]
    DEFAULT_CSS = """
    PlayScreen #head { height: auto; max-height: 2; padding: 0 1; color: $text-muted; }
    PlayScreen #body { height: 1fr; }
    PlayScreen #left { width: 1fr; }
    PlayScreen #happened { height: 1fr; }
    PlayScreen #draft { height: auto; max-height: 60%; }
    PlayScreen #right { width: 44; }
    PlayScreen.-narrow #right { width: 34; }
    PlayScreen #choices { height: 1fr; }
    PlayScreen #choices OptionList, PlayScreen #choices OptionList:focus {
        height: 1fr; border: none; padding: 0;
    }
    PlayScreen #help { height: auto; color: $text-muted; padding: 1 0 0 0; }
    PlayScreen #land { display: none; }
    PlayScreen.-wide #right { width: 76; }
    PlayScreen.-wide #land { display: block; height: 45%; }
    PlayScreen.-over #draft, PlayScreen.-over #choices { display: none; }
    """

    def __init__(self, session: Session, mode: str) -> None:
        super().__init__()
        self.session = session
        self.rules = session.rules
        self.mode = mode
        self.seat = self.rules.table.seats.index(session.seat)
        self.carries = True
        self._offers: list[Offer] = []
        self._story: list[Content] = []
        self._chart = chart_of(self.rules.scenario.id)
        self._draft = first_draft(self.rules, self.seat, session.view().state)

    def compose(self) -> ComposeResult:
        """Yield the panes."""
        yield Static(id="head")
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Panel(Prose(id="story"), title="What happened", id="happened")
                yield Panel(Ledger(self.rules, self._draft), title="The draft", id="draft")
            with Vertical(id="right"):
                yield board(self.rules.scenario.id, id="land")
                yield Panel(OptionList(), Static(id="help"), title="Your choices", id="choices")
        yield Footer()

    def on_mount(self) -> None:
        """Tell what stands so far, and ask."""
        before = self.rules.opening(self.session.record.heading.seed)
        self._tell(before, list(self.session.story()))
        self._ask()

    @on(OptionList.OptionHighlighted)
    def show_help(self, event: OptionList.OptionHighlighted) -> None:
        """Say below the list what the line under the cursor does."""
        offer = self._offers[event.option_index]
        self.query_one("#help", Static).update(plain(offer.help))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Choose a line: an act with arguments asks for them, else it is decided."""
        offer = self._offers[event.option_index]
        if len(offer.heads) > 1:
            self._list(list(arguments(self.rules, offer.heads)), "About what?")
        elif offer.heads:
            head = offer.heads[0]
            along = bool(head.spaces) and (self.carries or not head.bare)
            self._decide(head.with_paper(self._draft if along else None))

    @on(Ledger.Changed)
    def draft_changed(self) -> None:
        """Follow the draft: the map answers the clause under the cursor."""
        ledger = self.query_one(Ledger)
        self.carries |= self._draft != ledger.draft
        self._draft = ledger.draft
        self._show_carrying()
        self._show_land()

    def _show_land(self) -> None:
        """Show what the draft would make of the map, the clause under the cursor lit."""
        issue = self.query_one(Ledger).issue
        state = claimed(self.rules, self._chart, self._draft, issue)
        self.query_one("#land", MapCanvas).show_state(state)

    def action_draft(self) -> None:
        """Go to the draft, or from it back to the choices."""
        ledger = self.query_one(Ledger)
        (self.query_one(OptionList) if ledger.has_focus else ledger).focus()

    def action_number(self, number: int) -> None:
        """Choose a line by its number."""
        options = self.query_one(OptionList)
        if number <= len(self._offers) and self._offers[number - 1].is_open:
            options.highlighted = number - 1
            options.action_select()

    def action_carry(self) -> None:
        """Let the draft go along with the next act, or not."""
        self.carries = not self.carries
        self._show_carrying()

    def action_bare(self) -> None:
        """Choose the line under the cursor without the paper, where it can be done so."""
        options = self.query_one(OptionList)
        at = options.highlighted
        if at is not None and self._offers[at].heads and self._offers[at].heads[0].bare:
            self.carries = False
            self._show_carrying()
            options.action_select()

    def action_take(self, verb: str) -> None:
        """Decide what needs no words: take the other's word, or go home."""
        self._decide(Decision(verb))

    def action_back(self) -> None:
        """Go back from an act's arguments to the acts; a scene or the end has none."""
        if not self.session.is_over and self.session.view().state.phase != Phase.SCENE:
            self._ask()

    def action_undo(self) -> None:
        """Take back the last decision; the line is kept."""
        if self.session.undo():
            self._story = [said(("You go back to the decision before.", MUTED))]
            self._draft = first_draft(self.rules, self.seat, self.session.view().state)
            self._ask()

    def action_forecast(self) -> None:
        """Ask what to expect of the draft; once a sitting."""
        view = self.session.view()
        if view.state.phase not in (Phase.SITTING, Phase.REPLY) or self.session.is_over:
            return
        if self._decide(Decision("forecast", "", (), self._draft)):
            seen = view if self.seat == CLAIMANT else self.session.view()
            if self.seat == CLAIMANT:
                foreseen = forecast(self.rules, seen, self._draft)
                parts = (foreseen.sentence, foreseen.court, foreseen.home)
            else:
                word = host_forecast(self.rules, seen, self._draft)
                parts = (word.sentence, word.court, "")
            self._story += [said((part, "$accent")) for part in parts if part]
            self._show_story()

    def action_codex(self) -> None:
        """Open the codex."""
        pages = self.rules.scenario.codex.values()
        parts: list[Content] = []
        for page in pages:
            parts += [said((page.title, "bold $accent")), *paragraphs(page.text)]
        self.app.push_screen(Reading("Codex", *parts))

    def action_rules(self) -> None:
        """Open the page of rules."""
        page = self.rules.scenario.codex.get("rules")
        if page is not None:
            self.app.push_screen(Reading(page.title, *paragraphs(page.text)))

    def _decide(self, decision: Decision) -> bool:
        """Decide, tell what came of it, and ask again; a refusal costs nothing."""
        before = self.session.state
        try:
            turns = self.session.decide(decision)
        except AmurError as error:
            self.query_one("#help", Static).update(said((sentence(str(error)), "$warning")))
            return False
        self._tell(before, turns)
        if decision.paper is not None and decision.verb != "forecast":
            self.carries = False
        self._ask()
        return True

    def _tell(self, before: State, turns: list[Turn]) -> None:
        self._story = []
        for turn in turns:
            for line in told(self.rules, before, turn, self.seat, self.mode):
                style = MUTED if line.kind == "cause" else ""
                self._story.append(plain(line.text, style=style))
            before = turn.state

    def _ask(self) -> None:
        """Show the moment and what can be chosen in it."""
        state = self.session.view().state
        head = f"{when(self.rules, max(1, state.sitting))}   "
        self.query_one("#head", Static).update(
            said((head, "bold"), looks(self.rules, self.seat, state, self.mode))
        )
        if self.session.is_over:
            self._show_end()
            return
        self.remove_class("-over")
        if state.phase == Phase.SCENE:
            event = self.rules.scenario.events[self.rules.scenes.all[state.scene].id]
            self._story += [
                said((event.title, "bold $accent"), (f"  {event.place}", MUTED)),
                *paragraphs(event.text),
            ]
        if state.paper is None or self._draft is None:
            self._draft = self._draft or first_draft(self.rules, self.seat, state)
        self.query_one(Ledger).show(state, self._draft)
        self._show_land()
        found = list(offers(self.rules, self.session.legal(), state, self.mode))
        self._list(found, "Your choices")
        self._show_carrying()
        self._show_story()

    def _list(self, found: list[Offer], title: str) -> None:
        self._offers = found
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(offer.text, disabled=not offer.is_open) for offer in found)
        self.query_one("#choices", Panel).show_title(title)
        options.highlighted = next((i for i, o in enumerate(found) if o.is_open), None)
        options.focus()

    def _show_carrying(self) -> None:
        along = "goes along with the act" if self.carries else "stays in the sleeve (p)"
        self.query_one("#draft", Panel).show_state(f"d: change it; {along}")

    def _show_story(self) -> None:
        self.query_one("#story", Prose).show(*self._story)

    def _show_end(self) -> None:
        """Show the pages after the talks."""
        self.add_class("-over")
        parts = list(self._story)
        for leaf in after_the_talks(self.rules, self.session.state, self.seat):
            parts.append(said((leaf.heading, "bold $accent")))
            parts += [plain(paragraph) for paragraph in leaf.paragraphs]
        parts.append(said(("u: take back the last decision; ctrl+q: leave.", MUTED)))
        self._story = parts
        self._show_story()
        self.query_one("#story", Prose).focus()

"""What can be chosen now, as lines of a list; each stands for heads of the legal decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content

from game.coach.closed import why_closed
from game.coach.foreseen import foreseen
from game.coach.menu import Entry, about, asked_of_the_called, entries, place, question
from game.coach.persons import Person, opposite
from game.coach.spent import marked, spent
from game.coach.standing import lies_open
from game.coach.words_for import issue_label
from game.rules import Rules, terms
from game.rules.legal import Head, Legal
from game.state import HOST, Decision, Phase, State
from game.tui.play.closed import SET_IN, Closed, together
from game.tui.play.linekeys import key_shown
from game.tui.texts import lines, said
from game.tui.widgets.hung import KEY, Hung

MUTED = "$text-muted"
CALLS = ": that calls {other.his} last word"
ONLY_THIS = (
    "{other.He} laid it as {other.his} last word. To refuse it is to call that; no other answer"
    " does."
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the list, the heads behind it and what is said of it below."""

    text: Content
    heads: tuple[Head, ...]
    help: str = ""
    name: str = ""
    """The id of the act, of the choice, or of the decision without arguments."""
    refused: str = ""
    """Why it may not be chosen now."""
    numbers: tuple[int, ...] = ()
    """What chooses it; of several things that are closed for one reason, what would choose each."""

    @property
    def is_open(self) -> bool:
        """Return whether it may be chosen now."""
        return bool(self.heads)


def rows_of(offers: Iterable[Offer], width: int) -> int:
    """Return the rows that lines take in so many cells."""
    return sum(Hung(offer.text, KEY).rows(width) for offer in offers)


def offers(rules: Rules, legal: Legal, state: State, mode: str) -> Iterator[Offer]:
    """Yield what the seat to move may choose, what it may not choose with the reason."""
    match state.phase:
        case Phase.SCENE:
            yield from _choices(rules, legal, state, mode)
        case Phase.OVER:
            return
        case _:
            found = list(marked(rules, state, entries(rules, legal, state.seat)))
            under_last_word = state.seat == HOST and state.wager == terms.LAST_WORD
            other = opposite(rules, state.seat)
            lying = lies_open(rules, state.seat, state)
            if lying:
                found = [one._replace(help=f"{one.help} {lying}".strip()) for one in found]
            yield from _acts((_calling(one, other) for one in found) if under_last_word else found)


def _calling(entry: Entry, other: Person) -> Entry:
    """Return an answer to a last word: of a refusal it is said that it calls that."""
    if not entry.heads or entry.heads[0].verb != "refuse":
        return entry
    label = f"{entry.label}{CALLS.format(other=other)}"
    return entry._replace(label=label, help=ONLY_THIS.format(other=other))


def _acts(entries: Iterable[Entry]) -> Iterator[Offer]:
    """Yield what may be done, and below it why the rest may not."""
    refused = []
    for entry in entries:
        if not entry.heads:
            refused.append((entry.label, entry.refused, entry.number))
            continue
        name = entry.heads[0].name or entry.heads[0].verb
        yield _open(entry.key, said(entry.label), entry.heads, name, entry.help)
    yield from _closed(refused)


def _choices(rules: Rules, legal: Legal, state: State, mode: str) -> Iterator[Offer]:
    """Yield the choices of the scene, each with what it would visibly change."""
    event = rules.scenario.events[rules.scenes.all[state.scene].id]
    open_now = []
    for number, head in enumerate(legal.heads, 1):
        id = head.about[0]
        open_now.append(id)
        choice = event.choices[id]
        seen = foreseen(rules.scenario, event, choice, mode, state)
        text = lines(choice.say, (f"{SET_IN}{seen}", MUTED)) if seen else said(choice.say)
        yield _open(str(number), text, (head,), id)
    for id, choice in event.choices.items():
        why = "" if id in open_now else why_closed(rules, state, choice)
        if why:
            closed = Closed((choice.say,), why, "not open")
            yield Offer(closed.text, (), refused=closed.why)


def title_of(rules: Rules, state: State) -> str:
    """Return what is asked before what can be chosen."""
    match state.phase:
        case Phase.SCENE:
            return "Your choice"
        case Phase.CALLED:
            return asked_of_the_called(rules, state.seat)
        case _:
            return "Your acts"


def arguments(
    rules: Rules, legal: Legal, state: State, offer: Offer, decided: Callable[[Head], Decision]
) -> Iterator[Offer]:
    """Yield what the act behind an offer may be about; of two issues, one after the other.

    `decided` joins a head to the paper in hand that goes along with it. Of what could move nothing
    more it is said beneath it.
    """
    heads = offer.heads
    if len(heads[0].about) > 1:
        yield from _issues(rules, heads, _first_issue(rules, offer))
        return
    for head in heads:
        along = decided(head).paper
        text, remark = said(about(rules, head, along)), spent(rules, state, head, (along,))
        if remark:
            text = lines(text, (f"{SET_IN}{remark}", MUTED))
        yield _open(str(place(rules, head)), text, (head,), head.about[0])
    open_now = {head.about for head in heads}
    yield from _closed(
        (about(rules, head), reason, place(rules, head))
        for head, reason in legal.refused
        if head.name == heads[0].name and head.about and head.about not in open_now
    )


def asks_more(offer: Offer) -> bool:
    """Return whether an act is asked for its arguments; even the last that is left is chosen."""
    first = offer.heads[0]
    return len(offer.heads) > 1 or (bool(first.about) and offer.name == first.name)


def asked(rules: Rules, offer: Offer, seat: int) -> str:
    """Return what is asked before the arguments of an act."""
    return "Or which?" if _first_issue(rules, offer) else question(rules, offer.heads[0], seat)


def _first_issue(rules: Rules, offer: Offer) -> str:
    """Return the first of two issues, where that was what was chosen."""
    return offer.name if offer.name in rules.table.issues else ""


def _issues(rules: Rules, heads: tuple[Head, ...], first: str) -> Iterator[Offer]:
    """Yield the issues that heads are about, besides the first that is settled already."""
    for number, issue in enumerate(rules.table.issues, 1):
        with_it = tuple(head for head in heads if issue in head.about)
        if with_it and issue != first:
            label = issue_label(rules.scenario, rules.table.issue(issue))
            yield _open(str(number), said(label), with_it, issue)


def _open(key: str, text: Content, heads: tuple[Head, ...], name: str, help: str = "") -> Offer:
    line = said((f"{key_shown(key)} ", "$accent"), text)
    return Offer(line, heads, help, name, numbers=(int(key),) if key.isdecimal() else ())


def _closed(refused: Iterable[tuple[str, str, int]]) -> Iterator[Offer]:
    """Yield what may not be chosen, given as label, reason and number."""
    found = list(refused)
    for closed in together((label, why) for label, why, _ in found):
        numbers = tuple(number for label, _, number in found if label in closed.labels)
        yield Offer(closed.text, (), refused=closed.why, numbers=numbers)

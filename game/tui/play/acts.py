"""The acts: a list to choose from, and below it what the line under the cursor does."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.tui.play.act_lines import Lines
from game.tui.play.doubled import OPENING, SCENE, Doubled, typing
from game.tui.play.helped import help_of
from game.tui.play.not_taken import ENTER, not_taken
from game.tui.play.options import Offer, rows_of
from game.tui.play.saying import Saying
from game.tui.texts import Part
from game.tui.widgets.hung import KEY, Hung

TO_READ = "Space: read on, then choose."
TO_CHOOSE = "Space: what you can choose."
"""Said where nothing is left to be read on."""
DOUBLED = "These lines have only just come; press it once more if it is meant for them."
ALL_READ = "That is all of it. Tab goes there, and ↑ back in it."
"""Said where Space brings nothing more to be read."""
NO_LINE = "No line has that key now."
A_SCENE, ANOTHER = "A scene", "Another scene"
"""What stands over lines that wait for a scene which came by itself."""


class Acts(Saying):
    """Shows offers, and tells which one was chosen or is looked at."""

    DEFAULT_CSS = """
    Acts OptionList, Acts OptionList:focus { height: 1fr; border: none; padding: 0; }
    Acts.-loose OptionList, Acts.-loose OptionList:focus { height: auto; }
    """

    class Chosen(Message):
        """A line was chosen."""

        def __init__(self, offer: Offer, *, by_enter: bool) -> None:
            super().__init__()
            self.offer = offer
            self.by_enter = by_enter

    class Looked(Message):
        """The cursor went to another line."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._offers: tuple[Offer, ...] = ()
        self._doubled = Doubled()
        self._was_shown = False
        self._is_waiting = False
        self._chosen: Offer | None = None
        self._chosen_by: int | None = None
        self._ahead: list[int] = []
        self._asks: Part = ""
        self._to_do = TO_READ
        """What is to be done before the lines come into view."""
        self._is_scene = self._follows_scene = False

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The lines of the list."""
        return self._offers

    def rows_of_lines(self, width: int) -> int:
        """Return the rows that all lines take in so many cells."""
        return rows_of(self._offers, width)

    def rows_wanted(self, width: int) -> int:
        """Return the rows of all lines and of the longest help, with a blank between."""
        helps = (help for help in map(help_of, self._offers) if help.plain)
        longest = max((1 + len(help.wrap(width)) for help in helps), default=0)
        return self.rows_of_lines(width) + longest

    @property
    def current(self) -> Offer | None:
        """The line under the cursor; `None` where nothing can be chosen, or is seen."""
        at = None if self.is_resting else self.query_one(OptionList).highlighted
        return None if at is None or at >= len(self._offers) else self._offers[at]

    @property
    def is_waiting(self) -> bool:
        """Whether something was decided and nothing has come of it yet: nothing can be then."""
        return self._is_waiting or self._chosen is not None

    def wait(self, text: Part) -> None:
        """Say what is awaited, and let nothing be chosen until another list has come."""
        self._is_waiting = True
        self.say(text)

    def resume(self) -> None:
        """Let the list be chosen from again: nothing came of what was awaited."""
        self._is_waiting = False

    @property
    def is_resting(self) -> bool:
        """Whether no line is in view, and none can be chosen, until something was read."""
        return self.has_class("-resting")

    def rest(self, *, is_all_seen: bool, is_unasked: bool = False) -> None:
        """Leave the room of the lines to what is to be read before them; it may be in view.

        What is to be read may be `is_unasked`: a scene that came by itself.
        """
        self.add_class("-resting")
        if is_unasked:
            self.show_title(ANOTHER if self._follows_scene else A_SCENE)
        self._to_do = TO_CHOOSE if is_all_seen else TO_READ
        self.show_help()
        self._say_more()

    def show_help(self) -> None:
        """Say what the line under the cursor does, or what is to be done before there is one."""
        if self.is_resting:
            self.say(self._to_do)
        else:
            super().show_help()

    def wake(self) -> None:
        """Show the lines; what was pressed before they were seen is not meant for them."""
        if self.is_resting:
            self.remove_class("-resting")
            self.show_title(self._asks)
            self.show_help()
            self._say_more()
            self.come_into_view()

    def come_into_view(self, *, opens: bool = False) -> None:
        """Take nothing pressed at once for lines hidden till now, by pages if it `opens` all."""
        self._see(self._doubled.press(None, is_news=True, takes=OPENING if opens else 1))

    def _see(self, brought: int) -> None:
        """Say once the lines are painted that they can be seen: panes are shared out after once."""
        self.call_after_refresh(self.call_after_refresh, self._doubled.see, brought)

    def answer(self, offer: Offer) -> bool:
        """Say that a line is done now; return whether it is still the one that was chosen."""
        is_chosen = offer is self._chosen
        if is_chosen:
            self._chosen = None
        return is_chosen

    def show(
        self,
        offers: Iterable[Offer],
        title: Part,
        *,
        is_news: bool = False,
        is_same: bool = False,
        is_scene: bool = False,
    ) -> None:
        """Show another list, the cursor on its first open line that has a number.

        It `is_news` where a decision brought it: what was typed before it was seen is dropped, and
        of a scene, before it can have been read. It `is_same` where the lines in view are only told
        for another room.
        """
        self._offers = tuple(offers)
        self.remove_class("-resting")
        if not is_same:
            self._follows_scene, self._is_scene = self._is_scene, is_scene
        self._asks = title
        self.show_title(title)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Hung(offer.text, KEY)) for offer in self._offers)
        numbered = sorted(range(len(self._offers)), key=lambda i: not self._offers[i].numbers)
        options.highlighted = next((i for i in numbered if self._offers[i].is_open), None)
        options.scroll_home(animate=False)
        dropped = tuple(self._ahead)
        self.show_help()
        if not is_same:
            takes = SCENE if is_scene else 1
            if not self._was_shown:
                is_news, takes = True, OPENING
            self._see(self._doubled.press(self._chosen_by, is_news=is_news, takes=takes))
        self._was_shown = True
        self._is_waiting, self._chosen, self._chosen_by = False, None, None
        self._ahead.clear()
        if is_news and dropped:
            self._refuse(*dropped)

    def ask(self, offers: Iterable[Offer], title: Part) -> None:
        """Show what the chosen act may be about; a number typed ahead is meant for that."""
        by, ahead = self._chosen_by, tuple(self._ahead)
        self.show(offers, title)
        if ahead and ahead[0] in (ENTER, by):
            self._refuse(*ahead)
        elif ahead:
            self.choose_number(ahead[0])
            self._ahead.extend(ahead[1:])

    @on(Lines.Moved)
    def _say_more(self) -> None:
        more = "".join(lines.out_of_sight for lines in self.query(Lines))
        self.show_state("" if self.is_resting else more)
        self._loosen()

    def focus_list(self) -> None:
        """Give the keys to the list."""
        self.query_one(OptionList).focus()

    def look_at(self, name: str) -> None:
        """Bring the cursor to the line of an act, where it is listed."""
        at = next((i for i, o in enumerate(self._offers) if o.is_open and o.name == name), None)
        if at is not None:
            self.query_one(OptionList).highlighted = at

    def look_at_number(self, number: int) -> bool:
        """Bring the cursor to the line with a number; return whether there is one in view."""
        at = self._numbered(number)
        if at is None or self.is_resting:
            return False
        self.query_one(OptionList).highlighted = at
        return True

    def _numbered(self, number: int) -> int | None:
        return next((i for i, o in enumerate(self._offers) if number in o.numbers), None)

    def choose_number(self, number: int) -> None:
        """Choose a line by its number; one that is typed too early may be meant for the next."""
        if self.is_waiting:
            self._ahead.append(number)
            return
        at = self._numbered(number)
        if at is not None:
            self._choose(at, by=number)
        elif self._offers[1:]:
            self.hint(f"{NO_LINE} {self._to_do}" if self.is_resting else NO_LINE)

    def choose_current(self) -> bool:
        """Choose the line under the cursor; return whether that was done."""
        at = self.query_one(OptionList).highlighted
        return at is not None and at < len(self._offers) and self._choose(at, by=ENTER)

    def is_meant(self, key: str) -> bool:
        """Return whether a key that is none of a line's was meant for what is in view now."""
        is_again = self._doubled.is_again(key)
        if is_again:
            self._refuse(key)
        return not is_again

    def _refuse(self, *typed: int | str) -> None:
        """Say what keys would have done that were not meant for the lines, or cannot be yet."""
        at = self.query_one(OptionList).highlighted
        current = None if at is None or at >= len(self._offers) else self._offers[at]
        what = self._to_do if self.is_resting else DOUBLED
        self.hint(f"{not_taken(self._offers, typed, current)} {what}")

    def _choose(self, at: int, by: int) -> bool:
        if self.is_resting or self._doubled.is_again(by):
            self._refuse(by)
            return False
        self._chosen, self._chosen_by = self._offers[at], by
        self._ahead.clear()
        self.query_one(OptionList).highlighted = at
        self.post_message(self.Chosen(self._offers[at], by_enter=by == ENTER))
        return True

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self.current is not self._said_of:
            self.show_help()
        if self.current is not None:
            self.post_message(self.Looked(self.current))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        options = self.query_one(OptionList)
        if self.is_waiting:
            self._ahead.append(ENTER)
        elif event.option in options.options:
            with typing(self.query_one(Lines).selected_at):
                self._choose(event.option_index, by=ENTER)
        else:  # it was pressed for a list that has gone
            self._refuse(ENTER)

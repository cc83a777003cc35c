"""The game on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from secrets import randbelow
from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Size

from game.errors import UsageError
from game.files.library import Library
from game.files.plays import KeptPlay, Seating, heading_for, resume_play, start_play
from game.files.records import read_record
from game.files.scenarios import read_scenario
from game.record import Heading
from game.rules import Rules
from game.scenario import Scenario
from game.tui.everywhere import Everywhere
from game.tui.screens.title import Title
from game.tui.settings import Value
from game.tui.widgets.size_guard import SizeGuard, is_too_small

if TYPE_CHECKING:
    from game.tui.play.screen import PlayScreen

FIRST_SCENARIO = "aigun-six-days"
SEEDS = 1_000_000


class AmurApp(Everywhere):
    """Opens on the title, or straight on a play."""

    TITLE = "The Amur Question"

    def __init__(
        self,
        rules: Rules,
        seating: Seating,
        library: Library,
        *,
        seat: str | None = None,
        seed: str | None = None,
        mode: str | None = None,
        record: Path | None = None,
    ) -> None:
        super().__init__()
        self.rules = rules
        self.seating = seating
        self.library = library
        self.seat, self.seed, self.record = seat, seed, record
        self.asked_mode = mode
        self.kept: KeptPlay | None = None

    def on_mount(self) -> None:
        """Show the title; with a chair or a record named, the play itself."""
        self.push_screen(Title(self.rules.scenario))
        if self.record is not None and self.record.exists():
            self._show(resume_play(self._rules_of, self.record, self.seating))
        elif self.seat is not None:
            self.begin(self.seat)
        self._guard(self.size)

    @property
    def mode(self) -> str:
        """What a new play is told in: what was asked for, else what is set."""
        return self.asked_mode or self.settings.mode

    def remember(self, changes: Mapping[str, Value]) -> None:
        """Keep changed settings in the player's library."""
        self.library.change_settings(changes)

    @property
    def scenario(self) -> Scenario:
        """The scenario at hand."""
        return self.rules.scenario

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything with a card while the window is too small to play in."""
        self._guard(event.size)

    def _guard(self, size: Size) -> None:
        covered = any(isinstance(screen, SizeGuard) for screen in self.screen_stack)
        # The first size is told before there is a title to cover.
        if is_too_small(size) and not covered and len(self.screen_stack) > 1:
            self.push_screen(SizeGuard())

    def begin(self, seat: str) -> None:
        """Begin a play in a chair, kept from its first decision."""
        seed = self.seed or str(1 + randbelow(SEEDS))
        heading = heading_for(self.rules, seed, seat, mode=self.mode)
        self._show(start_play(self.rules, heading, self.seating, self.record or self.library))

    def on_unmount(self) -> None:
        """Let go of the file; everything is in it already."""
        if self.kept is not None:
            self.kept.close()

    @on(Title.Chosen)
    def sit_down(self, event: Title.Chosen) -> None:
        """Take the chair that was chosen."""
        self.begin(event.seat)

    def on_play_screen_again(self, event: PlayScreen.Again) -> None:
        """Begin a new play where an old one has ended."""
        heading = heading_for(self.rules, event.seed, event.seat, mode=self.mode)
        self._show(start_play(self.rules, heading, self.seating, self.library))

    def _show(self, kept: KeptPlay) -> None:
        if self.kept is not None:
            self.kept.close()
        # Imported here: the title is on screen before the coach is needed.
        from game.tui.play.screen import PlayScreen

        self.kept = kept
        kept.session.advance()
        self.push_screen(PlayScreen(kept, self.mode))

    def _rules_of(self, heading: Heading) -> Rules:
        return self.rules


def run(
    seating: Seating,
    *,
    scenario: str | None = None,
    seat: str | None = None,
    seed: str | None = None,
    start: str | None = None,
    mode: str | None = None,
    record: str | None = None,
) -> None:
    """Open the game; what is not said is asked or drawn.

    Raises `ScenarioError`, `RecordError` or `UsageError` before the screen is taken.
    """
    library = Library.of_player()
    path = None if record is None else Path(record)
    if path is not None and path.exists():
        kept = read_record(path).record.heading
        if len(kept.played) > 1:
            raise UsageError(f"{path} is a play for two people; take it up with --plain")
        for what, asked, word in (
            ("seat", seat, kept.seat),
            ("seed", seed, kept.seed),
            ("start", start, kept.start),
        ):
            if asked is not None and asked != word:
                raise UsageError(
                    f"{path} is a play with {what} '{word}', not '{asked}'; "
                    f"leave out --{what}, or name another file"
                )
        scenario, start, mode = scenario or kept.scenario, kept.start, kept.mode
    read = read_scenario(scenario or FIRST_SCENARIO, library.scenarios_folder)
    if start is not None and start not in read.starts:
        known = ", ".join(read.starts) or "no other than the first"
        raise UsageError(f"{read.id} has no start '{start}'; there are {known}")
    if seat is not None and seat not in read.seats:
        raise UsageError(f"there is no seat '{seat}'; there are {', '.join(read.seats)}")
    AmurApp(
        Rules(read, start),
        seating,
        library,
        seat=seat,
        seed=seed,
        mode=mode,
        record=path,
    ).run()

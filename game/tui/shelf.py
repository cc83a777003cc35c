"""The shelf: scenarios and kept plays, read when they are asked for.

The rules and what checks an author's words take as long to import as the screen itself. Nothing
here imports them before something is to be played, so that the title is on screen first.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from game.errors import AmurError, ScenarioError
from game.files.begun_with import FIRST_SCENARIO, chair_of, new_seed, place_of, terms_of, title_of
from game.tui.settings import glanced, home
from game.tui.warming import import_play, import_tree

if TYPE_CHECKING:
    from game.files.catalogue import Catalogue
    from game.files.library import Library
    from game.files.plays import KeptPlay, Seating
    from game.files.summaries import Play
    from game.record import Heading
    from game.rules import Game
    from game.scenario.model import AnyScenario


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a play is to begin with, as far as it was said."""

    scenario: str | None = None
    """An id or a folder."""
    seat: str | None = None
    seed: str | None = None
    start: str | None = None
    mode: str | None = None
    record: Path | None = None
    """Where it is kept; `None` leaves that to the library."""
    shared: str | None = None
    """A code, or the file of a record, that it goes on from."""
    twists: tuple[str, ...] = ()
    """What is otherwise in the world of a campaign, by id."""
    watch: bool = False
    """Whether the play follows what is changed in the scenario's folder."""

    @property
    def terms(self) -> dict[str, str | None]:
        """What a play that is kept already must not contradict."""
        return {"seat": self.seat, "seed": self.seed, "start": self.start, "mode": self.mode}

    @property
    def names_scenario(self) -> bool:
        """Whether it was said what is to be played, by itself or by one of its starts."""
        return self.scenario is not None or self.start is not None


@dataclass(frozen=True, slots=True)
class Found:
    """A scenario that was found, or why it cannot be played."""

    name: str
    """The id of its folder, or a path to it, as `Shelf.scenario` takes it."""
    scenario: AnyScenario | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept play beside its scenario, which gives it names."""

    play: Play
    scenario: AnyScenario | None
    """`None` where it cannot be read, or the play cannot."""

    @property
    def path(self) -> Path:
        """The file it is kept in."""
        return self.play.path

    @property
    def title(self) -> str:
        """What is played; empty where the file cannot be read."""
        return "" if self.play.heading is None else title_of(self.play.heading, self.scenario)

    @property
    def chair(self) -> str:
        """Whose chair it is, by name."""
        return "" if self.play.heading is None else chair_of(self.play.heading, self.scenario)

    @property
    def terms(self) -> str:
        """The seed, the start and how it is told."""
        return "" if self.play.heading is None else terms_of(self.play.heading, self.scenario)

    @property
    def called(self) -> str:
        """Its own name, else what is played in it, else what its file is called."""
        return self.play.name or self.title or self.play.path.name


FROM_HISTORY = "From the documented line"
"""What a play is called that goes on from there."""


class Shelf:
    """What there is to play, and what was played."""

    def __init__(self, seating: Seating, folder: Path | None = None) -> None:
        """`seating` says who takes the chairs that people leave; `folder` is the player's."""
        self.seating = seating
        self.folder = folder or home()
        self._catalogue: Catalogue | None = None
        self._one_catalogue = Lock()

    @cached_property
    def library(self) -> Library:
        """The player's library."""
        from game.files.library import Library

        return Library(self.folder)

    @property
    def catalogue(self) -> Catalogue:
        """The plays in it at a glance; but one, however many threads ask for it at once."""
        from game.files.catalogue import Catalogue

        with self._one_catalogue:
            if self._catalogue is None:
                self._catalogue = Catalogue(self.library)
            return self._catalogue

    def warm(self, then: Callable[[], None], *, is_begun: bool) -> None:
        """Import in the background what beginning a play takes, `then` look at what is kept."""
        Thread(target=self._warm, args=(then, is_begun), daemon=True).start()

    def _warm(self, then: Callable[[], None], is_begun: bool) -> None:
        if not is_begun:
            import_play()
        import_tree()
        then()
        with suppress(OSError):  # whoever asks for the plays is told
            self.plays()

    def last_play(self) -> Path | None:
        """Return the file of the play that was played last, unread."""
        kept = [path for path in (self.folder / "records").glob("*.amur") if path.is_file()]
        return max(kept, key=lambda path: (path.stat().st_mtime_ns, path.name), default=None)

    def scenario(self, scenario: str | None) -> AnyScenario:
        """Return a scenario by its id or folder; raises `ScenarioError`."""
        from game.files.scenarios import read_any

        return read_any(scenario or FIRST_SCENARIO, self.library.scenarios_folder)

    def scenario_at_hand(self) -> AnyScenario:
        """Return the scenario that was played last; before any play the first one."""
        last = None
        with suppress(OSError):  # whoever asks for the plays is told
            last = next((kept.scenario for kept in self.plays() if kept.scenario), None)
        return last or self.scenario(None)

    def found(self, wanted: str | None = None) -> list[Found]:
        """Return every scenario, the broken ones too, in the order in which they are offered.

        One that is named by a path comes first.
        """
        from game.files.scenarios import find_scenarios

        names = find_scenarios(self.library.scenarios_folder)
        others = [] if wanted is None or wanted in names else [wanted]
        found = sorted(map(self._looked_at, names), key=lambda one: place_of(one.scenario))
        return [*map(self._looked_at, others), *found]

    def _looked_at(self, name: str) -> Found:
        try:
            return Found(name, self.scenario(name))
        except ScenarioError as error:
            return Found(name, None, f"{error.in_short}; 'amur check {name}' shows it all.")
        except (AmurError, OSError) as error:
            return Found(name, None, f"the scenario cannot be read: {error}")

    def plays(self) -> list[Kept]:
        """Return every kept play, the last one played first."""
        return list(map(self._kept, self.catalogue.plays()))

    def trash(self) -> list[Kept]:
        """Return every play that was thrown away, the last one played first."""
        return list(map(self._kept, self.catalogue.trash()))

    def _kept(self, play: Play) -> Kept:
        try:
            named = play.heading is not None and self.catalogue.scenario(play.heading.scenario)
        except AmurError:
            named = None
        return Kept(play, named or None)

    def rules(self, wanted: Wanted) -> Game:
        """Return the rules of what is wanted; raises `ScenarioError` or `UsageError`."""
        from game.files.plays import check_seat, game_of

        scenario = wanted.scenario or FIRST_SCENARIO
        own = self.library.scenarios_folder
        rules = game_of(scenario, wanted.start, own, wanted.twists)
        if wanted.seat is not None:
            check_seat(rules, wanted.seat)
        return rules

    def begin(self, wanted: Wanted) -> KeptPlay:
        """Begin a play in a chair, kept from its first decision."""
        from game.files.plays import heading_for, start_play

        rules = self.rules(wanted)
        heading = heading_for(
            rules,
            wanted.seed or new_seed(),
            wanted.seat or rules.seats[0],
            mode=wanted.mode or glanced(self.folder).mode,
        )
        return start_play(rules, heading, self.seating, wanted.record or self.library)

    def scenes_seen(self, heading: Heading, besides: KeptPlay | None) -> frozenset[str]:
        """Return the scenes that were chosen in from a chair in all plays but one."""
        from game.files.records import read_record

        own = None if besides is None else besides.file.path
        seen: set[str] = set()
        for play in self.catalogue.plays():
            is_alike = play.heading is not None and play.heading.scenario == heading.scenario
            if not is_alike or play.path == own:
                continue
            with suppress(AmurError):  # what cannot be read was not seen either
                nodes = read_record(play.path).record.nodes.values()
                words = (n.decision_text.split() for n in nodes if n.seat_id == heading.seat)
                seen.update(word[1] for word in words if word[:1] == ["choose"] and word[2:])
        return frozenset(seen)

    def from_history(self, played: KeptPlay, node: int) -> KeptPlay:
        """Begin a play in the same chair that goes on from a node of the documented line.

        The men are history's own. Raises `RecordError` where the scenario has no such line.
        """
        from game.files.plays import start_play
        from game.record import OPENING, Name, Note
        from game.record.history import documented
        from game.session import LOOKED

        old, rules = played.session.record.heading, played.session.game
        line = documented(rules)
        heading = replace(line.heading, seat=old.seat, persons=old.persons, mode=old.mode)
        kept = start_play(rules, heading, self.seating, self.library)
        kept.session.graft(line.path(node))
        kept.session.remark(Name(OPENING, FROM_HISTORY))
        kept.session.remark(Note(OPENING, LOOKED))
        for step in line.path(node):
            if step.id in line.notes:
                kept.session.remark(Note(step.id, line.notes[step.id]))
        return kept

    def again(self, played: KeptPlay, seat: str, seed: str) -> KeptPlay:
        """Begin what was played anew, in a chair and with a seed."""
        from game.files.plays import heading_for, start_play

        old, rules = played.session.record.heading, played.session.game
        heading = heading_for(rules, seed, seat, mode=old.mode, persons=old.persons)
        return start_play(rules, heading, self.seating, self.library)

    def begin_from(self, shared: str, wanted: Wanted | None = None) -> KeptPlay:
        """Begin a new play from a code or from a copy of a record's file.

        Raises `AmurError` when it cannot be read, or something else is wanted than it says.
        """
        from game.files.plays import begin_from, rules_told

        asked = wanted or Wanted()

        def rules_for(scenario: str, start: str | None) -> Game:
            return rules_told(scenario, start, self.library.scenarios_folder, asked.scenario)

        where = asked.record or self.library
        return begin_from(shared, rules_for, self.seating, where, asked.terms)

    def resume(self, path: Path, wanted: Wanted | None = None) -> KeptPlay:
        """Take up a play; raises `UsageError` when something else is wanted than it says."""
        from game.files.plays import check_asked, resume_play, rules_told

        asked = wanted or Wanted()

        def rules_of(heading: Heading) -> Game:
            check_asked(path, heading, asked.terms)
            own = self.library.scenarios_folder
            rules = rules_told(heading.scenario, heading.start, own, asked.scenario)
            return rules.twisted(heading.twists)

        return resume_play(rules_of, path, self.seating)

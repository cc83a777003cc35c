"""The play that line mode is to go on with: begun, taken up, or made of what somebody sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from game.cli.plain_ask import ask_one
from game.cli.plain_input import InputEnded, Reader
from game.cli.plain_kept import gone_on_with
from game.cli.plain_pages import answered_before_sitting
from game.cli.seating import seating
from game.errors import UsageError
from game.files.begun_with import BOTH, MODES, new_seed, told_of
from game.files.library import Library
from game.files.offered import offered
from game.files.plays import (
    KeptPlay,
    begin_from,
    check_asked,
    check_seat,
    game_of,
    heading_for,
    resume_play,
    rules_told,
    start_play,
)
from game.record import Heading
from game.rules import CampaignRules, Game, Rules
from game.scenario.model import AnyScenario

OF_NEW_PLAYS = "--twist is of a new play; one that is kept already has its own"
Terms = Mapping[str, str | None]
"""A seat, a seed, a start and a mode, as far as they were asked for."""


def opened_play(
    reader: Reader,
    scenario: str | None,
    asked: Terms,
    path: Path | None,
    shared: str | None,
    twists: Sequence[str] = (),
) -> KeptPlay | None:
    """Return the play that is asked for; `None` when the input ended before it was said which.

    Where nothing is asked for, one that is kept comes first.
    """
    library = Library.of_player()
    try:
        if twists and (shared is not None or (path is not None and path.exists())):
            raise UsageError(OF_NEW_PLAYS)
        if shared is not None:
            return _shared(shared, scenario, asked, library, path)
        if {scenario, path, *asked.values()} == {None} and not twists:
            path = gone_on_with(reader, library)
        if path is not None and path.exists():
            return _resumed(path, scenario, asked, library)
        return _begun(reader, scenario, asked, library, path, twists)
    except InputEnded:
        return None


def _shared(
    shared: str, scenario: str | None, asked: Terms, library: Library, path: Path | None
) -> KeptPlay:
    """Begin a play from a code or from somebody's record."""

    def rules_for(id: str, start: str | None) -> Game:
        return rules_told(id, start, library.scenarios_folder, scenario)

    return begin_from(shared, rules_for, seating, library if path is None else path, asked)


def _resumed(path: Path, scenario: str | None, asked: Terms, library: Library) -> KeptPlay:
    """Take up a play; what its record says cannot be asked for otherwise."""

    def rules_for(heading: Heading) -> Game:
        check_asked(path, heading, asked)
        own = library.scenarios_folder
        return rules_told(heading.scenario, heading.start, own, scenario).twisted(heading.twists)

    return resume_play(rules_for, path, seating)


def _begun(
    reader: Reader,
    scenario: str | None,
    asked: Terms,
    library: Library,
    path: Path | None,
    twists: Sequence[str],
) -> KeptPlay:
    """Begin a play, and ask for what it needs; raises `InputEnded` when nothing is wanted."""
    named = scenario or _scenario(reader, library)
    rules = game_of(named, asked["start"], library.scenarios_folder, twists)
    seat = asked["seat"] or _seat(reader, rules)
    check_seat(rules, seat)
    seed = asked["seed"] if asked["seed"] is not None else new_seed()
    heading = heading_for(rules, seed, seat, mode=asked["mode"] or MODES[0])
    return start_play(rules, heading, seating, library if path is None else path)


def _scenario(reader: Reader, library: Library) -> str:
    """Ask what is to be played, where there is more than one thing."""
    known = offered(library.scenarios_folder)
    if len(known) == 1:
        return known[0].id
    labels = {_called(*one): one.id for one in known}
    is_answered = partial(answered_before_sitting, None)
    return labels[ask_one(reader, "Which scenario?", list(labels), is_answered)]


def _called(id: str, scenario: AnyScenario | None) -> str:
    """Return what a reader is told a scenario is called; a broken one has only its id."""
    if scenario is None:
        return f"{id}, which cannot be played as it is"
    return f"{scenario.title}, {told_of(scenario)} ({id})"


def _seat(reader: Reader, rules: Game) -> str:
    """Ask whose chair is taken; in a campaign there is one."""
    if isinstance(rules, CampaignRules):
        return rules.seats[0]
    return _chair(reader, rules)


def _chair(reader: Reader, rules: Rules) -> str:
    people, seats = rules.scenario.seats, rules.table.seats
    named = [f"{people[id].name}, {people[id].office}" for id in seats]
    labels = [*named, "Both: two people at one keyboard"]
    question = f"{rules.scenario.title}: whose chair do you take?"
    is_answered = partial(answered_before_sitting, rules.scenario)
    return dict(zip(labels, (*seats, BOTH), strict=True))[
        ask_one(reader, question, labels, is_answered)
    ]

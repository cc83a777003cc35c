"""What an author wrote that can never be, or that says nothing.

All of it is only warned of: a scenario that is half written has scenes whose notes are still to
be set, and it plays without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.checks import Names
from game.scenario.clauses import Change, Set
from game.scenario.expressions import Expression, within
from game.scenario.faults import Code, Path, Problem, Severity
from game.scenario.known import TAKEN, Known, effects_of, warning
from game.scenario.model import Track
from game.scenario.possible import Impossible
from game.scenario.possible_alternatives import never_hold
from game.scenario.possible_asked import asked_beside, asked_in_play
from game.scenario.possible_opening import never_opens
from game.scenario.possible_said import never
from game.scenario.possible_terms import Claim, OneOf, Sum, claim
from game.scenario.possible_worlds import clash
from game.scenario.spelled import begins, spelled
from game.scenario.syntax import OFFER, Between, Comparison, Is, Name, Node, Some, parts_of
from game.scenario.things import Things, names_read
from game.state import BUILT_IN

READ_BY_THE_RULES = frozenset({"force", "crisis"})
"""Tracks that mean something without being asked for."""
CLOCK = frozenset({"sitting", "day"})
"""Asked for on purpose where they cannot fail: so a scene comes at any time."""


def doubts(known: Known, written: Things) -> Iterator[Problem]:
    """Yield what can never be and what says nothing; at a table of a campaign, only there."""
    asked = (*asked_beside(known), *asked_in_play(known))
    names, tracks = known.after, known.scenario.tracks
    idle = [each for it in asked for each in always_true(it.asked, it.path, names, tracks)]
    yield from idle
    if known.scenario.table.sittings > 0:
        impossible = Impossible(known)
        yield from never(impossible)
        told = {problem.path for problem in idle}  # mended, an `or` may be another
        yield from (each for each in never_hold(impossible) if each.path not in told)
        if impossible.effort.is_spent:
            message = "too much depends on too much here: not all that can never be was looked for"
            hint = "ask for less in conditions, or make two scenarios of it"
            yield warning(("events",), Code.TOO_BIG, message, hint, at_key=True)
    if known.campaign is None:
        yield from never_opens(known)
        yield from _unused_tracks(known, written)


def always_true(
    asked_for: Expression, path: Path, names: Names, tracks: Mapping[str, Track]
) -> Iterator[Problem]:
    """Yield the comparisons that cannot fail; those of the clock may be meant so."""
    for node in within(asked_for):
        match node:
            case Comparison() | Between():
                asked = {part.name for part in _below(node) if isinstance(part, Name)}
                is_idle = bool(asked) and not asked & CLOCK
            case Some():
                parts = [part for part in _below(node) if not isinstance(part, Some)]
                is_idle = not all(isinstance(p, Is) and not p.negated for p in parts)
            case _:
                is_idle = False
        contrary = [claim(node, names, holds=False)] if is_idle else []
        if contrary and clash([*contrary, *_ranges(node, names, tracks)]):
            hint = "take it out, or ask for what can fail"
            message = f"{spelled(node)} always holds"
            at = begins(node)
            yield Problem(path, Code.ALWAYS_TRUE, message, hint, Severity.WARNING, at)
            return


def _below(node: Node) -> Iterator[Node]:
    for part in parts_of(node):
        yield part
        yield from _below(part)


def _ranges(node: Node, names: Names, tracks: Mapping[str, Track]) -> Iterator[Claim]:
    """Yield between what a node's quantities lie, and that a paper is there to be asked of."""
    for part in _below(node):
        match part:
            case Name(name) if name in tracks and name not in BUILT_IN:
                low, high = tracks[name].range
                yield Sum(((name, -1),), 100 * low)
                yield Sum(((name, 1),), -100 * high)
            case Name(name) if (name in BUILT_IN and name != "patience") or name == "danger":
                yield Sum(((name, -1),), 0)
                yield Sum(((name, 1),), -100 * 100)
            case Name("pressure"):
                yield Sum((("pressure", -1),), 0)
            case Is(name) if _is_ever_said(name) and names.words.get(name):
                yield OneOf(name, frozenset(names.words[name]))


def _is_ever_said(name: str) -> bool:
    """Return whether a name is asked for only where it stands for a word."""
    return name.startswith(OFFER) or name == "verdict"


def _unused_tracks(known: Known, written: Things) -> Iterator[Problem]:
    changed = {
        effect.track
        for scene in known.scenario.events.values()
        for choice in scene.choices.values()
        for _, effect in effects_of(choice)
        if isinstance(effect, Change | Set)
    }
    return unused_tracks(known.scenario.tracks, names_read(written) | changed)


def unused_tracks(tracks: Mapping[str, Track], used: set[str]) -> Iterator[Problem]:
    """Yield the tracks that are not used."""
    for id in tracks:
        if id not in used | READ_BY_THE_RULES | TAKEN | frozenset(BUILT_IN):
            hint = "let a choice move it, or a condition ask for it, or take it out"
            message = f"nothing changes {id} and nothing asks for it"
            yield warning(("tracks", id), Code.UNUSED_TRACK, message, hint, at_key=True)

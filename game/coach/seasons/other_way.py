"""What would have come of one other answer, all else decided as it was on both sides.

An answer is a choice of a scene, in a season or at a table, or to take the other's last word as it
stood. Told is what would have gained most; where nothing would have gained, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from game.coach.deeds import deed
from game.coach.names import in_sentence
from game.coach.seasons.dates import season_of
from game.coach.seasons.endings import Spoke, epilogue, profile
from game.coach.seasons.gone_on import followed, may
from game.coach.seasons.naming import decision_label, is_seen, label_of
from game.coach.words_for import listed
from game.record import Step
from game.rules import CampaignRules
from game.scenario.authored import Clause
from game.scenario.expressions import names_used
from game.state import ASIDES, CLAIMANT, Decision, Phase, State

LEAST = 10
"""Points, summed over all measures, from which a difference is worth telling."""
TURNS = 10
"""So many points a piece of the epilogue counts that would have been another."""
TAKEN = Decision("accept")
"""Takes the other's word as it stands; by the same word he signs what he said."""
ALL_ELSE = "With all else decided as it was on both sides,"


class OtherWay(NamedTuple):
    """One answer that was not given, and what it would have changed."""

    node: int
    """Of the answer that was given."""
    season: str
    scene: str
    given: str
    """The answer that was given, as whoever gives it says it."""
    say: str
    """The other answer, said so, too."""
    by: tuple[tuple[Spoke, int], ...]
    """The measures that differ, as they came in the play, each with what it would have come to."""
    ends: tuple[tuple[str, str], ...] = ()
    """The pieces of the epilogue that differ, each as it came and as it would have come."""
    unheld: tuple[str, ...] = ()
    """In a sentence each: the talks that would not have been held, when, and with what changed."""

    @property
    def weight(self) -> int:
        """By how much the end differs, in points of all measures."""
        by = sum(abs(other - spoke.value) for spoke, other in self.by)
        return by + TURNS * len(self.ends)

    @property
    def gain(self) -> int:
        """What it would have gained in points of all measures; less than 0 where it loses."""
        return sum(other - spoke.value for spoke, other in self.by)


def telling_answer(rules: CampaignRules, steps: Sequence[Step]) -> OtherWay | None:
    """Return the answer that would have gained most; `None` where none would have gained."""
    first = next(iter(telling_answers(rules, steps)), None)
    return first if first is not None and first.gain > 0 else None


def telling_answers(rules: CampaignRules, steps: Sequence[Step]) -> tuple[OtherWay, ...]:
    """Return one answer to each decision: what would have gained most, then what weighs most."""
    found = sorted(other_ways(rules, steps), key=lambda one: -one.weight)
    best = max(found, key=lambda one: one.gain, default=None)
    first = [best] if best is not None and best.gain > 0 else []
    heaviest: dict[int, OtherWay] = {}
    for one in (*first, *found):
        heaviest.setdefault(one.node, one)
    return tuple(heaviest.values())


def other_ways(rules: CampaignRules, steps: Sequence[Step]) -> Iterator[OtherWay]:
    """Yield answers that were not given, and would have changed what is worth telling.

    The line must have come to its end. Answers after which something else comes than was decided
    in the play are left out: what would have been decided there nobody knows. Replays the rest of
    the line for each of some dozens of answers.
    """
    decided = [step for step in steps if step.decision.verb not in ASIDES]
    last_words = _last_words(decided)
    for at, step in enumerate(decided):
        rest = decided[at + 1 :]
        for other in _others(rules, step, is_last_word=at in last_words):
            start = rules.follow(step.before, other)
            if other == TAKEN:
                if not may(rules, start, TAKEN):
                    continue
                start = rules.follow(start, TAKEN)
                rest = _without_talks(step, rest)
            line = followed(rules, start, rest)
            if line is None:
                continue
            found = _told_of(rules, step, other, decided[-1].turn.state, line[-1])
            if found.weight >= LEAST:
                yield found._replace(unheld=tuple(_unheld(rules, decided[at + 1 :], line)))


def _others(rules: CampaignRules, step: Step, *, is_last_word: bool) -> Iterator[Decision]:
    """Yield what might have been decided instead, of what can be told as another answer."""
    before = step.before
    if before.phase == Phase.SCENE and (not before.at or before.seat == CLAIMANT):
        decisions = (head.alone for head in rules.legal_decisions(before).heads)
        yield from (other for other in decisions if other != step.decision)
    elif is_last_word and step.decision != TAKEN and may(rules, before, TAKEN):
        yield TAKEN


def _last_words(decided: Sequence[Step]) -> set[int]:
    """Return where the last word that the other gave in talks could be taken last."""
    last: dict[int, int] = {}
    for at, step in enumerate(decided):
        before = step.before
        if before.at and before.seat == CLAIMANT and before.word is not None:
            last[len(before.deals)] = at
    return set(last.values())


def _without_talks(step: Step, rest: Sequence[Step]) -> list[Step]:
    """Return what followed without what was decided in the talks that a step is part of."""
    deal = len(step.before.deals)
    return [each for each in rest if not (each.before.at and len(each.before.deals) == deal)]


def told_other_way(found: OtherWay) -> str:
    """Return in a sentence or more what would have come of another answer."""
    changes = list(_changes(found))
    ends = [f"{other} instead of {came}" for came, other in found.ends]
    that = f"{ALL_ELSE} that"
    takes = f" {that} takes {listed(changes)}." if changes else ""
    turns = f" {'It ends' if changes else f'{that} ends'} in {listed(ends)}." if ends else ""
    unheld = "".join(f" {each}" for each in found.unheld)
    return f"{_lead(found)}{takes}{turns}{unheld}"


def changes_told(found: OtherWay) -> str:
    """Return what would have been otherwise: the measures, the pieces of the end, talks unheld."""
    ends = (f"{other} instead of {came}" for came, other in found.ends)
    told = listed([*_changes(found), *ends])
    return "; ".join((told, *(each.removesuffix(".") for each in found.unheld)))


def _changes(found: OtherWay) -> Iterator[str]:
    return (f"{spoke.label} from {spoke.value} to {other}" for spoke, other in found.by)


def _lead(found: OtherWay) -> str:
    given, say = (each.strip().removesuffix(".") for each in (found.given, found.say))
    where = f"at “{found.scene}”, in {found.season[:1].lower()}{found.season[1:]}"
    return f"One thing done otherwise: {where}, you chose “{given}”; you might have chosen “{say}”."


def _told_of(
    rules: CampaignRules, step: Step, other: Decision, came: State, end: State
) -> OtherWay:
    before = step.before
    differs = tuple(_differing(profile(rules, came), profile(rules, end)))
    if before.at:
        at = rules.at(before)
        given, say = (deed(at, before, one, CLAIMANT) for one in (step.decision, other))
        is_scene = before.phase == Phase.SCENE
        events = at.scenario.events
        scene = (
            events[at.scenes.all[before.scene].id].title if is_scene else at.scenario.table.title
        )
    else:
        given, say = decision_label(rules, step.decision), decision_label(rules, other)
        scene = rules.scenario.events[rules.scenes.all[before.scene].id].title
    season, ends = season_of(rules, before.turn), tuple(_turned(rules, came, end))
    return OtherWay(step.node.id, season, scene, given, say, differs, ends)


def _turned(rules: CampaignRules, came: State, end: State) -> Iterator[tuple[str, str]]:
    """Yield each piece of the epilogue that would have been another, as both are called."""
    pieces = {piece.group: piece.ending.title for piece in epilogue(rules, end)}
    for piece in epilogue(rules, came):
        other = pieces.get(piece.group, piece.ending.title)
        if other != piece.ending.title:
            yield f"“{piece.ending.title}”", f"“{other}”"


def _unheld(rules: CampaignRules, decided: Sequence[Step], line: Sequence[State]) -> Iterator[str]:
    """Yield why talks that were opened in the play are held nowhere on another line."""
    held = {deal.table for deal in line[-1].deals}
    tables = list(rules.scenario.tables.values())
    for step in decided:
        opened = step.turn.state.at
        if step.before.at or not opened or opened - 1 in held:
            continue
        turn = step.before.turn
        other = next((state for state in reversed(line) if state.turn == turn), line[-1])
        parts = _changed(rules, _asked(rules, step, opened - 1), step.before, other)
        why = f" with {listed(parts)}" if parts else ""
        season = in_sentence(rules.scenario, season_of(rules, turn))
        yield f"In {season} the talks on “{tables[opened - 1].title}” are not opened{why}."


def _asked(rules: CampaignRules, step: Step, table: int) -> list[Clause]:
    """Return what is asked for where talks were opened: by their scene, or at all."""
    asked = [list(rules.scenario.tables.values())[table].when]
    if step.before.phase == Phase.SCENE:
        event = rules.scenario.events[rules.scenes.all[step.before.scene].id]
        asked = [event.when, event.choices[step.decision.about[0]].when]
    return [each for each in asked if each is not None]


def _changed(
    rules: CampaignRules, asked: Sequence[Clause], came: State, other: State
) -> tuple[str, ...]:
    """Return of what that is asked for there was more on another line, or less.

    Told is what alone would have sufficed; else what alone would have mended it.
    """
    holds = [holds for clause in asked if (holds := rules.condition(clause))(came)]
    names = set(chain.from_iterable(map(names_used, asked)))
    by = {
        id: other.levels[at] - came.levels[at]
        for id, at in rules.levels.items()
        if id in names and is_seen(rules.scenario, id) and other.levels[at] != came.levels[at]
    }

    def may(*changed: str) -> bool:
        levels = list(came.levels)
        for id in changed:
            levels[rules.levels[id]] += by[id]
        then = came._replace(levels=tuple(levels))
        return all(each(then) for each in holds)

    suffice = [id for id in by if not may(id)]
    mend = [] if may(*by) else [id for id in by if may(*(each for each in by if each != id))]
    return tuple(
        f"{'more' if by[id] > 0 else 'less'} {label_of(rules.scenario, id)}"
        for id in suffice or mend
    )


def _differing(came: Sequence[Spoke], other: Sequence[Spoke]) -> Iterator[tuple[Spoke, int]]:
    for one, two in zip(came, other, strict=True):
        if one.value != two.value:
            yield one, two.value

"""One part of a scenario, looked at alone in a state that is given: nobody need play up to it."""

from __future__ import annotations

from typing import NamedTuple

from game.coach.standing import when
from game.coach.workshop.given import begun, seat_of
from game.coach.workshop.parts import Kind, Part, parts_called
from game.coach.workshop.questions import Questions
from game.coach.workshop.scene_seen import SceneSeen, scene_seen
from game.coach.workshop.table_seen import TableSeen, table_seen
from game.coach.workshop.texts_seen import (
    DossierSeen,
    EndingSeen,
    PageSeen,
    brief_seen,
    dossier_seen,
    ending_seen,
    page_seen,
)
from game.errors import UsageError
from game.rules import Rules
from game.rules.supposed import standing
from game.rules.windows import window
from game.scenario.case_lint import CaseNames
from game.scenario.case_model import NOTHING, Given
from game.state import State

Seen = SceneSeen | TableSeen | EndingSeen | DossierSeen | PageSeen


class Preview(NamedTuple):
    """A part, and the state that it is looked at in."""

    part: Part
    also: tuple[str, ...]
    """Other parts that have the same name, as `codex/aigun`."""
    seed: str
    start: str
    """Empty for the first."""
    seat: str
    """Whose eyes it is read with."""
    when: str
    """The day and the sitting."""
    ended: str
    """How the talks ended; empty while they go on."""
    given: tuple[str, ...]
    """What was given besides, as `trust: 60`."""
    note: str
    """What else must be known of the state, in a sentence."""
    seen: Seen


def previewed(
    rules: Rules, part: Part, given: Given, questions: Questions, mode: str = "advisers"
) -> Preview:
    """Return a part as it stands in a state; what is given has been checked.

    The rules are those of its start. Of a scene that cannot come there it is said why not. Raises
    `UsageError` where a play never comes so far.
    """
    seat, names = seat_of(rules, given), questions.names
    note = ""
    if part.kind is Kind.SCENE:
        before, state, note = _at_scene(rules, part.id, given, names)
        seat = rules.scenes.by_id[part.id].seat
    else:
        before = state = begun(rules, given, names)
    return Preview(
        part=part,
        also=tuple(str(other) for other in parts_called(rules.scenario, part.id) if other != part),
        seed=given.seed,
        start=given.start or "",
        seat=rules.table.seats[seat],
        when=when(rules, max(1, state.sitting)),
        ended=str(state.ended or ""),
        given=tuple(_told(given)),
        note=note,
        seen=_seen(rules, part, before, state, seat, questions, mode),
    )


def _seen(
    rules: Rules,
    part: Part,
    before: State,
    state: State,
    seat: int,
    questions: Questions,
    mode: str,
) -> Seen:
    match part.kind:
        case Kind.SCENE:
            return scene_seen(rules, part.id, before, state, questions, mode)
        case Kind.TABLE:
            return table_seen(rules, state, questions)
        case Kind.ENDING:
            return ending_seen(rules, part.id, state, seat, questions)
        case Kind.DOSSIER:
            return dossier_seen(rules, part.id, state, seat, questions)
        case Kind.BRIEF:
            return brief_seen(rules, part.id, state)
        case Kind.PAGE:
            return page_seen(rules.scenario, part.id)


def _at_scene(rules: Rules, id: str, given: Given, names: CaseNames) -> tuple[State, State, str]:
    """Return how things stand before a scene, and when it stands open, and what to say of that.

    A play goes on until it comes, or up to the sitting that is given. Where nothing says when, or
    the play never meets it, it is the first sitting that its `when` leaves open.
    """
    note = ""
    if given.play and given.sitting is None:
        try:
            came = begun(rules, given.model_copy(update={"scene": id}), names)
        except UsageError:
            note = f"the play of {given.play} never meets it; it is shown where it first could come"
        else:
            return standing(rules, came, None), came, ""
    if given.sitting is None:
        condition = rules.scenario.events[id].when
        open_in = window(condition, rules.table.sittings) if condition is not None else ()
        given = given.model_copy(update={"sitting": open_in[0] if open_in else 1})
    before = begun(rules, given.model_copy(update={"scene": NOTHING}), names)
    return before, standing(rules, before, id), note


def _told(given: Given) -> list[str]:
    fields = (("play", given.play), ("opposite", given.opposite))
    said = [f"{key}: {value}" for key, value in fields if value is not None]
    return [*said, *(f"{name}: {value}" for name, value in given.holds.items())]

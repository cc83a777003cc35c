"""A scene as its player would read it in a state, and beside it what its author wants to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from game.coach.chronicle import told
from game.coach.closed import why_closed
from game.coach.foreseen import foreseen
from game.coach.invented import accounts_heading, cite_of, title_of
from game.coach.workshop.asking import Asking
from game.coach.workshop.graph import Tie, graph
from game.coach.workshop.questions import Answered, Questions
from game.rules import Rules
from game.rules.scenes import Scene, note_of_risk
from game.rules.supposed import coming, standing
from game.scenario import Scenario
from game.scenario.clauses import (
    Cancel,
    Change,
    Effect,
    Later,
    Note,
    OfferChange,
    OpenTable,
    Reveal,
    Schedule,
    Set,
    Toll,
)
from game.scenario.event_model import Choice, Event
from game.state import Decision, State

NEVER_BY_ITSELF = "it comes only where a choice lets it come: {}"


class RiskSeen(NamedTuple):
    """What may go wrong with a choice."""

    id: str
    odds: int
    """In per cent."""
    does: tuple[str, ...]
    text: str
    came: bool | None
    """Whether it comes with this seed; `None` where the choice is not open."""


class ChoiceSeen(NamedTuple):
    """One answer to a scene."""

    id: str
    number: int
    """As it is typed; 0 where it is not open."""
    say: str
    forecast: str
    """What the game shows beside it; empty where that is nothing."""
    asks: tuple[Answered, ...]
    """What its `if` asks, and how that stands."""
    shown: str
    """What the player reads in its place where it is not open; empty hides it."""
    does: tuple[str, ...]
    """Its effects in words."""
    risk: RiskSeen | None
    heard: tuple[str, ...]
    """What later asks for what it leaves behind."""
    reads: tuple[str, ...]
    """What the player reads once it is chosen; nothing where it is not open."""


class SceneSeen(NamedTuple):
    """A scene in a state."""

    id: str
    title: str
    place: str
    text: str
    seat: str
    """Who chooses."""
    comes: bool
    """Whether the rules could let it come in this state."""
    why_not: tuple[str, ...]
    """Sentences; also where another scene comes first."""
    asks: tuple[Answered, ...]
    """What its `when` asks."""
    choices: tuple[ChoiceSeen, ...]
    accounts_heading: str
    accounts: Mapping[str, str]
    """By seat."""
    sources: tuple[str, ...]


def scene_seen(
    rules: Rules, id: str, before: State, state: State, questions: Questions, mode: str
) -> SceneSeen:
    """Return a scene; `before` is how things stood when it had not come, `state` when it stands."""
    scenario, scene = rules.scenario, rules.scenes.by_id[id]
    event = scenario.events[id]
    asked = questions.answers(event.when, Asking(rules, before, scene.seat), ("events", id, "when"))
    bars = tuple(_bars(rules, scene, event, before, asked))
    other = coming(rules, standing(rules, before, None)._replace(seat=scene.seat))
    first = () if bars or other in (id, None) else (_first(scenario, str(other)),)
    return SceneSeen(
        id=id,
        title=title_of(scenario, event),
        place=event.place,
        text=event.text,
        seat=event.seat,
        comes=not bars,
        why_not=bars or first,
        asks=asked,
        choices=tuple(_choices(rules, scene, event, state, questions, mode)),
        accounts_heading=accounts_heading(event) if event.accounts else "",
        accounts=dict(event.accounts),
        sources=tuple(cite_of(scenario.sources[source]) for source in event.source),
    )


def _bars(
    rules: Rules, scene: Scene, event: Event, before: State, asked: Iterable[Answered]
) -> Iterator[str]:
    """Yield what keeps a scene from coming in a state, each in a sentence."""
    if scene.index in before.met:
        yield "it was met already, or is kept away by a choice"
    for part in asked:
        if not part.holds:
            yield f"of its `when` {part.unmet}"
    is_due = any(index == scene.index and at <= before.sitting for index, at in before.due)
    by = brought_by(rules.scenario, scene.id)
    if event.when is None and by and not is_due:
        yield NEVER_BY_ITSELF.format(", ".join(by))


def brought_by(scenario: Scenario, id: str) -> list[str]:
    """Return the choices that let a scene come later, each as `scene.choice`."""
    return [
        f"{other}.{choice}"
        for other, event in scenario.events.items()
        for choice, written in event.choices.items()
        for effect in (*written.do, *(written.risk.do if written.risk else ()))
        if isinstance(effect, Schedule) and effect.event == id
    ]


def _first(scenario: Scenario, other: str) -> str:
    if scenario.events[other].first:
        return f"{other} comes before it, which is `first`"
    return f"with this seed the lot falls on {other} before it"


def _choices(
    rules: Rules, scene: Scene, event: Event, state: State, questions: Questions, mode: str
) -> Iterator[ChoiceSeen]:
    scenario, asking = rules.scenario, Asking(rules, state, scene.seat)
    heads = [head.about[0] for head in rules.legal_decisions(state).heads]
    ties = list(_ties(scenario, scene.id))
    for id, choice in event.choices.items():
        turn = rules.apply(state, Decision("choose", scene.id, (id,))) if id in heads else None
        after = None if turn is None else turn.state
        reads = () if turn is None else told(rules, state, turn, scene.seat, mode)
        yield ChoiceSeen(
            id=id,
            number=heads.index(id) + 1 if id in heads else 0,
            say=choice.say,
            forecast=foreseen(scenario, event, choice, mode),
            asks=questions.answers(choice.when, asking, ("events", scene.id, "choices", id, "if")),
            shown=why_closed(rules, state, choice),
            does=tuple(_effects_here(choice.do, rules, state, after)),
            risk=_risk(rules, choice, after),
            heard=tuple(dict.fromkeys(said for named, said in ties if named == id)),
            reads=tuple(line.text for line in reads),
        )


def _risk(rules: Rules, choice: Choice, after: State | None) -> RiskSeen | None:
    risk = choice.risk
    if risk is None:
        return None
    came = None if after is None else note_of_risk(risk.id) in after.notes
    does = tuple(effects_said(risk.do))
    return RiskSeen(risk.id, risk.odds, does, risk.text, came)


def _ties(scenario: Scenario, id: str) -> Iterator[tuple[str, str]]:
    """Yield the choices of a scene that something later asks for, each with what that is."""
    for edge in graph(scenario).edges:
        if edge.source == id and edge.tie in (Tie.NOTE, Tie.KEEPS_AWAY, Tie.TERM) and edge.what:
            verb = "barred by" if edge.tie is Tie.KEEPS_AWAY else "asked for by"
            for named in edge.choices:
                yield named.removeprefix(f"{id}."), f"{edge.what}, {verb} {edge.target}"


def effects_said(effects: Iterable[Effect]) -> Iterator[str]:
    """Yield effects in words, in the author's order."""
    return map(_effect_said, effects)


def _effect_said(effect: Effect) -> str:
    match effect:
        case Change(track, by):
            return f"{track} {by:+}"
        case Set(track, to):
            return f"{track} is put at {to}"
        case Note(id):
            return f"sets the note {id}"
        case Reveal(what):
            return f"lets the one who chooses see: {what}"
        case OfferChange(issue, option):
            return f"the paper says {issue}={option}"
        case Schedule(event, later):
            return f"lets {event} come after {later} sitting{'s' if later != 1 else ''}"
        case Cancel(event):
            return f"keeps {event} away"
        case Later(after, do, _, when):
            said = "; ".join(map(_effect_said, do))
            asked = "" if when is None else f", if {when}"
            return f"{after} season{'s' if after != 1 else ''} later{asked}: {said}"
        case OpenTable(table):
            return f"opens the talks {table}"
        case Toll(count, who, kind, _):
            return f"enters {count} {kind} in the ledger: {who}"


def _effects_here(
    effects: Iterable[Effect], rules: Rules, state: State, after: State | None
) -> Iterator[str]:
    """Yield effects in words, each beside how things stand in a state.

    Beside a track stands also its level `after` the choice; `None` where it is not open.
    """
    for effect in effects:
        said = _effect_said(effect)
        match effect:
            case Change(track) | Set(track):
                yield f"{said} ({_levels(track, rules, state, after)})"
            case OfferChange(issue, option):
                yield f"{said} ({_term(issue, option, rules, state)})"
            case _:
                yield said


def _levels(track: str, rules: Rules, state: State, after: State | None) -> str:
    read = rules.formulas.resolve(track)
    now = f"{int(read(state) or 0) / 100:g}"
    return f"from {now}" if after is None else f"{now}, then {int(read(after) or 0) / 100:g}"


def _term(issue: str, option: str, rules: Rules, state: State) -> str:
    if state.paper is None:
        return "none lies there, so that nothing changes"
    at = rules.table.issue(issue)
    said = rules.table.options[at][state.paper[at]]
    return "as it does" if said == option else f"it says {said}"

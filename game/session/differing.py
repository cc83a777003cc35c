"""How a play that was carried over comes out otherwise than it did, and from where on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from game.policy import Policy
from game.record import OPENING, Node, Record, States, decided_by, followed
from game.rules import CampaignRules, Game, Rules
from game.session.carrying import Carried
from game.state import BUILT_IN, BY_PLACE, State, emptied


class Otherwise(NamedTuple):
    """The first decision after which things stand otherwise than they did."""

    node: Node | None
    """`None` where they do at the opening."""
    what: tuple[str, ...]
    """In the author's language, such as `trust 61, not 58`; nothing where it has no name."""


def otherwise(before: Game, record: Record, rules: Game, now: Record) -> Otherwise | None:
    """Return where two records of one play first part, along the second's cursor's line.

    `None` where they do not, as far as both have that line.
    """
    old, new = States(before, record.heading.seed), States(rules, now.heading.seed)
    shared = takewhile(lambda node: node.id in record.nodes, now.path(now.cursor))
    for node in (None, *shared):
        at = OPENING if node is None else node.id
        was, is_ = old.at(record, at), new.at(now, at)
        if _same(before, was, rules, is_):
            continue
        return Otherwise(node, tuple(_differences(before, was, rules, is_)))
    return None


def recorded_otherwise(came: Carried) -> Otherwise | None:
    """Return the first decision that does not come out as it was recorded, by whatever rules."""
    for node in came.line[: came.made]:
        if node.digest not in ("", came.record.nodes[node.id].digest):
            return Otherwise(node, ())
    return None


def other_answer(
    rules: Game, record: Record, policies: Mapping[str, Policy]
) -> tuple[Node, str] | None:
    """Return the first answer on the cursor's line that its policy would now give otherwise.

    With it stand the words of what it would decide.
    """
    state = rules.opening(record.heading.seed)
    for node in record.path(record.cursor):
        if node.seat_id not in record.heading.played:
            view = rules.seen_by(state.seat, state)
            would = policies[node.seat_id].choose(view, rules.legal_decisions(state))
            if would != decided_by(rules, state, node):
                return node, rules.formatted(would, state)
        state = followed(rules, state, node)
    return None


def _same(before: Game, was: State, rules: Game, now: State) -> bool:
    """Return whether two states are the same but for the places of scenes and tracks in lists."""
    is_alike = _plain(was) == _plain(now) and _met(before, was) == _met(rules, now)
    return is_alike and not any(_differences(before, was, rules, now))


def _plain(state: State) -> State:
    """Return a state without what an author's lists give its place."""
    return state._replace(
        scene=-1,
        met=frozenset(),
        due=(),
        levels=(),
        notes=frozenset(),
        at=0,
        deals=(),
        **emptied(BY_PLACE),
    )


def _differences(before: Game, was: State, rules: Game, now: State) -> Iterator[str]:
    """Yield what has another value, by its name in the language; new names are no difference."""
    old, new = _named(before, was), _named(rules, now)
    for name, value in new.items():
        if name in old and old[name] != value:
            yield f"{name} {value}, not {old[name]}"
    for note in sorted(now.notes ^ was.notes):
        yield f"{note} is {'noted' if note in now.notes else 'not noted'}"
    scenes = _scene(before, was), _scene(rules, now)
    if scenes[0] != scenes[1]:
        yield f"{scenes[1]} stands open, not {scenes[0]}"


def _named(game: Game, state: State) -> dict[str, str]:
    """Return what a state holds, by its name in the language."""
    if not isinstance(game, CampaignRules):
        return _named_at(game, state)
    names = {track: str(state.levels[at]) for track, at in game.levels.items()}
    for order, place in game.places.items():
        action, targets = list(game.scenario.actions.items())[order.action]
        target = [*targets.targets, ""][order.target]
        names[f"done.{action}.{target}".rstrip(".")] = str(state.done[place])
    for deal in state.deals:
        names[f"signed.{list(game.scenario.tables)[deal.table]}"] = str(deal.treaty is not None)
    return names | _named_at(game.at(state), state) if state.at else names


def _named_at(rules: Rules, state: State) -> dict[str, str]:
    names = {name: str(getattr(state, name)) for name in (*BUILT_IN, "pressure", "sitting")}
    names |= {track: str(state.levels[at]) for track, at in rules.levels.items()}
    names["hope"] = f"{state.hope[1] / 100:g}"
    names["danger"] = f"{int(rules.formulas.resolve('danger')(state) or 0) / 100:g}"
    return names


def _met(game: Game, state: State) -> tuple[object, ...]:
    """Return by id at which table one sits, and which scenes were met or are to come."""
    found: tuple[object, ...] = ()
    if isinstance(game, CampaignRules):
        ids = list(game.scenario.events)
        coming = tuple((ids[index], at) for index, at in state.appointed)
        found = frozenset(ids[index] for index in state.lived), coming
        if not state.at:
            return found
        table = list(game.scenario.tables)[state.at - 1]
        found, game = (*found, table), game.at(state)
    scenes = game.scenes.all
    due = tuple((scenes[index].id, at) for index, at in state.due)
    return (*found, frozenset(scenes[index].id for index in state.met), due)


def _scene(game: Game, state: State) -> str:
    if state.scene < 0:
        return "no scene"
    if isinstance(game, CampaignRules):
        if not state.at:
            return game.scenes.all[state.scene].id
        game = game.at(state)
    return game.scenes.all[state.scene].id

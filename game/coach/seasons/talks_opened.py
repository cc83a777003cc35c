"""What opens the talks of a table: an order, a scene, or whoever decides; and why not now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.coach.seasons.dates import season_of
from game.coach.seasons.naming import order_label, past_of
from game.coach.seasons.reasons import one_a_line
from game.coach.seasons.talks_ahead import in_the_way, turns_of
from game.coach.seasons.talks_told import held_told
from game.coach.words_for import listed, sentence
from game.rules import CampaignRules
from game.rules.lasting import once_by_rules
from game.rules.seasons.feats import BESIDES
from game.rules.seasons.orders import OPEN
from game.scenario.clauses import Effect, Later, OpenTable
from game.scenario.event_model import Event
from game.state import Decision, State

IN_THE_WAY = "what stands in the way now"
MOST = 2
"""Seasons that are named of a scene; one that may come in more comes at its own time."""


def opened_by(rules: CampaignRules, state: State, table: str) -> tuple[str, ...]:
    """Return line by line what opens the talks of a table, and what stands in their way now."""
    ways = _ways(rules)[table]
    written = rules.scenario.tables[table]
    told = [f"What opens them: {listed(ways, 'or')}."] if ways else []
    if written.else_show:
        turns = [] if written.when is None else list(turns_of(rules, written.when))
        in_which = f" in {_seasons(rules, turns)}" if 0 < len(turns) <= MOST else ""
        when = f"they can be opened{in_which}"
        now = BESIDES.join(in_the_way(rules, state, table))
        if now and written.else_show[1:]:
            told += (sentence(when), *one_a_line(now, IN_THE_WAY))
        else:
            told.append(sentence(f"{when}: {now}" if now else when))
    return tuple(told)


def can_open(rules: CampaignRules, state: State, table: str) -> bool:
    """Return whether the talks of a table can be opened now by whoever decides."""
    heads = rules.legal_decisions(state).heads if rules.outcome(state) is None else ()
    return any(head.alone == Decision(OPEN, table) for head in heads)


def held_before(rules: CampaignRules, state: State, table: str) -> tuple[str, ...]:
    """Return what came of the talks of a table each time that they were held in the play."""
    at = list(rules.scenario.tables).index(table)
    return tuple(held_told(rules, deal) for deal in state.deals if deal.table == at)


def why_shut(rules: CampaignRules, state: State, table: str) -> tuple[str, ...]:
    """Return line by line why talks cannot be opened now; nothing where no reason is told."""
    if past_of(rules, table) is not None:
        return ("These talks were held before you began.",)
    at = list(rules.scenario.tables).index(table)
    held = [deal for deal in state.deals if deal.table == at]
    if any(deal.treaty is not None for deal in held):
        agreed = rules.scenario.tables[table].words.consent.agreed
        return (f"A paper was {agreed} there in {season_of(rules, held[-1].turn).lower()}.",)
    before = (f"They were held in {season_of(rules, held[-1].turn).lower()}.",) if held else ()
    return (*before, *opened_by(rules, state, table))


@once_by_rules
def _ways(rules: CampaignRules) -> Mapping[str, tuple[str, ...]]:
    """Return for each table the orders and the scenes that open it, as they are called."""
    found: dict[str, list[str]] = {id: [] for id in rules.scenario.tables}
    for id, action in rules.scenario.actions.items():
        for table in _opens(action.do):
            found[table].append(f"the order “{order_label(rules.scenario, id)}”")
        for name, target in action.targets.items():
            for table in _opens(target.do):
                found[table].append(f"the order “{order_label(rules.scenario, id, name)}”")
    for event in rules.scenario.events.values():
        done = [effect for choice in event.choices.values() for effect in choice.do]
        for table in dict.fromkeys(_opens(done)):
            found[table].append(f"the scene “{event.title}”{_comes(rules, event)}")
    return {id: tuple(dict.fromkeys(ways)) for id, ways in found.items()}


def _opens(effects: Iterable[Effect]) -> Iterator[str]:
    for effect in effects:
        match effect:
            case OpenTable(table):
                yield table
            case Later(do=do):
                yield from _opens(do)


def _comes(rules: CampaignRules, event: Event) -> str:
    """Return in which season a scene may come; empty where that may be in many."""
    turns = [] if event.when is None else list(turns_of(rules, event.when))
    return f" in {_seasons(rules, turns)}" if 0 < len(turns) <= MOST else ""


def _seasons(rules: CampaignRules, turns: Sequence[int]) -> str:
    return listed([season_of(rules, turn).lower() for turn in turns], "or")

"""What is over when a season is let pass or a journey begun, and how long whoever goes is away."""

from __future__ import annotations

from game.coach.seasons.too_late import NO_WAY_BACK, back_in
from game.coach.words_for import counted, listed
from game.rules import CampaignRules
from game.rules.seasons.orders import ACT, OPEN, STAND
from game.state import Decision, State

ENDS = "this is the last season, and the campaign ends with it"
CLOSE = "the talks can be opened now and not in the next season ({talks})"
AWAY = "you leave for {seasons} after this one, and govern again in {back}"
AWAY_TO_THE_END = f"you leave, and {NO_WAY_BACK}"
STILL = "the talks can still be opened ({talks})"


def passed_by(rules: CampaignRules, state: State, decision: Decision) -> str:
    """Return what a decision of a season would bring that nobody should meet unawares; else "".

    To let the season pass ends it, and so does an order that leaves no action; one that begins a
    journey leaves what can be opened only at home, and takes whoever governs away.
    """
    if decision.verb == STAND:
        missed = _closing(rules, state)
        ends = [ENDS] if _is_last(rules, state) else []
    elif decision.verb == ACT:
        missed = _missed(rules, state, decision)
        ends = _leaves(rules, state, decision)
    else:
        return ""
    what = STILL if _is_last(rules, state) else CLOSE
    talks = [what.format(talks=_listed(rules, missed))] if missed else []
    return "; ".join((*ends, *talks))


def _leaves(rules: CampaignRules, state: State, order: Decision) -> list[str]:
    """Return that an order begins a journey, and when it ends."""
    away = rules.orders.feat_of(order).away
    if not away:
        return []
    back = back_in(rules, state, away).lower()
    return [AWAY.format(seasons=counted(away, "season"), back=back) if back else AWAY_TO_THE_END]


def _missed(rules: CampaignRules, state: State, order: Decision) -> list[str]:
    """Return the talks that close with the season, and that nobody can open after an order."""
    feat = rules.orders.feat_of(order)
    closing = _closing(rules, state)
    if state.left == 1 or not feat.away:
        return closing if state.left == 1 else []
    open_there = _talks(rules, state._replace(away=feat.away + 1))
    return [id for id in closing if id not in open_there]


def _closing(rules: CampaignRules, state: State) -> list[str]:
    """Return the talks that can be opened now and not in the next season."""
    open_now = _talks(rules, state)
    if not open_now or _is_last(rules, state):
        return open_now
    next_season = state._replace(turn=state.turn + 1)
    return [id for id in open_now if id not in _talks(rules, next_season)]


def _is_last(rules: CampaignRules, state: State) -> bool:
    return state.turn + 1 >= len(rules.seasons)


def _talks(rules: CampaignRules, state: State) -> list[str]:
    return [head.name for head in rules.orders.legal(state).heads if head.verb == OPEN]


def _listed(rules: CampaignRules, tables: list[str]) -> str:
    return listed(rules.scenario.tables[id].title for id in tables)

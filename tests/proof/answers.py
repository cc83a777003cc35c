"""Claims e, g, h, m, o and p: what the host's answers are worth, over games of many personas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from game.negotiation import Package, value
from game.rules import Rules
from game.rules.changes import TRADE
from game.state import CLAIMANT, HOST, Decision, Phase, State
from tests.proof.claim import Claim
from tests.proof.games import Step, games

ULTIMATUM = "ultimatum"


def claims(rules: Rules, numbers: range) -> Iterator[Claim]:
    """Yield the claims, each with how often it was tried and how often it failed."""
    tried: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    habits: dict[str, set[str]] = {}
    wagers: Counter[str] = Counter()
    for game in games(rules, numbers, "answers"):
        for name, holds in _seen_in(rules, game):
            tried[name] += 1
            failed[name] += not holds
        if game[0].official:
            _note_habits(rules, game, habits)
        wagers.update(_wagers(game))
    for name in sorted(tried):
        yield Claim(name, f"{failed[name]} of {tried[name]}", "0", not failed[name])
    told = "; ".join(f"{temper}: {', '.join(sorted(acts))}" for temper, acts in habits.items())
    yield Claim("h he acts unasked, by temper", told, "each another way", _differ(habits))
    yield Claim(
        "g ultimatums: " + ", ".join(f"{how} {n}" for how, n in wagers.items()),
        f"{sum(wagers.values())} spoken",
        "some give way, some are called",
        wagers["gave way"] > 0 and wagers["called"] > 0,
    )


def _seen_in(rules: Rules, game: Sequence[Step]) -> Iterator[tuple[str, bool]]:
    """Yield what one game shows of each claim."""
    spoken = 0
    for step in game:
        before, after, decision = step.before, step.turn.state, step.decision
        spoken += decision.name == ULTIMATUM
        if before.seat == CLAIMANT and before.phase == Phase.SITTING:
            yield from _of_the_claimant(rules, step)
        if step.official and before.phase == Phase.REPLY and decision.paper is not None:
            yield from _of_a_word(rules, before, decision.paper)
        if after.treaty is not None and before.treaty is None:
            man = after.men[HOST]
            assert man is not None
            if step.official:
                met = man.need_issue < 0 or after.treaty[man.need_issue] in man.need_allows
                yield "m signed without the one thing", met
            if before.word is not None and decision == Decision("accept") and before.kept:
                yield "e his word laid unchanged, signed otherwise", after.treaty == before.word
    yield "g a second ultimatum", spoken <= 1


def _of_the_claimant(rules: Rules, step: Step) -> Iterator[tuple[str, bool]]:
    before, after, decision = step.before, step.turn.state, step.decision
    if decision.name == ULTIMATUM:
        believed = (before.credibility >= 60 and before.word is not None) or before.said is not None
        yield "g an ultimatum on nothing he answered", believed
    if after.ledger[TRADE] > before.ledger[TRADE]:
        rank, old, new = rules.table.rank, before.paper, after.paper
        assert old is not None
        assert new is not None
        gave = any(rank[i][new[i]] < rank[i][old[i]] for i in range(len(rank)))
        yield "o moved by what cost the giver nothing", gave


def _of_a_word(rules: Rules, state: State, word: Package) -> Iterator[tuple[str, bool]]:
    table = rules.table
    paper, man, claimant = state.paper, state.men[HOST], state.men[CLAIMANT]
    assert man is not None
    assert claimant is not None
    if paper is None or word == paper:
        return
    rows = man.utility.worth
    asks = [i for i, row in enumerate(rows) if row[word[i]] > row[paper[i]]]
    better = value(word, claimant.utility) > value(paper, claimant.utility)
    yield "e a counter better for you that asks nothing", bool(asks) or not better
    last = state.previous
    if last is not None:
        forced = man.need_issue
        back = any(
            i in asks
            and i != forced
            and rows[i][paper[i]] > rows[i][last[i]]
            and table.rank[i][paper[i]] < table.rank[i][last[i]]
            for i in range(len(rows))
        )
        yield "e asks back where you have just given", not back
    for i, option in enumerate(word):
        if table.cession[i][option] and rows[i][option] < rows[i][paper[i]]:
            needs = i == man.need_issue and paper[i] not in man.need_allows
            yield "p grants a cession unasked", needs or bool(state.wanted[i] >> option & 1)
    said = state.said
    if said is not None and not state.provoked:
        gone = any(i in asks and rows[i][word[i]] > rows[i][said[i]] for i in range(len(rows)))
        yield "p goes back on what he has said", not gone


def _note_habits(rules: Rules, game: Sequence[Step], habits: dict[str, set[str]]) -> None:
    man = game[0].before.men[HOST]
    assert man is not None
    temper = rules.table.tempers[HOST][man.temper].id
    for step in game:
        act = rules.table.by_id.get(step.decision.name)
        if step.before.phase == Phase.REPLY and act is not None and act.kind != "lay":
            habits.setdefault(temper, set()).add(act.id)


def _differ(habits: dict[str, set[str]]) -> bool:
    ways = [frozenset(acts) for acts in habits.values()]
    return len(ways) > 1 and len(set(ways)) == len(ways)


def _wagers(game: Sequence[Step]) -> Iterator[str]:
    """Yield how each ultimatum of a game ended."""
    for at, step in enumerate(game):
        if step.decision.name != ULTIMATUM:
            continue
        answer = next((s for s in game[at + 1 :] if s.before.phase == Phase.REPLY), None)
        if answer is None:
            yield "lapsed"
        elif answer.turn.state.called and not answer.before.called:
            yield "called"
        elif answer.decision.verb in ("accept", "consult"):
            yield "gave way"
        else:
            yield "answered with a word"

"""What the host reads of his own answer."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.persons import opposite
from game.coach.saying import Said, in_turn
from game.coach.words_for import option_text
from game.rules import Rules, terms
from game.scenario.table_model import ActKind
from game.state import HOST, Decision, State

SIMPLY = {
    "sign-to-disown": "You sign; and by the same {courier} you beg {throne} to disown it.",
    "consult": "You consult those who will answer for it with you; the paper waits a sitting.",
    "fall-ill": "You keep to your bed.",
    "break-off": "You rise. The talks are at an end.",
}
"""Decisions that say all there is to say."""


def own_answer(rules: Rules, before: State, decision: Decision) -> Iterator[Said]:
    """Yield what the host himself did."""
    words, own = rules.table.words, f"own {decision.verb}"
    shown = rules.table.own_shown
    match decision.verb:
        case "accept":
            yield in_turn(shown.signs, before.sitting, own)
            return
        case "refuse" if before.wager == terms.LAST_WORD:
            yield in_turn(shown.calls, before.sitting, "own call")
            return
        case "refuse":
            yield in_turn(shown.refuses, before.sitting, own)
            return
        case "listen":
            yield in_turn(shown.listens, before.sitting, own)
            return
        case verb if verb in SIMPLY:
            yield Said(SIMPLY[verb].format(courier=words.courier, throne=words.throne), own)
            return
    yield from _beside(rules, before, decision)
    paper = decision.paper
    if paper is None or before.paper is None:
        return
    changed = [i for i, o in enumerate(paper) if o != before.paper[i]]
    his = opposite(rules, HOST).his
    settled = "; ".join(option_text(rules.scenario, i, paper[i]) for i in changed)
    yield Said(
        f"Your word is {his} paper, but for this: {settled}."
        if changed
        else f"Your word is {his} paper as it stands.",
        "own word",
    )


def _beside(rules: Rules, before: State, decision: Decision) -> Iterator[Said]:
    act, shown = rules.table.by_id.get(decision.name), rules.table.own_shown
    if act is None:
        return
    claimant = opposite(rules, HOST)
    match act.kind:
        case ActKind.STALL:
            yield in_turn(shown.stalls, before.sitting, "own stall")
        case ActKind.PLEAD:
            yield in_turn(shown.pleads, before.sitting, "own plead")
        case ActKind.ARGUE:
            at = rules.table.ground(decision.about[0])
            ground = rules.table.grounds[at]
            had = f"the ground that {claimant.he} had argued to you"
            whose = had if at in before.grounds else "a ground of your own"
            yield Said(f"You answer with {whose}: “{ground.say}”", "own argue")
            if at in before.cited:
                yield Said("You have argued it before; it moves nothing.", "own argue again")
            elif len(before.cited) >= terms.GROUNDS_HEARD:
                yield Said(
                    f"{claimant.He} has heard two of you, and hears no third.", "own argue unheard"
                )
        case ActKind.COURTESY:
            yield in_turn(shown.dines, before.sitting, "own courtesy")

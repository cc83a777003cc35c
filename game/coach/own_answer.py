"""What the host reads of his own answer."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.saying import Said
from game.coach.words_for import option_text
from game.rules import Rules
from game.state import Decision, State

WITHOUT_PAPER = {
    "accept": "You take up the brush, and sign.",
    "sign-to-disown": "You sign; and by the same courier you beg the throne to disown it.",
    "consult": "You consult those who will answer for it with you; the paper waits a sitting.",
    "refuse": "You refuse the paper.",
    "fall-ill": "You keep to your bed.",
    "break-off": "You rise. The talks are at an end.",
    "listen": "You listen.",
}
"""Decisions that say all there is to say."""


def own_answer(rules: Rules, before: State, decision: Decision) -> Iterator[Said]:
    """Yield what the host himself did."""
    if decision.verb in WITHOUT_PAPER:
        yield Said(WITHOUT_PAPER[decision.verb], f"own {decision.verb}")
        return
    yield from _beside(rules, decision)
    paper = decision.paper
    if paper is None or before.paper is None:
        return
    changed = [i for i, o in enumerate(paper) if o != before.paper[i]]
    terms = "; ".join(option_text(rules.scenario, i, paper[i]) for i in changed)
    yield Said(
        f"You give your word to his paper with this: {terms}."
        if changed
        else "You give your word to his paper as it stands.",
        "own word",
    )


def _beside(rules: Rules, decision: Decision) -> Iterator[Said]:
    act = rules.table.by_id.get(decision.name)
    if act is None:
        return
    match act.kind:
        case "stall":
            yield Said("You speak of the weather.", "own stall")
        case "plead":
            yield Said("You let the secretary plead.", "own plead")
        case "argue":
            ground = next(g for g in rules.table.grounds if g.id == decision.about[0])
            yield Said(f"You answer with a ground of your own: “{ground.say}”", "own argue")
        case "courtesy":
            yield Said("You have food brought.", "own courtesy")

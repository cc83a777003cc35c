"""What the host reads of his own answer."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.saying import Said, in_turn
from game.coach.words_for import option_text
from game.rules import Rules, terms
from game.scenario.table_model import ActKind
from game.state import Decision, State

WITHOUT_PAPER = {
    "accept": (
        "You take up the brush, and write your name from the top down.",
        "You take up the brush. A name is soon written; this one is.",
        "You take up the brush, and sign, and look at it until it is dry.",
    ),
    "sign-to-disown": ("You sign; and by the same courier you beg the throne to disown it.",),
    "consult": ("You consult those who will answer for it with you; the paper waits a sitting.",),
    "refuse": (
        "You refuse the paper: you read it to the end, and do not take up the brush.",
        "You refuse the paper. No, you say; the interpreter makes it longer, and softer.",
        "You refuse the paper: you square its edges, and leave it lying.",
    ),
    "fall-ill": ("You keep to your bed.",),
    "break-off": ("You rise. The talks are at an end.",),
    "listen": (
        "You listen, with your hands in your sleeves.",
        "You listen, and have tea poured.",
        "You listen, and say neither yes nor no.",
    ),
}
"""Decisions that say all there is to say, each in one way or several."""
WEATHER = (
    "You speak of the weather: of the ice when it goes, and the mosquitoes when they come.",
    "You ask what the winters are like at Irkutsk, and do not hurry the interpreter.",
    "You speak of your ancestors, reign by reign, and then of the rain.",
)


def own_answer(rules: Rules, before: State, decision: Decision) -> Iterator[Said]:
    """Yield what the host himself did."""
    if decision.verb in WITHOUT_PAPER:
        yield in_turn(WITHOUT_PAPER[decision.verb], before.sitting, f"own {decision.verb}")
        return
    yield from _beside(rules, before, decision)
    paper = decision.paper
    if paper is None or before.paper is None:
        return
    changed = [i for i, o in enumerate(paper) if o != before.paper[i]]
    settled = "; ".join(option_text(rules.scenario, i, paper[i]) for i in changed)
    yield Said(
        f"Your word is his paper, but for this: {settled}."
        if changed
        else "Your word is his paper as it stands.",
        "own word",
    )


def _beside(rules: Rules, before: State, decision: Decision) -> Iterator[Said]:
    act = rules.table.by_id.get(decision.name)
    if act is None:
        return
    match act.kind:
        case ActKind.STALL:
            yield in_turn(WEATHER, before.sitting, "own stall")
        case ActKind.PLEAD:
            yield Said(
                "You let the secretary plead: they will be punished, every one of them.",
                "own plead",
            )
        case ActKind.ARGUE:
            at, ground = next(
                (i, g) for i, g in enumerate(rules.table.grounds) if g.id == decision.about[0]
            )
            had = "the ground that he had argued to you"
            whose = had if at in before.grounds else "a ground of your own"
            yield Said(f"You answer with {whose}: “{ground.say}”", "own argue")
            if at in before.cited:
                yield Said("You have argued it before; it moves nothing.", "own argue again")
            elif len(before.cited) >= terms.GROUNDS_HEARD:
                yield Said("He has heard two of you, and hears no third.", "own argue unheard")
        case ActKind.COURTESY:
            yield Said("You have food brought, and will not talk across it.", "own courtesy")

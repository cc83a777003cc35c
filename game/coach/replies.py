"""The host's answers in words, each bound to the terms that decided it.

The claimant hears asks and gives with one reason for each ask; the guns are named only where the
host would have refused without them; “he moves” is said only where his word is better for the
claimant than his last.
"""

from __future__ import annotations

from game.coach.words_for import option_text, phrase, sentence
from game.negotiation import value
from game.rules import Reason, Rules, reason
from game.rules.reasons import Because
from game.rules.terms import NOTICED
from game.state import CLAIMANT, HOST, Decision, Reply, State

LISTENING = (
    "He listens. No paper lies on the table.",
    "He pours tea, and waits for a paper.",
    "He inclines his head. There is nothing yet to answer.",
)
NOT_TODAY = (
    "Not today, he says, and lets the paper lie.",
    "He turns the paper face down. Not today.",
    "He reads it to the end, and does not take up the brush.",
)
NEED_UNHEARD = (
    "There is a thing he cannot go home without, he says, and it is not in this paper. "
    "He does not say what.",
    "He looks for something in the paper, does not find it, and does not say what it was.",
)
RUIN = (
    "To sign this would be ruin. It sets no ladder; he need not climb down from it.",
    "He does not bargain over this: a man who carried it home would not be asked what he saved.",
)


def answered(rules: Rules, before: State, after: State, decision: Decision, seat: int) -> list[str]:
    """Return the sentences that tell an answer to a seat."""
    if seat == HOST:
        return _own(rules, before, decision)
    why = reason(rules, before, decision)
    lines = _act(rules, decision)
    match decision.verb:
        case "accept" | "sign-to-disown":
            lines.append(_signed(why))
        case "consult":
            lines.append(
                "He would sign, but a cession is beyond his powers: an officer rides for leave, "
                "and the paper waits one sitting. He will not go back on it."
            )
        case "fall-ill":
            lines.append(
                "He is ill, his people say. After such an affront he cannot be seen to sign."
                if why.because is Because.FACE
                else "He is ill, his people say."
            )
        case "break-off":
            lines.append(
                "His patience is spent. He rises, and the talks are at an end."
                if why.because is Because.PATIENCE
                else "He rises, and the talks are at an end."
            )
        case "listen":
            lines.append(LISTENING[before.sitting % len(LISTENING)])
        case "refuse":
            lines += _refused(rules, before, after, why)
        case _:
            if decision.paper is not None:
                lines += _countered(rules, before, decision, why)
                if before.wager == 2:
                    lines.append("He did not call your last word: this is his.")
            elif before.paper is not None:
                lines.append(NOT_TODAY[before.sitting % len(NOT_TODAY)])
            else:
                lines.append(LISTENING[before.sitting % len(LISTENING)])
    if before.papers == 1 and before.paper is not None and after.ended is None:
        lines.append(
            "(The paper stays on the table; he may sign it in any sitting that moves him.)"
        )
    return lines


def _own(rules: Rules, before: State, decision: Decision) -> list[str]:
    """Tell the host what he himself did."""
    scenario = rules.scenario
    match decision.verb:
        case "accept":
            return ["You take up the brush, and sign."]
        case "sign-to-disown":
            return ["You sign; and by the same courier you beg the throne to disown it."]
        case "consult":
            return ["You send an officer for leave. The paper waits one sitting."]
        case "refuse":
            return ["You refuse the paper."]
        case "fall-ill":
            return ["You keep to your bed."]
        case "break-off":
            return ["You rise. The talks are at an end."]
        case "listen":
            return ["You listen."]
    paper = decision.paper
    if paper is None or before.paper is None:
        return []
    changed = [i for i, o in enumerate(paper) if o != before.paper[i]]
    terms = "; ".join(option_text(scenario, i, paper[i]) for i in changed)
    return [f"You give your word to his paper with this: {terms}."] if changed else []


def _act(rules: Rules, decision: Decision) -> list[str]:
    """Tell what he did beside his answer."""
    act = rules.table.by_id.get(decision.name)
    if act is None or act.kind in ("lay", "ask", "tell"):
        return []
    match act.kind:
        case "stall":
            return ["He speaks of the weather and of his ancestors."]
        case "plead":
            return ["The secretary pleads: they will be punished, every one of them."]
        case "argue":
            ground = next(g for g in rules.table.grounds if g.id == decision.about[0])
            return [f"He answers with a ground of his own: “{ground.say}”"]
        case _:
            return ["He has food brought, and will not talk across it."]


def _signed(why: Reason) -> str:
    match why.because:
        case Because.GUNS:
            return (
                "He signs because refusing has become worse: the guns decide it. "
                "Without them he would have sent you away."
            )
        case Because.ENOUGH:
            return "He signs because the paper is better than no paper, guns or no guns."
        case Because.OWN_WORD:
            return "It is his own word; he signs it."
        case _:
            return "He signs, against his own reckoning."


def _refused(rules: Rules, before: State, after: State, why: Reason) -> list[str]:
    scenario = rules.scenario
    if after.reply == Reply.CALLS_IT:
        return [
            "He calls it. “Then go,” he says, and does not rise. "
            "Your word is worth less now: go home, or stay diminished."
        ]
    match why.because:
        case Because.RUIN:
            lines = [RUIN[before.sitting % len(RUIN)]]
        case Because.NEED:
            heard = before.heard_need >= 0
            need = rules.table.needs[HOST][before.heard_need] if heard else None
            return [
                f"He told you what he cannot go home without: “{need.say}” It is not in this paper."
                if need is not None
                else NEED_UNHEARD[before.sitting % len(NEED_UNHEARD)]
            ]
        case _:
            lines = [NOT_TODAY[before.sitting % len(NOT_TODAY)]]
    if why.weighs:
        issue = list(scenario.table.issues.values())[why.weighs[0]]
        lines.append(f"What weighs most is {issue.label}: “{issue.why}”")
    return lines


def _countered(rules: Rules, before: State, decision: Decision, why: Reason) -> list[str]:
    scenario = rules.scenario
    word = decision.paper
    if word is None:
        return []
    lines = []
    if before.said is not None and _better(rules, before, word):
        lines.append("He moves. His word now:")
    elif before.said == word:
        lines.append("His word stands as it was:")
    else:
        lines.append("He gives his word:")
    for issue in why.weighs:
        reason_given = list(scenario.table.issues.values())[issue].why
        lines.append(
            f"  he asks: {phrase(option_text(scenario, issue, word[issue]))}. “{reason_given}”"
        )
    lines.extend(
        f"  he gives: {phrase(option_text(scenario, issue, word[issue]))}; you had asked for it."
        for issue in why.gives
    )
    if why.because is Because.NEED and before.heard_need < 0:
        lines.append(sentence("one of these he will not do without"))
    lines.append("Lay it down unchanged, with no pressure between, and he signs it.")
    return lines


def _better(rules: Rules, before: State, word: tuple[int, ...]) -> bool:
    """Return whether a word is better for the claimant than the one before, on his own scale."""
    claimant = before.men[CLAIMANT]
    if claimant is None or before.said is None:
        return False
    return value(word, claimant.utility) - value(before.said, claimant.utility) >= NOTICED

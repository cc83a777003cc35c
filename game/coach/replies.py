"""The host's answers in words, each bound to the terms that decided it.

The claimant hears asks and gives with one reason for each ask; the guns are named only where the
host would have refused without them; “he moves” is said only where his word is better for the
claimant than his last. A sentence is said only where its own condition holds of the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.invented import spoken
from game.coach.names import in_sentence
from game.coach.own_answer import own_answer
from game.coach.saying import Said, in_turn
from game.coach.words_for import option_text
from game.negotiation import Package, value
from game.rules import Reason, Rules, mind, reason
from game.rules.reasons import Because
from game.rules.terms import NOTICED
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Ended, Reply, State

NEED_UNHEARD = (
    "There is a thing he cannot go home without, he says, and it is not in this paper. "
    "He does not say what.",
    "He looks for something in the paper, does not find it, and does not say what it was.",
)
RUIN = (
    "To sign this would be his ruin. He does not take it for a bid, and will not bargain from it.",
    "He does not bargain over this: it would ruin whoever took it home, whatever else it saved.",
)

UNHEARD = (ActKind.LAY, ActKind.PRESSURE)
"""Kinds of act that are done without a word to him."""


def answered(
    rules: Rules, before: State, after: State, decision: Decision, seat: int
) -> Iterator[Said]:
    """Yield the sentences that tell an answer to a seat."""
    if seat == HOST:
        yield from own_answer(rules, before, decision)
        return
    why, shown = reason(rules, before, decision), rules.table.shown
    yield from _beside(rules, before, decision)
    match decision.verb:
        case "accept" | "sign-to-disown":
            yield from _signed(rules, before, why)
        case "consult":
            yield from _consulted(rules, before, why)
        case "fall-ill":
            yield from _fell_ill(rules, before, why)
        case "break-off" if why.because is Because.PATIENCE:
            yield Said(
                "His patience is spent. He rises, and the talks are at an end.", "patience-spent"
            )
        case "break-off":
            yield Said("He rises, and the talks are at an end.", "broke-off")
        case "refuse":
            yield from _refused(rules, before, after, why)
        case _ if decision.paper is not None:
            yield from _countered(rules, before, after, decision.paper, why)
        case _ if before.paper is None:
            yield in_turn(shown.listens, before.sitting, "listens")
        case _:
            yield in_turn(shown.refuses, before.sitting, "not-today")
    if before.papers == 1 and before.paper is not None and after.ended is None:
        yield Said(
            "(The paper stays on the table; he may sign it in any sitting that moves him.)",
            "left-lying",
        )


def _beside(rules: Rules, before: State, decision: Decision) -> Iterator[Said]:
    """Tell what he did beside his answer; what he asks and tells has entries of its own."""
    act, shown = rules.table.by_id.get(decision.name), rules.table.shown
    if act is None:
        return
    match act.kind:
        case ActKind.STALL:
            yield in_turn(shown.stalls, before.sitting, "stalls")
        case ActKind.PLEAD:
            yield in_turn(shown.pleads, before.sitting, "pleads")
        case ActKind.ARGUE:
            at, ground = next(
                (i, g) for i, g in enumerate(rules.table.grounds) if g.id == decision.about[0]
            )
            whose = (
                "the ground that you had argued" if at in before.grounds else "a ground of his own"
            )
            yield Said(f"He answers with {whose}: “{ground.say}”", "argues")
        case ActKind.COURTESY:
            yield in_turn(shown.dines, before.sitting, "dines")


def _fell_ill(rules: Rules, before: State, why: Reason) -> Iterator[Said]:
    """Tell that he keeps to his bed: after a talk he rises from it, else he is not seen."""
    act = rules.table.by_id.get(before.transcript[-1].name)
    if act is not None and act.kind not in UNHEARD:
        yield Said("He hears you, and then withdraws: he is ill, his people say.", "withdraws-ill")
    else:
        yield Said("No answer comes: he is ill, his people say.", "ill-unseen")
    if why.because is Because.FACE:
        yield Said("After such an affront he cannot be seen to sign.", "ill-of-an-affront")


def _signed(rules: Rules, before: State, why: Reason) -> Iterator[Said]:
    guns = rules.table.words.guns
    match why.because:
        case Because.GUNS:
            yield Said(
                f"He signs because refusing has become worse: the {guns} decide it. "
                "Without them he would not have signed.",
                "guns",
            )
        case Because.ENOUGH:
            anyway = f", {guns} or no {guns}" if before.pressure else ""
            yield Said(f"He signs because the paper is better than no paper{anyway}.", "enough")
        case Because.OWN_WORD if why.worth < why.walk_unmenaced:
            but = f"But for the {guns} he" if rules.table.knows_pressure else "He"
            yield Said(
                f"It is his own word; he signs it. {but} would sooner have had none.",
                "own-word-under-guns",
            )
        case Because.OWN_WORD:
            yield Said("It is his own word; he signs it.", "own-word")
        case _:
            yield Said("He signs, against his own reckoning.", "against")
    yield from _last_word(rules, before, why)


def _consulted(rules: Rules, before: State, why: Reason) -> Iterator[Said]:
    unpressed = ", with no pressure between" * rules.table.knows_pressure
    would = before.kept or (why.worth >= why.want and _holds_the_need(before, before.paper))
    yield Said(
        f"{'He would sign, but a' if would else 'A'} cession is beyond his powers alone: he must "
        f"consult the {rules.table.words.officers} who will answer for it with him, and the paper "
        "waits one sitting. "
        f"It is his word now: lay it down unchanged{unpressed}.",
        "would-sign-after-counsel" if would else "consults",
    )
    yield from _last_word(rules, before, why)


def _last_word(rules: Rules, before: State, why: Reason) -> Iterator[Said]:
    """Tell what an open ultimatum had to do with his consent."""
    if not before.wager or before.kept:
        return
    hoped = rules.walk(HOST, before) + before.hope[HOST]
    if why.want <= why.worth < hoped and _holds_the_need(before, before.paper):
        yield Said("It was your last word that moved him: he gives way.", "gave-way")
    else:
        yield Said("Your last word had nothing to decide.", "last-word-idle")


def _refused(rules: Rules, before: State, after: State, why: Reason) -> Iterator[Said]:
    if after.reply == Reply.CALLS_IT:
        yield from _called(before, why)
        return
    match why.because:
        case Because.RUIN:
            yield in_turn(RUIN, before.sitting, "ruin")
        case Because.NEED if before.heard_need >= 0 and _just_asked(rules, before):
            yield Said(
                "What he has told you he cannot go home without is not in this paper.",
                "need-named-is-missing",
            )
            return
        case Because.NEED if before.heard_need >= 0:
            need = rules.table.needs[HOST][before.heard_need]
            yield Said(
                f"He told you what he cannot go home without: {spoken(need)} "
                "It is not in this paper.",
                "need-named-is-missing",
            )
            return
        case Because.NEED:
            yield in_turn(NEED_UNHEARD, before.sitting, "need-unnamed-is-missing")
            return
        case _:
            yield in_turn(rules.table.shown.refuses, before.sitting, "not-today")
    if why.weighs:
        yield _weighing(rules, before, why)


def _weighing(rules: Rules, before: State, why: Reason) -> Said:
    """Return what weighs against the paper; what is next to it where he just said what is most."""
    again = len(why.weighs) > 1 and _refused_just_so(before)
    at = why.weighs[again]
    issue = list(rules.scenario.table.issues.values())[at]
    said, most = ("next", "Next to that weighs") if again else ("weighs", "What weighs most is")
    complaint = _complaint(rules, before, at)
    return Said(f"{most} {issue.label}: “{complaint}”", f"{said} {rules.table.issues[at]}")


def _complaint(rules: Rules, before: State, at: int) -> str:
    """Return what he says of an issue: why it matters, or where he has part of it, what for more.

    What the paper holds already is not asked for once more.
    """
    issue, row = (
        list(rules.scenario.table.issues.values())[at],
        mind.host_of(before).utility.worth[at],
    )
    if before.paper is None or row[before.paper[at]] == min(row):
        return issue.why
    return list(issue.options.values())[row.index(max(row))].why or issue.why


def _refused_just_so(before: State) -> bool:
    """Return whether he refused this same paper in the sitting before."""
    ours, theirs = before.transcript[::2], before.transcript[1::2]
    if not theirs or theirs[-1].verb != "refuse":
        return False
    return ours[-1].paper is None or before.paper == before.previous


def _just_asked(rules: Rules, before: State) -> bool:
    """Return whether he was asked why in this sitting, so that his own words were just read."""
    act = rules.table.by_id.get(before.transcript[-1].name)
    return act is not None and act.kind == ActKind.ASK


def _called(before: State, why: Reason) -> Iterator[Said]:
    """Tell that an ultimatum was called, and why, where the numbers say why."""
    yield Said("He calls it. “Then go,” he says, and does not rise.", "called")
    if not _holds_the_need(before, before.paper):
        yield Said(
            "A thing that he cannot go home without is not in the paper, last word or not.",
            "called-for-the-need",
        )
    elif why.worth < why.want:
        yield Said(
            "What you asked is further from what he could sign than a last word carries.",
            "called-too-far",
        )
    yield Said("Your word is worth less now: go home, or stay diminished.", "diminished")


def _countered(
    rules: Rules, before: State, after: State, word: Package, why: Reason
) -> Iterator[Said]:
    scenario, ids = rules.scenario, rules.table.issues
    issues = list(scenario.table.issues.values())
    if before.said is not None and _better(before, word):
        yield Said("He moves. His word now:", "he-moves")
    elif before.said == word:
        yield Said("His word is what it was:", "word-as-it-was")
    else:
        yield Said("He gives his word:", "his-word")
    for issue in why.weighs:
        asked = in_sentence(scenario, option_text(scenario, issue, word[issue]))
        demand = list(issues[issue].options.values())[word[issue]]
        yield Said(f"  he asks: {asked}. “{demand.why or issues[issue].why}”", f"asks {ids[issue]}")
    for issue in why.gives:
        given = in_sentence(scenario, option_text(scenario, issue, word[issue]))
        if before.wanted[issue] >> word[issue] & 1:
            yield Said(f"  he gives: {given}; it once stood in your paper.", f"gives {ids[issue]}")
        else:
            yield Said(f"  he would have it so: {given}.", f"changes {ids[issue]}")
    if before.heard_need < 0 and not _holds_the_need(before, before.paper):
        if _holds_the_need(before, word):
            yield Said("One of these he will not do without.", "need-among-these")
        else:
            yield Said("There is a thing he does not ask for, and needs.", "need-unasked")
    if before.wager == 2:
        yield Said("He did not call your last word: this is his.", "not-called")
    if after.ended is Ended.LAPSED:
        return
    consults = _cedes(rules, word) and not after.consulted
    officers = rules.table.words.officers
    unpressed = ", with no pressure between," if rules.table.knows_pressure else ","
    yield Said(
        f"Lay it down unchanged{unpressed} and he "
        + (f"signs it, or first consults his {officers}." if consults else "signs it."),
        "will-sign",
    )


def _cedes(rules: Rules, word: Package) -> bool:
    """Return whether a paper cedes what its signer may have to consult on."""
    return any(row[o] for row, o in zip(rules.table.cession, word, strict=True))


def _holds_the_need(before: State, paper: Package | None) -> bool:
    host = before.men[HOST]
    return host is None or paper is None or mind.meets_need(host, paper)


def _better(before: State, word: Package) -> bool:
    """Return whether a word is better for the claimant than the one before, on his own scale."""
    claimant = before.men[CLAIMANT]
    if claimant is None or before.said is None:
        return False
    return value(word, claimant.utility) - value(before.said, claimant.utility) >= NOTICED

"""The host's answers in words, each bound to the terms that decided it.

The claimant hears asks and gives with one reason for each ask; the guns are named only where the
host would have refused without them; “he moves” is said only where his word is better for the
claimant than his last. A sentence is said only where its own condition holds of the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, takewhile

from game.coach.invented import spoken
from game.coach.menace import menace
from game.coach.own_answer import own_answer
from game.coach.persons import Person, opposite
from game.coach.saying import Said, in_turn
from game.coach.word_given import holds_the_need, word_given
from game.negotiation import Package
from game.rules import Reason, Rules, mind, reason, terms
from game.rules.reasons import Because
from game.scenario.table_model import ActKind
from game.state import HOST, Decision, Reply, State

NEED_UNHEARD = (
    "There is a thing {host.he} {cannot}, {host.he} says, and it is not in this "
    "paper. {host.He} does not say what.",
    "{host.He} looks for something in the paper, does not find it, and does not say what it was.",
)
RUIN = (
    "To grant this would be {host.his} ruin. {host.He} does not take it for a bid, and will not "
    "bargain from it.",
    "{host.He} does not bargain over this: it would ruin whoever took it home, whatever else it "
    "saved.",
)
WEIGHED = (
    "{host.He} has said what weighs against it, and does not say it again.",
    "What weighs against it {host.he} has told you; it weighs no less today.",
)

UNHEARD = (ActKind.LAY, ActKind.PRESSURE)
"""Kinds of act that are done without a word to the host."""


def answered(
    rules: Rules, before: State, after: State, decision: Decision, seat: int
) -> Iterator[Said]:
    """Yield the sentences that tell an answer to a seat."""
    if seat == HOST:
        yield from own_answer(rules, before, decision)
        return
    why, shown = reason(rules, before, decision), rules.table.shown
    host, consent = opposite(rules, seat), rules.table.words.consent
    yield from _beside(rules, before, decision, host)
    match decision.verb:
        case "accept" | "sign-to-disown":
            yield from _signed(rules, before, why, host)
        case "consult":
            yield from _consulted(rules, before, why, host)
        case "fall-ill":
            yield from _fell_ill(rules, before, why, host)
        case "break-off" if why.because is Because.PATIENCE:
            rises = f"{host.He} rises, and the talks are at an end."
            yield Said(f"{host.His} patience is spent. {rises}", "patience-spent")
        case "break-off":
            yield Said(f"{host.He} rises, and the talks are at an end.", "broke-off")
        case "refuse":
            yield from _refused(rules, before, after, why, host)
            if before.word is not None:
                yield Said(
                    f"With that {host.his} word is withdrawn: it binds {host.him} only until "
                    f"{host.he} refuses.",
                    "word-withdrawn",
                )
        case _ if decision.paper is not None:
            yield from word_given(rules, before, after, decision.paper, why, host)
        case _ if before.paper is None:
            yield in_turn(shown.listens, before.sitting, "listens")
        case _:
            yield in_turn(shown.refuses, before.sitting, "not-today")
    if before.papers == 1 and before.paper is not None and _may_yet_sign(after, decision, why):
        yield Said(
            f"(The paper stays on the table; {host.he} may {consent.will} {consent.it} in any "
            f"sitting that moves {host.him}.)",
            "left-lying",
        )


def _may_yet_sign(after: State, decision: Decision, why: Reason) -> bool:
    """Return whether it can be said of a paper that he may sign it yet: not beside its ruin."""
    called, ruined = after.reply == Reply.CALLS_IT, why.because is Because.RUIN
    return after.ended is None and not called and not (decision.verb == "refuse" and ruined)


def _beside(rules: Rules, before: State, decision: Decision, host: Person) -> Iterator[Said]:
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
            own = f"a ground of {host.his} own"
            whose = "the ground that you had argued" if at in before.grounds else own
            yield Said(f"{host.He} answers with {whose}: “{ground.say}”", "argues")
        case ActKind.COURTESY:
            yield in_turn(shown.dines, before.sitting, "dines")


def _fell_ill(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell that he keeps to his bed: after a talk he rises from it, else he is not seen."""
    act = rules.table.by_id.get(before.transcript[-1].name)
    ill = f"{host.he} is ill, {host.his} people say."
    if act is not None and act.kind not in UNHEARD:
        yield Said(f"{host.He} hears you, and then withdraws: {ill}", "withdraws-ill")
    else:
        yield Said(f"No answer comes: {ill}", "ill-unseen")
    if why.because is Because.FACE:
        cannot = f"cannot be seen to {rules.table.words.consent.will}"
        yield Said(f"After such an affront {host.he} {cannot}.", "ill-of-an-affront")


def _added_by_face(rules: Rules, before: State) -> int:
    """Return what the host's face adds to any paper, in hundredths."""
    man = mind.host_of(before)
    return mind.felt(before, rules.table.tempers[HOST][man.temper].courtesy)


def _signed(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    pressed, consent = menace(rules, before), rules.table.words.consent
    match why.because:
        case Because.GUNS:
            yield Said(
                f"{host.He} {consent.does} because refusing has become worse. But for {pressed} "
                f"{host.he} would not have {consent.done}.",
                "guns",
            )
        case Because.ENOUGH:
            anyway = f", with {pressed} or without" if before.pressure else ""
            yield Said(
                f"{host.He} agrees because the paper is better than no paper{anyway}.", "enough"
            )
            if why.worth - _added_by_face(rules, before) < why.want:
                yield Said(
                    f"What its clauses are short of {host.his} hopes, {host.his} face makes up: at "
                    f"{terms.EVEN_FACE} or below {host.he} would not have {consent.done} today.",
                    "enough-by-face",
                )
        case Because.OWN_WORD if why.worth < why.walk_unmenaced:
            but = f"But for {pressed} {host.he}" if rules.table.knows_pressure else host.He
            yield Said(
                f"It is {host.his} own word; {host.he} stands by it. {but} would sooner have had "
                "none.",
                "own-word-under-guns",
            )
        case Because.OWN_WORD:
            yield Said(f"It is {host.his} own word; {host.he} stands by it.", "own-word")
        case _:
            yield Said(f"{host.He} {consent.does}, against {host.his} own reckoning.", "against")
    yield from _last_word(rules, before, why, host)


def _consulted(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    words, unpressed = rules.table.words, ", with no pressure between" * rules.table.knows_pressure
    would = before.kept or (why.worth >= why.want and holds_the_need(before, before.paper))
    yield Said(
        f"{f'{host.He} would {words.consent.will}, but a' if would else 'A'} cession is beyond "
        f"{host.his} powers alone: {host.he} must consult the {words.officers} who will answer for "
        f"it with {host.him}, and the paper waits one sitting. It is {host.his} word now: lay it "
        f"down unchanged{unpressed}.",
        "would-sign-after-counsel" if would else "consults",
    )
    yield from _last_word(rules, before, why, host)


def _last_word(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell what an open ultimatum had to do with his consent."""
    if not before.wager or before.kept:
        return
    hoped = rules.walk(HOST, before) + before.hope[HOST]
    if why.want <= why.worth < hoped and holds_the_need(before, before.paper):
        yield Said(f"It was your last word that moved {host.him}: {host.he} gives way.", "gave-way")
    else:
        yield Said("Your last word had nothing to decide.", "last-word-idle")


def _refused(
    rules: Rules, before: State, after: State, why: Reason, host: Person
) -> Iterator[Said]:
    if after.reply == Reply.CALLS_IT:
        yield from _called(rules, before, why, host)
        return
    cannot = rules.table.words.cannot_do_without
    match why.because:
        case Because.RUIN:
            yield in_turn(_of(host, RUIN), before.sitting, "ruin")
        case Because.NEED if before.heard_need >= 0 and _just_asked(rules, before):
            yield Said(
                f"What {host.he} has told you {host.he} {cannot} is not in this paper.",
                "need-named-is-missing",
            )
            return
        case Because.NEED if before.heard_need >= 0:
            need = rules.table.needs[HOST][before.heard_need]
            yield Said(
                f"{host.He} told you what {host.he} {cannot}: {spoken(need)} "
                "It is not in this paper.",
                "need-named-is-missing",
            )
            return
        case Because.NEED:
            yield in_turn(
                _of(host, NEED_UNHEARD, cannot), before.sitting, "need-unnamed-is-missing"
            )
            return
        case _:
            yield in_turn(rules.table.shown.refuses, before.sitting, "not-today")
    if why.weighs:
        yield _weighing(rules, before, why, host)


def _of(host: Person, texts: Iterable[str], cannot: str = "") -> tuple[str, ...]:
    return tuple(text.format(host=host, cannot=cannot) for text in texts)


def _weighing(rules: Rules, before: State, why: Reason, host: Person) -> Said:
    """Return what weighs most against the paper, or after what he just said of it, what is next."""
    complained = _complaints(rules, before)
    if complained >= len(why.weighs):
        return in_turn(_of(host, WEIGHED), before.sitting, "weighed")
    at = why.weighs[complained]
    issue = list(rules.scenario.table.issues.values())[at]
    said, most = (
        ("next", "Next to that weighs") if complained else ("weighs", "What weighs most is")
    )
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


def _complaints(rules: Rules, before: State) -> int:
    """Return how often he has just refused this same paper; a last word is called without one."""
    ours, theirs = before.transcript[::2], before.transcript[1::2]
    *lay, lies = accumulate((decision.paper for decision in ours), _lies)
    sittings = zip(reversed(theirs), reversed(lay), reversed(ours[:-1]), strict=False)
    same = takewhile(lambda held: held[0].verb == "refuse" and held[1] == lies, sittings)
    return sum(not _is_last_word(rules, mine) for _, _, mine in same)


def _lies(before: Package | None, laid: Package | None) -> Package | None:
    return laid or before


def _is_last_word(rules: Rules, decision: Decision) -> bool:
    act = rules.table.by_id.get(decision.name)
    return act is not None and act.kind == ActKind.WAGER


def _just_asked(rules: Rules, before: State) -> bool:
    """Return whether he was asked why in this sitting, so that his own words were just read."""
    act = rules.table.by_id.get(before.transcript[-1].name)
    return act is not None and act.kind == ActKind.ASK


def _called(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell that an ultimatum was called, and why, where the numbers say why."""
    yield Said(f"{host.He} calls it. “Then go,” {host.he} says, and does not rise.", "called")
    if not holds_the_need(before, before.paper):
        cannot = rules.table.words.cannot_do_without
        yield Said(
            f"A thing that {host.he} {cannot} is not in the paper, last word or not.",
            "called-for-the-need",
        )
    elif why.worth < why.want:
        yield Said(
            f"What you asked is further from what {host.he} could grant than a last word carries.",
            "called-too-far",
        )
    yield Said("Your word is worth less now: go home, or stay diminished.", "diminished")

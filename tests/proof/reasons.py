"""Whether what the host is made to say is true: every sentence is held against the numbers.

The worth of a paper, his walk-away and his want are reckoned anew (`answer.py`), so that a slip in
the rules' own reasons shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from game.coach.chronicle import told
from game.policy.official import Official
from game.rules import Rules, terms
from game.rules.legal import Legal
from game.state import CLAIMANT, HOST, Decision, Ended, Phase
from tests.proof.answer import Answer, worth
from tests.proof.claim import Claim
from tests.proof.games import host_answers


def _signs_if_laid_down(a: Answer) -> bool:
    """Play on with his word laid down unchanged: he signs it, or first consults on a cession."""
    if not a.step.official:
        return True
    official, state = Official(a.rules), a.after
    asked = 0
    while state.ended is None:
        legal: Legal = a.rules.legal_decisions(state)
        if state.phase == Phase.SCENE and state.seat == CLAIMANT:
            state = state._replace(scene=-1, phase=Phase.SITTING)
            continue
        if state.seat == CLAIMANT:
            decision = Decision("accept")
        else:
            decision = official.choose(a.rules.seen_by(HOST, state), legal)
            asked += decision.verb == "consult"
        if decision not in legal:
            return False
        state = a.rules.follow(state, decision)
    cedes = any(row[o] for row, o in zip(a.rules.table.cession, a.word, strict=True))
    if asked and state.ended is Ended.LAPSED:
        return a.after.sitting >= a.rules.table.sittings
    return state.treaty == a.word and asked <= int(cedes)


def _asks(a: Answer, issue: int) -> bool:
    row = a.host.utility.worth[issue]
    return row[a.word[issue]] > row[a.paper[issue]]


def _gives(a: Answer, issue: int) -> bool:
    row = a.host.utility.worth[issue]
    return (
        a.word[issue] != a.paper[issue]
        and row[a.word[issue]] <= row[a.paper[issue]]
        and any(p[issue] == a.word[issue] for p in a.step.papers)
    )


def _would_be_enough(a: Answer, issue: int) -> bool:
    """Return whether the paper would do, were this one issue as he would have it."""
    row = a.host.utility.worth[issue]
    mended = (*a.paper[:issue], row.index(max(row)), *a.paper[issue + 1 :])
    more = worth(mended, a.host.utility) - worth(a.paper, a.host.utility)
    return not a.lacks_need(mended) and a.worth + more >= a.want


Holds = Callable[[Answer], bool]
CLOSE, FAR, MOVED = 300, 1500, 300
"""Hundredths of his points by which a paper falls short, and by which menace has worn him."""
ALONE: dict[str, Holds] = {
    "guns": lambda a: a.want <= a.worth < a.walk(0) and a.before.shown > 0,
    "enough": lambda a: a.worth >= max(a.want, a.walk(0)) and not a.lacks_need(a.paper),
    "enough-by-face": lambda a: a.worth_at_even_face < a.want <= a.worth,
    "own-word": lambda a: a.before.word == a.paper and a.worth >= a.walk(0),
    "own-word-under-guns": lambda a: a.before.word == a.paper and a.worth < a.walk(0),
    "against": lambda a: not a.step.official and (a.lacks_need(a.paper) or a.worth < a.want),
    "gave-way": lambda a: a.before.wager > 0 and _moved_by_last_word(a),
    "last-word-idle": lambda a: a.before.wager > 0 and not _moved_by_last_word(a),
    "would-sign-after-counsel": lambda a: (
        a.after.word == a.paper
        and (a.before.word == a.paper or (a.worth >= a.want and not a.lacks_need(a.paper)))
    ),
    "consults": lambda a: not a.step.official and a.after.word == a.paper,
    "ill-of-an-affront": lambda a: a.before.face < terms.ILL,
    "withdraws-ill": lambda a: _spoke_with_him(a) and a.after.ill == a.before.ill + 1,
    "ill-unseen": lambda a: not _spoke_with_him(a) and a.after.ill == a.before.ill + 1,
    "patience-spent": lambda a: a.before.patience <= 0 and a.after.ended is Ended.BROKEN_OFF,
    "broke-off": lambda a: not a.step.official and a.after.ended is Ended.BROKEN_OFF,
    "called": lambda a: a.before.wager == 2 and a.after.called,
    "called-for-the-need": lambda a: a.lacks_need(a.paper),
    "called-close": lambda a: 0 < a.want - a.worth <= CLOSE and not a.lacks_need(a.paper),
    "called-short": lambda a: CLOSE < a.want - a.worth <= FAR and not a.lacks_need(a.paper),
    "called-too-far": lambda a: a.want - a.worth > FAR and not a.lacks_need(a.paper),
    "called-under-guns": lambda a: (
        a.before.pressure > 0 and a.walk(0) - a.walk(a.before.shown) >= MOVED
    ),
    "diminished": lambda a: (
        a.after.called and a.after.credibility <= a.before.credibility and not a.after.wager
    ),
    "ruin": lambda a: a.worth < a.walk(a.before.shown) - terms.RUIN,
    "need-named-is-missing": lambda a: a.lacks_need(a.paper) and a.before.heard_need == a.host.need,
    "need-unnamed-is-missing": lambda a: a.lacks_need(a.paper) and a.before.heard_need < 0,
    "not-today": lambda a: (
        a.after.ended is not Ended.SIGNED
        and a.after.word is None
        and (not a.step.official or a.worth < a.want)
    ),
    "word-withdrawn": lambda a: a.before.word is not None and a.after.word is None,
    "he-moves": lambda a: a.better_for_us() >= terms.NOTICED,
    "asks-more": lambda a: _asks_more(a) and not a.before.provoked,
    "asks-more-pressed": lambda a: _asks_more(a) and a.before.provoked and _pressed(a),
    "asks-more-took-back": lambda a: _asks_more(a) and a.before.provoked and not _pressed(a),
    "word-as-it-was": lambda a: a.before.said == a.word,
    "his-word": lambda a: a.before.said is None or a.better_for_us() < terms.NOTICED,
    "need-among-these": lambda a: (
        a.lacks_need(a.paper) and not a.lacks_need(a.word) and a.before.heard_need < 0
    ),
    "need-unasked": lambda a: not a.step.official and a.lacks_need(a.word),
    "not-called": lambda a: a.before.wager == 2 and not a.after.called,
    "will-sign": _signs_if_laid_down,
    "left-lying": lambda a: (
        a.after.paper is not None and a.after.ended is None and not a.after.called
    ),
    "weighed": lambda a: [d.verb for d in a.before.transcript[1::2]][-1:] == ["refuse"],
    "listens": lambda a: a.before.paper is None,
    "stalls": lambda a: _acted(a, "stall"),
    "pleads": lambda a: _acted(a, "plead"),
    "argues": lambda a: _acted(a, "argue"),
    "dines": lambda a: _acted(a, "courtesy"),
}
"""What each sentence claims, by the name it goes by."""
ABOUT: dict[str, Callable[[Answer, int], bool]] = {
    "weighs": lambda a, i: a.gap(i) == max(map(a.gap, range(len(a.paper)))),
    "next": lambda a, i: a.gap(i) == sorted(map(a.gap, range(len(a.paper))))[-2],
    "asks": _asks,
    "gives": _gives,
    "changes": lambda a, i: (
        a.word[i] != a.paper[i]
        and (not a.step.official or (i == a.host.need_issue and a.lacks_need(a.paper)))
    ),
    "called-over": _would_be_enough,
}
"""What each sentence about an issue claims."""


def _moved_by_last_word(a: Answer) -> bool:
    enough = a.want <= a.worth < a.want_without_last_word
    return enough and not a.lacks_need(a.paper)


def _asks_more(a: Answer) -> bool:
    """Return whether his word asks of something more than the last, and than the paper holds."""
    said = a.before.said
    if said is None:
        return False
    rows = a.host.utility.worth
    return any(
        row[now] > max(row[then], row[here])
        for row, now, then, here in zip(rows, a.word, said, a.paper, strict=True)
    )


def _pressed(a: Answer) -> bool:
    """Return whether a threat came after the last word that he gave."""
    pressed = False
    for at, decision in enumerate(a.before.transcript):
        if at % 2:
            pressed = pressed and decision.paper is None and decision.verb != "consult"
        elif decision.name in a.rules.table.by_id:
            kind = a.rules.table.by_id[decision.name].kind
            pressed = pressed or kind in ("pressure", "wager")
    return pressed


def _acted(a: Answer, kind: str) -> bool:
    return a.rules.table.by_id[a.decision.name].kind == kind


def _spoke_with_him(a: Answer) -> bool:
    """Return whether the claimant said something in this sitting that needs a man to hear it."""
    done = a.before.transcript[-1]
    act = a.rules.table.by_id.get(done.name)
    return act is not None and act.kind not in ("lay", "pressure")


def is_true(answer: Answer, because: str) -> bool:
    """Return whether a sentence of an answer is borne out by the numbers."""
    kind, _, issue = because.partition(" ")
    if issue:
        return ABOUT[kind](answer, answer.rules.table.issues.index(issue))
    return ALONE[kind](answer)


class Heard:
    """Which sentences were said over many games, and which were not true."""

    def __init__(self, rules: Rules, numbers: range, key: str) -> None:
        self.said: Counter[str] = Counter()
        self.untrue: list[str] = []
        self.silent: list[str] = []
        for step in host_answers(rules, numbers, key):
            answer = Answer(rules, step)
            lines = [
                line
                for line in told(rules, step.before, step.turn, CLAIMANT)
                if line.kind == "reply"
            ]
            if not lines:
                self.silent.append(f"{step.seed}, sitting {step.before.sitting}")
            for line in lines:
                self.said[line.because.partition(" ")[0]] += 1
                if not is_true(answer, line.because):
                    self.untrue.append(
                        f"{step.seed}, sitting {step.before.sitting}: {line.because}: {line.text}"
                    )

    @property
    def never(self) -> list[str]:
        """Sentences that were never said."""
        return sorted({*ALONE, *ABOUT} - set(self.said))


def claims(rules: Rules, numbers: range = range(2_000)) -> Iterator[Claim]:
    """Yield claims e, j, o, s: each answer has its reason, and the reason is true."""
    heard = Heard(rules, numbers, "reasons")
    total = sum(heard.said.values())
    untrue = f"{len(heard.untrue)} of {total:,} sentences"
    yield Claim("j untrue reasons", untrue, "none", not heard.untrue)
    yield Claim("s answers without a word", str(len(heard.silent)), "none", not heard.silent)
    yield Claim("reasons never met", ", ".join(heard.never) or "none", "none", not heard.never)

"""The same claims from the other chair: what Yishan's craft is worth against five manners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from statistics import mean
from typing import NamedTuple

from game.coach.workshop.playing import play_once
from game.negotiation import Package, value
from game.policy import Policy, opposite
from game.policy.official import Official
from game.policy.plain import Random
from game.rules import Rules
from game.rules.legal import Legal
from game.state import HOST, Decision, View
from tests.proof.claim import Claim
from tests.proof.plays import JUDGED, rules

MANNERS = ("integrative", "bluffer", "hawk", "conciliator", "novice")
MEN = 60
"""Seeds played against each manner."""


class Kept(NamedTuple):
    """What is kept of one play."""

    manner: str
    lasting: int
    verdict: str
    treaty: Package | None


class Stubborn:
    """Refuses everything, or says one and the same word to everything."""

    def __init__(self, by: Rules, word: str = "") -> None:
        self.by, self.word = by, word
        self.official = Official(by)
        self.said: Package | None = None

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return a refusal, the one word, or what there is."""
        if view.state.scene >= 0:
            return self.official.choose(view, legal)
        if self.word:
            self.said = self.said or self.official.choose(view, legal).paper
            decision = Decision("tactic", self.by.choices.lay, (), self.said)
            if self.said is not None and decision in legal:
                return decision
        for verb in ("refuse", "listen"):
            if Decision(verb) in legal:
                return Decision(verb)
        return next(head for head in legal.heads if head.bare).with_paper(None)


class Waiting(Stubborn):
    """Gives no word and stalls or pleads: he signs what is worth enough, or anything at the end."""

    def __init__(self, by: Rules, act: str, gain: int) -> None:
        super().__init__(by)
        self.act = act
        self.gain = gain
        """Hundredths above his walk-away that a paper must be worth before the last sitting."""

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the signature where the paper is worth it; else the one act."""
        state, man = view.state, view.state.men[HOST]
        if state.scene < 0 and state.paper is not None and man is not None:
            gain = 0 if state.sitting == self.by.table.sittings else self.gain
            if value(state.paper, man.utility) >= self.by.walk(HOST, state) + gain:
                for verb in ("accept", "consult"):
                    if Decision(verb) in legal:
                        return Decision(verb)
        act = Decision("tactic", self.act)
        return act if act in legal else super().choose(view, legal)


class Saying(Stubborn):
    """Says one word of his own choice to everything and signs nothing that is worth less to him."""

    def __init__(self, by: Rules, word: Package) -> None:
        super().__init__(by)
        self.fixed = word

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the signature where the paper is worth the word; else the word."""
        state, man = view.state, view.state.men[HOST]
        if state.scene < 0 and state.paper is not None and man is not None:
            if value(state.paper, man.utility) >= value(self.fixed, man.utility):
                for verb in ("accept", "consult"):
                    if Decision(verb) in legal:
                        return Decision(verb)
            word = Decision("tactic", self.by.choices.lay, (), self.fixed)
            if word in legal:
                return word
        return super().choose(view, legal)


class Yielding(Stubborn):
    """Signs whatever may be signed."""

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the signature, leave to sign, or the official's answer."""
        for verb in ("accept", "consult"):
            if Decision(verb) in legal and view.state.scene < 0:
                return Decision(verb)
        return self.official.choose(view, legal)


class OneAct(Stubborn):
    """An official who does one act with every answer he gives."""

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the official's answer, the act with it where that may be."""
        decision = self.official.choose(view, legal)
        if decision.verb in ("refuse", "listen") or decision.name == self.by.choices.lay:
            for head in legal.heads:
                if head.name == self.word and head.allows(decision.paper):
                    return head.with_paper(decision.paper)
        return decision


def hosts(by: Rules) -> dict[str, Callable[[str], Policy]]:
    """Return the makers of all hosts that are compared, by name; each takes a seed."""
    acts = [a.id for a in by.table.acts if HOST in a.seats and a.kind != "lay"]

    def always(act: str) -> Callable[[str], Policy]:
        return lambda _: OneAct(by, act)

    def waiting(act: str, gain: int) -> Callable[[str], Policy]:
        return lambda _: Waiting(by, act, gain)

    def saying(word: Package) -> Callable[[str], Policy]:
        return lambda _: Saying(by, word)

    return {
        "the official": lambda _: Official(by),
        "refusing everything": lambda _: Stubborn(by),
        "one word repeated": lambda _: Stubborn(by, "one"),
        "signing everything": lambda _: Yielding(by),
        **{
            f"waiting for {gain // 100} with {act}": waiting(act, gain)
            for act, gain in (("stall", 1500), ("stall", 3000), ("plead", 3000))
        },
        **{f"saying only {bank} and {ussuri}": saying(word) for bank, ussuri, word in words(by)},
        "drawing lots": lambda seed: Random(by, seed),
        **{f"always {act}": always(act) for act in acts},
    }


def words(by: Rules) -> Iterator[tuple[str, str, Package]]:
    """Yield papers that a host might say over and over: history's, with less land in it."""
    table = by.table
    if table.historical is None:
        return
    bank, river = table.issue("left-bank"), table.issue("ussuri")
    for left in ("loan", "mouth", "to-zeya"):
        for right in ("qing", "silent", "common"):
            paper = list(table.historical)
            paper[bank], paper[river] = table.option(bank, left), table.option(river, right)
            yield left, right, tuple(paper)


def claims_of_host(workers: int = 2) -> Iterator[Claim]:
    """Yield claims b, c, f and n for the host, on his own lasting value."""
    names = list(hosts(rules()))
    with ProcessPoolExecutor(workers) as pool:
        plays = dict(zip(names, pool.map(_played, names), strict=True))
    own = _mean(plays["the official"])
    for name in names[1:]:
        other = _mean(plays[name])
        simple = not name.startswith("always")
        yield Claim(
            f"{'b' if simple else 'f'} Yishan {name}",
            f"{other:.1f} : {own:.1f}",
            "below" if simple else "within 4",
            other < own if simple else abs(other - own) <= 4,
        )
    manners = {m: _mean([p for p in plays["the official"] if p.manner == m]) for m in MANNERS}
    yield Claim(
        "c Yishan against each manner",
        ", ".join(f"{m} {v:.1f}" for m, v in manners.items()),
        "told",
        True,
    )
    ends = Counter(p.verdict for p in plays["the official"])
    texts = {p.treaty for p in plays["the official"] if p.treaty is not None}
    yield Claim("h Yishan's ends and texts", f"{dict(ends)}, {len(texts)} texts", "told", True)


def _played(name: str) -> list[Kept]:
    by = rules()
    make = hosts(by)[name]
    kept = []
    for manner in MANNERS:
        for seed in JUDGED[:MEN]:
            policies = (opposite(manner, by, str(seed)), make(str(seed)))
            final = play_once(by, policies, str(seed)).final
            outcome = by.outcome(final)
            assert outcome is not None
            kept.append(Kept(manner, outcome.lasting[HOST], str(outcome.verdict), final.treaty))
    return kept


def _mean(plays: Sequence[Kept]) -> float:
    return mean(p.lasting for p in plays) / 100

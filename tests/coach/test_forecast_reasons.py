"""The reason of a forecast holds of the men imagined, or it is not said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from game.coach.chances import chances, worded
from game.coach.company import COUNTERS, REFUSES, SIGNS, Imagined, imagined
from game.coach.forecast import MAY_WELL, Forecast, forecast
from game.coach.host_forecast import GIVES, TAKES, host_forecast
from game.coach.words_for import issue_label
from game.files.scenarios import read_scenario
from game.negotiation import Package, value
from game.rules import Rules, mind, terms
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Ended, Phase, State
from tests.proof.games import games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


class Reasoned:
    """A forecast with the men it imagined, and the state of the view."""

    def __init__(self, rules: Rules, state: State, decision: Decision) -> None:
        self.rules = rules
        self.state = rules.seen_by(CLAIMANT, state).state
        self.said: Forecast = forecast(
            rules, rules.seen_by(CLAIMANT, state), decision.paper, decision
        )
        paper = decision.paper or state.paper
        if decision.verb == "accept":
            paper, decision = state.word, Decision("tactic", rules.choices.lay, (), state.word)
        assert paper is not None
        self.paper: Package = paper
        self.men: Sequence[Imagined] = tuple(imagined(rules, self.state, decision))

    def share(self, holds: Callable[[State], bool]) -> float:
        """Return of how many men something holds at the moment of their answer, `0..1`."""
        total = sum(man.likely for man in self.men)
        return sum(man.likely for man in self.men if holds(man.state)) / total

    def short(self, state: State) -> int:
        """Return by how much the paper falls short of what a man wants, in hundredths."""
        return self.rules.want(state) - mind.host_worth(state, self.rules.table, self.paper)

    def lacks(self, state: State) -> bool:
        """Return whether the paper lacks what a man cannot go home without."""
        return not mind.meets_need(mind.host_of(state), self.paper)

    def wants_only_it(self, state: State) -> bool:
        """Return whether a man would sign, if only the one thing were put right."""
        host = mind.host_of(state)
        return self.lacks(state) and any(
            mind.host_worth(state, self.rules.table, _with(self.paper, host.need_issue, option))
            >= self.rules.want(state)
            for option in host.need_allows
        )

    @property
    def may_lack(self) -> bool:
        """Whether some need that every word of his holds is not met by the paper."""
        words = [d.paper for d in self.state.transcript[1::2] if d.paper is not None]
        needs = self.rules.table.needs[HOST][: self.rules.table.drawn_needs[HOST]]
        return any(
            self.paper[need.issue] not in need.allows
            for need in needs
            if all(word[need.issue] in need.allows for word in words)
        )

    @property
    def named_is_missing(self) -> bool:
        """Whether he named the one thing, and it is not in the paper."""
        if self.state.heard_need < 0:
            return False
        need = self.rules.table.needs[HOST][self.state.heard_need]
        return self.paper[need.issue] not in need.allows


def _with(paper: Package, issue: int, option: int) -> Package:
    return (*paper[:issue], option, *paper[issue + 1 :])


def _asked_more(r: Reasoned) -> bool:
    """Return whether on every issue that is named his last word leaves the claimant less."""
    said = r.state.said
    assert said is not None
    ours = r.rules.table.utilities[CLAIMANT].worth
    named = _named(r)
    return bool(named) and all(ours[i][said[i]] < ours[i][r.paper[i]] for i in named)


def _named(r: Reasoned) -> list[int]:
    """Return the issues that the reason names."""
    issues = range(len(r.rules.table.issues))
    return [i for i in issues if issue_label(r.rules.scenario, i) in r.said.because]


def _gives(r: Reasoned, issue: int) -> bool:
    """Return whether the paper gives more on an issue than the one before it."""
    rank, last = r.rules.table.rank[issue], r.state.paper
    return last is not None and rank[r.paper[issue]] < rank[last[issue]]


REASONS: dict[str, Callable[[Reasoned], bool]] = {
    "the one thing he has named is not in it": lambda r: r.named_is_missing,
    "his own word": lambda r: r.paper == r.state.word and r.said.likeliest.answer == SIGNS,
    "unless it lacks a thing": lambda r: (
        r.state.heard_need < 0 and r.may_lack and r.said.likeliest.answer == SIGNS
    ),
    "whatever the one thing is": lambda r: (
        r.state.heard_need < 0 and not r.may_lack and r.said.likeliest.answer == SIGNS
    ),
    "it holds the one thing he has named": lambda r: (
        r.state.heard_need >= 0 and not r.named_is_missing and r.said.likeliest.answer == SIGNS
    ),
    "his patience is at an end": lambda r: (
        r.share(lambda s: s.patience <= 0) >= 0.5 and r.said.likeliest.answer == REFUSES
    ),
    "so affronted": lambda r: r.share(lambda s: s.face < terms.ILL) >= 0.5,
    "far less to him than no paper": lambda r: (
        r.share(
            lambda s: (
                mind.host_worth(s, r.rules.table, r.paper) < r.rules.walk(HOST, s) - terms.RUIN
            )
        )
        >= 0.5
    ),
    "a last word so far": lambda r: (
        r.share(lambda s: s.wager == 2 and (r.lacks(s) or r.short(s) > terms.WAGER)) >= 0.5
    ),
    "you do not know the one thing": lambda r: (
        r.state.heard_need < 0 and r.may_lack and r.share(r.wants_only_it) >= 0.25
    ),
    "does not ask back at once": lambda r: (
        _asked_more(r)
        and r.said.likeliest.answer == REFUSES
        and all(_gives(r, i) for i in _named(r))
    ),
    "no word near it": lambda r: (
        r.said.likeliest.answer == REFUSES
        and r.share(lambda s: r.lacks(s) or r.short(s) > 0) >= 0.5
    ),
    "his last word asked more": lambda r: (
        _asked_more(r) and r.state.word is not None and r.said.likeliest.answer != REFUSES
    ),
    "more than a sitting's talk away": lambda r: (
        r.share(lambda s: r.short(s) > terms.MOST_A_SITTING) >= 0.5
    ),
    "a little short": lambda r: r.share(lambda s: r.short(s) > 0) >= 0.5,
    "you have heard little": lambda r: r.said.likeliest.answer in (COUNTERS, REFUSES),
}
"""What each reason claims, by words that only it has."""


def test_the_reason_of_a_draft_s_forecast_is_true(rules: Rules) -> None:
    given: Counter[str] = Counter()
    for game in games(rules, range(27), "because"):
        for step in game[::3]:
            state, decision = step.before, step.decision
            if state.phase != Phase.SITTING or decision.verb not in ("tactic", "accept"):
                continue
            if decision.verb == "tactic" and not (decision.paper or state.paper):
                continue
            reasoned = Reasoned(rules, state, decision)
            (words,) = (words for words in REASONS if words in reasoned.said.because)
            assert REASONS[words](reasoned), (step.seed, state.sitting, reasoned.said.because)
            given[words] += 1
    assert len(given) >= 6


def test_in_the_last_sitting_it_is_said_that_a_word_of_his_own_ends_the_talks(
    rules: Rules,
) -> None:
    """And so it does; in no other sitting is that said."""
    seen: set[tuple[bool, bool]] = set()
    for game in games(rules, range(27), "because"):
        for step in game:
            state = step.before
            if state.phase != Phase.SITTING or state.paper is None:
                continue
            is_last = state.sitting == rules.table.sittings
            if not is_last and (False, False) in seen:
                continue
            said = forecast(rules, rules.seen_by(CLAIMANT, state), state.paper)
            gives = next(chance for chance in said.chances if chance.answer == COUNTERS)
            may_well = gives.share >= MAY_WELL
            assert bool(said.ends) == (is_last and may_well)
            assert (said.ends in said.told[0]) or not said.ends
            seen.add((is_last, may_well))
            if step.decision.paper is not None and is_last:
                laid = rules.follow(state, step.decision)
                word = Decision("tactic", rules.table.acts_of(HOST)[ActKind.LAY].id, (), laid.paper)
                if laid.phase == Phase.REPLY and word in rules.legal_decisions(laid):
                    assert rules.follow(laid, word).treaty is None
                    assert rules.follow(laid, word).ended is Ended.LAPSED
    assert {(True, True), (False, False)} <= seen or {(True, True), (False, True)} <= seen


def test_a_paper_with_every_need_in_it_is_not_feared_for_the_unnamed_one(rules: Rules) -> None:
    """The paper of a sitting, with every term put right that his words leave open as a need."""
    drawn = rules.table.needs[HOST][: rules.table.drawn_needs[HOST]]
    seen = 0
    for game in games(rules, range(27), "because"):
        for step in game[::3]:
            state = step.before
            words = [d.paper for d in state.transcript[1::2] if d.paper is not None]
            if state.phase != Phase.SITTING or not words or state.paper is None:
                continue
            paper = state.paper
            for need in drawn:
                if all(word[need.issue] in need.allows for word in words):
                    paper = _with(paper, need.issue, words[-1][need.issue])
            said = forecast(rules, rules.seen_by(CLAIMANT, state), paper)
            assert "you do not know" not in said.because
            assert "not named" not in said.because
            seen += 1
    assert seen > 10


def test_the_reason_of_a_word_s_forecast_is_true(rules: Rules) -> None:
    given = set()
    common = rules.table.utilities[CLAIMANT]
    for game in games(rules, range(27), "because"):
        for step in game[::3]:
            state, word = step.before, step.decision.paper
            if state.phase != Phase.REPLY or word is None or state.paper is None:
                continue
            said = host_forecast(rules, rules.seen_by(HOST, state), word)
            worth = value(word, common)
            given.add(said.because)
            if word == state.paper:
                assert "his own paper" in said.because
                continue
            if "less than he has without a paper" in said.because:
                assert worth < rules.formulas.walk(CLAIMANT, state)
                assert said.because.startswith("Though") == (said.likeliest.answer == TAKES)
            else:
                assert worth >= rules.formulas.walk(CLAIMANT, state)
            if "enough" in said.because:
                assert said.likeliest.answer == TAKES
            if "less than he asked" in said.because:
                assert worth < value(state.paper, common)
            if "there is time" in said.because:
                assert 2 * state.sitting < rules.table.sittings
    assert len(given) > 1


def test_his_own_paper_given_back_to_him_is_called_so(rules: Rules) -> None:
    """And that he may better it is laid to the court that would not own it, where it would not."""
    given: Counter[str] = Counter()
    for game in games(rules, range(12), "his own"):
        for step in game:
            state = step.before
            if state.phase != Phase.REPLY or state.paper is None:
                continue
            said = host_forecast(rules, rules.seen_by(HOST, state), state.paper)
            assert "moved further" not in said.because
            if state.kept:
                continue
            assert "is his own paper" in said.because
            would_own = max(said.verdicts, key=lambda verdict: verdict.share).answer == "ratified"
            mends = "would not own it" in said.because
            assert mends == (said.likeliest.answer == GIVES and not would_own)
            assert said.because.startswith("Because") == (said.likeliest.answer == TAKES)
            given[said.because] += 1
    assert len(given) > 1


def test_his_own_word_laid_down_unchanged_waits_for_him_alone(rules: Rules) -> None:
    """What the Russian would do with it is no question: he has done it."""
    kept = 0
    for game in games(rules, range(26), "his own word"):
        for step in game:
            state = step.before
            if state.phase != Phase.REPLY or state.paper is None or not state.kept:
                continue
            said = host_forecast(rules, rules.seen_by(HOST, state), state.paper)
            assert said.sentence == said.because
            assert "your own word" in said.sentence
            assert "when you sign" in said.sentence
            assert said.likeliest.answer == TAKES
            assert said.court
            other = ((state.paper[0] + 1) % 2, *state.paper[1:])
            said = host_forecast(rules, rules.seen_by(HOST, state), other)
            assert said.sentence == said.because
            assert "no other can be given" in said.sentence
            kept += 1
    assert kept


def test_where_words_do_not_tell_the_likeliest_it_is_named() -> None:
    says = {"own": "a yes", "lie": "silence", "tear": "a no"}
    told = worded(chances({"own": 380, "lie": 330, "tear": 290}), says)
    assert told == "it may be any of three: a yes rather than silence or a no"
    told = worded(chances({"own": 340, "lie": 330, "tear": 330}), says)
    assert told == "it may be any of three, none likelier: a yes, silence or a no"
    told = worded(chances({"own": 370, "lie": 360, "tear": 270}), says)
    assert told == "it may be any of three: a yes or silence rather than a no"
    assert worded(chances({"own": 440, "lie": 440, "tear": 120}), says).endswith(
        "(likeliest, and equally so: a yes, silence)"
    )
    assert worded(chances({"own": 510, "lie": 490}), says).endswith("silence (neither likelier)")
    assert "(" not in worded(chances({"own": 700, "lie": 200, "tear": 100}), says)

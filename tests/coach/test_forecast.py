"""The forecast: calibrated, from the view alone, one a sitting, with a reason and with Beijing."""

from __future__ import annotations

import pytest

from game.coach import readings
from game.coach.calibration import Part, calibration, is_calibrated, verdict_if_signed
from game.coach.company import REFUSES, SIGNS, company
from game.coach.forecast import WORSE, Forecast, forecast
from game.coach.host_forecast import RESPONSES, host_forecast
from game.coach.words_for import within
from game.errors import IllegalDecisionError
from game.files.scenarios import read_scenario
from game.negotiation import Package, every_package
from game.rules import Rules
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Fortune, Phase, State, Verdict, View
from tests.proof import tables
from tests.proof.games import games

FEW, SPARE = 40, 15
"""In a sample: words said fewer times prove nothing, and figures may stray so far, in per cent."""


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def states(rules: Rules) -> list[State]:
    """Return moments of play with a paper on the table."""
    met = [
        step.before
        for game in games(rules, range(18), "forecasts")
        for step in game
        if step.before.paper is not None
    ]
    return met[::5]


def weighed(rules: Rules, state: State) -> Forecast:
    """Return the forecast of the paper on the table."""
    return forecast(rules, rules.seen_by(CLAIMANT, state), state.paper)


@pytest.mark.proof
def test_the_words_mean_what_they_say_in_a_sample(rules: Rules) -> None:
    words = calibration(rules, range(42), "sample")
    for part in (Part.ANSWER, Part.VERDICT):
        for word, said in words[part].items():
            assert is_calibrated(word, said, FEW, SPARE), (part, word, said)


def test_the_seat_s_forecast_reads_nothing_that_its_view_hides(
    rules: Rules, states: list[State]
) -> None:
    for state in states:
        other = next(s for s in states if s.men != state.men)
        if state.phase == Phase.SITTING:
            changed = state._replace(
                seed="another",
                men=(state.men[CLAIMANT], other.men[HOST]),
                fortune=Fortune(7, 900, -9),
                hope=(state.hope[CLAIMANT], 1),
                ledger=(1, 2, 3, 4),
                ladder=12,
                shown=state.shown + 300,
            )
            assert weighed(rules, changed) == weighed(rules, state)
        elif state.phase == Phase.REPLY and state.paper is not None:
            changed = state._replace(
                seed="another",
                men=(other.men[CLAIMANT], state.men[HOST]),
                fortune=Fortune(7, 900, -9),
                hope=(17, state.hope[HOST]),
                caution=11,
            )
            views = (rules.seen_by(HOST, changed), rules.seen_by(HOST, state))
            said = [host_forecast(rules, view, state.paper) for view in views]
            assert said[0] == said[1]


def test_a_forecast_disturbs_nothing_and_says_the_same_twice(
    rules: Rules, states: list[State]
) -> None:
    state = next(s for s in states if s.phase == Phase.SITTING)
    before = hash(state)
    assert weighed(rules, state) == weighed(rules, state)
    assert hash(state) == before


def test_every_forecast_has_a_word_for_each_answer_a_reason_and_the_court(
    rules: Rules, states: list[State]
) -> None:
    for state in states:
        if state.phase == Phase.SITTING:
            said = weighed(rules, state)
            assert said.home
        elif state.phase == Phase.REPLY and state.paper is not None:
            word = host_forecast(rules, rules.seen_by(HOST, state), state.paper)
            assert [chance.answer for chance in word.chances] == list(RESPONSES)
            assert word.court
            assert word.because.startswith(("Because", "Though"))
            continue
        else:
            continue
        assert said.because.startswith("Because")
        assert said.because in said.sentence
        assert all(word in said.court for word in ("own it", "let it lie", "tear it up"))
        for chances in (said.chances, said.verdicts):
            assert 990 <= sum(chance.share for chance in chances) <= 1000
            for chance in chances:
                low, high = within(chance.word)
                assert low <= chance.share / 10 <= high


def test_his_own_word_is_forecast_without_a_doubt(rules: Rules, states: list[State]) -> None:
    standing = [s for s in states if s.phase == Phase.SITTING and s.word is not None]
    assert standing
    for state in standing:
        said = forecast(rules, rules.seen_by(CLAIMANT, state), None, Decision("accept"))
        assert said.likeliest.answer == SIGNS
        assert said.likeliest.word == "almost surely"


def test_a_need_that_was_named_and_is_missing_is_the_reason(
    rules: Rules, states: list[State]
) -> None:
    for state in (s for s in states if s.phase == Phase.SITTING and s.paper != s.word):
        assert state.paper is not None
        for at, need in enumerate(rules.table.needs[HOST]):
            if state.paper[need.issue] not in need.allows:
                said = weighed(rules, state._replace(heard_need=at))
                assert "the one thing he has named" in said.because
                assert said.likeliest.answer != SIGNS
                break


def test_one_forecast_a_sitting(rules: Rules, states: list[State]) -> None:
    for state in (s for s in states if s.phase in (Phase.SITTING, Phase.REPLY)):
        asked = rules.apply(state, Decision("forecast", "", (), state.paper)).state
        with pytest.raises(IllegalDecisionError, match="this sitting"):
            rules.apply(asked, Decision("forecast"))


def test_a_forecast_is_refused_out_of_turn(rules: Rules, states: list[State]) -> None:
    reply = next(s for s in states if s.phase == Phase.REPLY)
    assert reply.paper is not None
    with pytest.raises(ValueError, match="own sitting"):
        forecast(rules, View(CLAIMANT, reply), None)
    sitting = next(s for s in states if s.phase == Phase.SITTING)
    with pytest.raises(ValueError, match="own answer"):
        host_forecast(rules, View(HOST, sitting), reply.paper)


def test_the_court_is_forecast_as_the_rules_judge(rules: Rules, states: list[State]) -> None:
    """With guns unseen only the court's mood is unknown: what is called sure must come."""
    sure = 0
    for state in (s for s in states if s.phase == Phase.REPLY and not s.shown):
        assert state.paper is not None
        said = host_forecast(rules, rules.seen_by(HOST, state), state.paper).verdicts
        come = verdict_if_signed(rules, state, state.paper)
        chance = next(c for c in said if c.answer == come)
        assert chance.share > 0
        sure += any(c.share == 1000 for c in said)
    assert sure


def test_the_seat_s_forecast_says_for_which_act_it_holds(rules: Rules, states: list[State]) -> None:
    """Of a draft alone; what is then done beside it has a forecast that says nothing of that."""
    state = next(s for s in states if s.phase == Phase.SITTING)
    assert "nothing said beside it" in weighed(rules, state).sentence
    ask = Decision("tactic", "ask", (rules.table.issues[0],), state.paper)
    view = rules.seen_by(CLAIMANT, state)
    assert "beside it" not in forecast(rules, view, state.paper, ask).sentence


def test_whether_a_last_word_would_be_called_is_said_where_one_can_be(
    rules: Rules, states: list[State]
) -> None:
    """And it is what the forecast of the last word itself expects of a refusal."""
    wager = rules.table.acts_of(CLAIMANT)[ActKind.WAGER]
    told = 0
    for state in states:
        if state.phase != Phase.SITTING:
            continue
        said = weighed(rules, state).threats
        decision = Decision("tactic", wager.id, (), state.paper)
        assert (f"“{wager.label}”" in said) == (decision in rules.legal_decisions(state))
        if "be called" in said:
            view = rules.seen_by(CLAIMANT, state)
            called = forecast(rules, view, state.paper, decision).chances[2]
            assert wager.label in said
            assert (called.word in ("almost surely", "probably")) == (
                f"would {called.word} be called" in said
            )
            told += 1
    assert told > 2


def refusal(rules: Rules, state: State, paper: Package) -> int:
    """Return how likely a refusal of a paper is said to be, of a thousand."""
    said = forecast(rules, rules.seen_by(CLAIMANT, state), paper)
    return next(chance.share for chance in said.chances if chance.answer == REFUSES)


def past_scenes(rules: Rules, state: State) -> State:
    """Return the state after the first choice of every scene that comes now."""
    while state.phase == Phase.SCENE:
        state = rules.follow(state, rules.legal_decisions(state)[0])
    return state


def sat(rules: Rules, state: State, paper: Package) -> State:
    """Return the next sitting after a paper that was refused."""
    laid = rules.follow(state, Decision("tactic", rules.choices.lay, (), paper))
    return past_scenes(rules, rules.follow(past_scenes(rules, laid), Decision("refuse")))


@pytest.mark.parametrize("table", ["amur-committee", "mariinsk"])
def test_who_found_no_word_is_expected_to_find_none_again(table: str) -> None:
    """He refuses where he lacks a thing, or too much, for any word near the paper."""
    rules = tables.at("the-governor", table).rules
    opening = past_scenes(rules, rules.opening("refused"))
    told = 0
    for paper in list(every_package(rules.table.sizes))[::37]:
        before = refusal(rules, opening, paper)
        if 200 < before < 700:
            after = sat(rules, opening, paper)
            if after.paper == paper:
                assert refusal(rules, after, paper) > before + 100
                told += 1
    assert told


def test_what_was_given_before_a_need_was_told_is_heard_again_with_it(rules: Rules) -> None:
    """A paper without the one thing moved nobody who has that need, whoever he was taken for."""
    state = past_scenes(rules, rules.opening("told"))
    need = next(
        index
        for index, need in enumerate(rules.table.needs[HOST])
        if any(o not in need.allows for o in range(rules.table.sizes[need.issue]))
    )
    for paper in giving_without(rules, need):
        state = sat(rules, state, paper)
    seen = rules.seen_by(CLAIMANT, state).state
    hopes = [
        max(suspect.hope for suspect in company(rules, seen._replace(heard_need=heard)))
        for heard in (-1, need)
    ]
    worn = [
        suspect.ledger[0]
        for suspect in company(rules, seen._replace(heard_need=need))
        if suspect.likely
    ]
    assert not any(worn)
    assert hopes[0] <= hopes[1]


def giving_without(rules: Rules, need: int) -> tuple[Package, Package]:
    """Return the host's worst paper, and that with much given, but never what a need asks for."""
    table, needed = rules.table, rules.table.needs[HOST][need]
    rows = table.utilities[HOST].worth
    lacking = next(o for o in range(table.sizes[needed.issue]) if o not in needed.allows)
    worst = [row.index(min(row)) for row in rows]
    best = [row.index(max(row)) for row in rows]
    worst[needed.issue] = best[needed.issue] = lacking
    return tuple(worst), tuple(best)


MOOD_DECIDES = "feels the danger nobody here knows"


def test_a_paper_that_is_torn_up_is_said_to_leave_less_than_none(
    rules: Rules, states: list[State]
) -> None:
    """Who signs what is torn up has less than none; where it hardly is, who gains has more."""
    torn = spared = 0
    for state in (s for s in states if s.phase == Phase.SITTING):
        said = weighed(rules, state)
        assert state.paper is not None
        chance = {each.answer: each.share for each in said.verdicts}
        if chance[Verdict.DISOWNED] > 950:
            assert WORSE in said.court
            torn += 1
        elif chance[Verdict.DISOWNED] < 50:
            gains = rules.worth(CLAIMANT, state, state.paper) > rules.walk(CLAIMANT, state) + 2000
            assert WORSE not in said.court or not gains
        spared += WORSE not in said.court
    assert torn
    assert spared


def test_where_the_mood_of_the_court_decides_that_is_said_until_it_is_heard(
    rules: Rules, states: list[State]
) -> None:
    told = 0
    for state in (s for s in states if s.phase == Phase.SITTING):
        if MOOD_DECIDES in weighed(rules, state._replace(heard_mood=None)).court:
            told += 1
            assert MOOD_DECIDES not in weighed(rules, state._replace(heard_mood=0)).court
    assert told


def test_the_loudest_is_who_weighs_most_where_the_court_does_what_is_likeliest(
    rules: Rules, states: list[State]
) -> None:
    """On the mean of all moods another may be louder than in those in which it is torn up."""
    differ = 0
    for state in states:
        assert state.paper is not None
        for mood in (None, 0):
            read = readings.verdicts(rules, state.paper, [(state._replace(heard_mood=mood), 1)])
            expected = max(read.chances, key=lambda chance: chance.share)
            if expected.share == 1000 or expected.answer == Verdict.RATIFIED:
                assert read.against == read.factions
            else:
                support = zip(rules.table.factions, read.against, strict=True)
                mean = zip(rules.table.factions, read.factions, strict=True)
                less = expected.answer == Verdict.DISOWNED
                if less:
                    assert sum(f.share * s for f, s in support) <= sum(f.share * s for f, s in mean)
                    differ += 1
    assert differ

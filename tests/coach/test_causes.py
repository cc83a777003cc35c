"""What the chronicle says of a cause is what the state before and after bears out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest

from game.coach.causes import CAUSES
from game.coach.chronicle import told
from game.coach.heard import WARMTH
from game.coach.rules_page import rules_page_for
from game.coach.telling import Telling
from game.coach.words_for import option_text
from game.files.scenarios import read_any, read_scenario
from game.negotiation import Package, value
from game.rules import CampaignRules, Rules, mind, terms
from game.scenario.campaign_model import Campaign
from game.state import CLAIMANT, HOST, Decision, Entry, Man, Phase
from tests.proof.games import Step, games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@lru_cache(maxsize=1)
def played(rules: Rules) -> tuple[Step, ...]:
    """Return every step of the games that these tests look at."""
    return tuple(step for game in games(rules, range(65), "causes") for step in game)


def _moved(step: Step, entry: Entry) -> bool:
    """Return whether a track stands where its last entry of the turn says, and moved so."""
    data = dict(entry.data)
    track, now = str(data["track"]), int(str(data["now"]))
    entries = [
        int(str(dict(e.data)["now"]))
        for e in step.turn.entries
        if e.what == "track-changed" and dict(e.data)["track"] == track
    ]
    if track == "danger":
        return True
    after = step.turn.state
    level = getattr(after, track, None)
    return entries[-1] != now or level is None or level == now


def _worn(rules: Rules, step: Step, entry: Entry) -> bool:
    """Return whether wear by gifts is the half, or the whole where he had told why."""
    by = int(str(dict(entry.data)["by"]))
    host, before, after = step.before.men[HOST], step.before, step.turn.state
    if not entry.because.startswith("rule gave") or before.paper is None or after.paper is None:
        return by > 0
    assert host is not None
    if before.phase == Phase.SCENE:
        return by > 0
    rows, rank = host.utility.worth, rules.table.rank
    given = {
        i: row[after.paper[i]] - row[before.paper[i]]
        for i, row in enumerate(rows)
        if row[after.paper[i]] > row[before.paper[i]]
        and rank[i][after.paper[i]] < rank[i][before.paper[i]]
    }
    asked = sum(worth for i, worth in given.items() if i in after.asked)
    credited = min(value(after.paper, host.utility) - before.ladder, sum(given.values()))
    whole = (credited + min(asked, credited)) * terms.ANSWER // 100
    return (
        (asked > 0) == (entry.because == "rule gave-where-asked")
        and 0 < by <= min(whole, terms.MOST_A_SITTING)
        and (by == min(whole, terms.MOST_A_SITTING) or not after.hope[HOST])
    )


def test_what_is_told_of_a_cause_is_true(rules: Rules) -> None:
    needs, grounds = rules.table.needs[HOST], rules.table.grounds
    tempers = rules.table.tempers[HOST]
    checks: dict[str, Callable[[Step, Entry], bool]] = {
        "track-changed": _moved,
        "hope-worn": lambda s, e: _worn(rules, s, e),
        "hope-rose": lambda s, e: int(str(dict(e.data)["by"])) > 0,
        "claim-worn": lambda s, e: (
            s.turn.state.hope[CLAIMANT] < s.before.hope[CLAIMANT]
            and (
                e.because != "rule gave"
                or _worth_to_claimant(s, s.turn.state.said) > s.before.conceded >= 0
            )
        ),
        "need-heard": lambda s, e: needs[_man(s).need].id == dict(e.data)["need"],
        "ground-heard": lambda s, e: grounds[_man(s).ground].id == dict(e.data)["ground"],
        "temper-seen": lambda s, e: tempers[_man(s).temper].id == dict(e.data)["temper"],
        "court-heard": lambda s, e: s.before.fortune.mood == dict(e.data)["mood"],
        "given-in-vain": lambda s, e: (
            s.turn.state.paper is not None and not mind.meets_need(_man(s), s.turn.state.paper)
        ),
        "slept-on": lambda s, e: (
            s.turn.state.hope[HOST] == 0
            or ("hope-worn", terms.MOST_A_SITTING)
            in [(w.what, dict(w.data).get("by")) for w in s.turn.entries]
        ),
        "gone-over": lambda s, e: (
            s.before.paper is not None
            and value(s.before.paper, _man(s).utility) + terms.NOTICED <= s.before.ladder
        ),
        "menaced": lambda s, e: (
            (int(str(dict(e.data)["by"])) > 0)
            == (mind.danger(s.turn.state) > mind.danger(s.before))
        ),
        "answered-why": lambda s, e: (
            s.before.trust < terms.FALSE
            or dict(e.data)["weight"]
            in (0, _man(s).weights[rules.table.issues.index(str(dict(e.data)["issue"]))])
        ),
        "amended": lambda s, e: s.turn.state.paper != s.before.paper,
        "last-word-lapsed": lambda s, e: s.before.wager > 0 and not s.turn.state.wager,
        "mended": lambda s, e: s.before.sore and not s.turn.state.sore,
    }
    untrue = [
        (step.seed, step.before.sitting, entry)
        for step in played(rules)
        for entry in step.turn.entries
        if entry.what in checks and not checks[entry.what](step, entry)
    ]
    assert not untrue


def _worth_to_claimant(step: Step, paper: Package | None) -> int:
    claimant = step.before.men[CLAIMANT]
    assert claimant is not None
    assert paper is not None
    return value(paper, claimant.utility)


def _man(step: Step) -> Man:
    man = step.before.men[HOST]
    assert man is not None
    return man


def test_who_narrows_what_suited_both_is_told_why_that_takes_something_back() -> None:
    campaign = read_any("the-governor")
    assert isinstance(campaign, Campaign)
    rules = CampaignRules(campaign).talks[list(campaign.tables).index("st-petersburg")].rules
    line = rules.table.issues.index("line")
    wide = rules.table.options[line].index("left-bank")
    paper = tuple(wide if issue == line else 0 for issue in range(len(rules.table.issues)))
    narrow = tuple(wide - 1 if issue == line else 0 for issue in range(len(rules.table.issues)))
    before = rules.opening("1")._replace(paper=paper)
    entry = Entry("hope-rose", (("by", 100),), "rule took-back")
    after = before._replace(paper=narrow)
    man = before.men[HOST]
    assert man is not None
    assert man.need_issue != line
    told = CAUSES["hope-rose"](Telling(rules, before, entry, CLAIMANT, "advisers", after))
    assert "suited you both: “The whole bank, once, and then silence." in told
    widened = Telling(rules, after, entry, CLAIMANT, "advisers", before)
    assert "suited you both" not in CAUSES["hope-rose"](widened)


def test_what_the_host_asked_for_or_needs_is_not_said_to_have_been_taken_from_him() -> None:
    campaign = read_any("the-governor")
    assert isinstance(campaign, Campaign)
    rules = CampaignRules(campaign).talks[list(campaign.tables).index("st-petersburg")].rules
    line = rules.table.issues.index("line")
    mouth, wide = (rules.table.options[line].index(id) for id in ("mouth", "left-bank"))
    wider, narrow = (
        tuple(option if issue == line else 0 for issue in range(len(rules.table.issues)))
        for option in (wide, mouth)
    )
    entry = Entry("hope-rose", (("by", 100),), "rule took-back")
    unasked = rules.opening("1")._replace(paper=wider)
    man = unasked.men[HOST]
    assert man is not None
    needs = man._replace(need_issue=line, need_allows=frozenset({mouth}))
    for before in (
        unasked._replace(said=narrow),
        unasked._replace(men=(unasked.men[CLAIMANT], needs)),
    ):
        after = before._replace(paper=narrow)
        told = CAUSES["hope-rose"](Telling(rules, before, entry, CLAIMANT, "advisers", after))
        assert "suited you both" not in told


def test_who_gave_too_much_for_one_sitting_is_not_told_to_give_first(rules: Rules) -> None:
    both = {"slept-on", "not-talked-further"}
    met = 0
    for step in played(rules):
        if both <= {entry.what for entry in step.turn.entries}:
            met += 1
            lines = told(rules, step.before, step.turn, CLAIMANT, "advisers")
            assert not any("something first" in line.text for line in lines)
    assert met


def test_he_is_as_warm_to_a_supposed_text_as_its_worth_to_him_says(rules: Rules) -> None:
    seen = set()
    sittings = [s for s in played(rules) if s.before.phase == Phase.SITTING and s.papers]
    for step in sittings[::4]:
        before, man = step.before, _man(step)
        want = rules.walk(HOST, before) + mind.host_hope(before, rules.table)
        face = mind.felt(before, rules.table.tempers[HOST][man.temper].courtesy)
        for text in sorted(step.papers):
            turn = rules.apply(before, Decision("tactic", "suppose", (), None, text))
            (line,) = (li for li in told(rules, before, turn, CLAIMANT) if "binds" in li.text)
            enough = value(text, man.utility) + face >= want and mind.meets_need(man, text)
            warmth = line.text.removeprefix("To that he is ").partition(";")[0]
            assert (warmth == "warm") == enough
            assert warmth in WARMTH
            seen.add(warmth)
    assert len(seen) > 2


def test_what_is_given_and_does_not_count_is_said_where_it_bites(rules: Rules) -> None:
    said: set[str] = set()
    for step in played(rules):
        whole = [e for e in step.turn.entries if dict(e.data).get("by") == terms.MOST_A_SITTING]
        lines = told(rules, step.before, step.turn, CLAIMANT)
        said |= {line.because for line in lines}
        for line in lines:
            if line.because == "rule most-a-sitting":
                assert whole or step.turn.state.hope[HOST] == 0
                assert line.text.startswith("You gave more than can move him")
            if line.because == "rule back-from-ruin":
                assert "only brought the paper back from his ruin" in line.text
            if line.because == "rule ladder":
                assert "what an earlier one of yours gave him as a whole" in line.text
    assert {"rule most-a-sitting", "rule back-from-ruin", "rule ladder"} <= said


def test_the_cap_of_a_sitting_stands_in_both_pages_of_rules(rules: Rules) -> None:
    for seat in rules.table.seats:
        page = rules_page_for(rules.scenario, seat)
        assert page is not None
        assert f"{terms.MOST_A_SITTING // 100} points a sitting at most" in page.text


def test_what_was_given_or_taken_back_is_named_clause_by_clause(rules: Rules) -> None:
    named: set[str] = set()
    for step in played(rules):
        last, now = step.before.paper, step.turn.state.paper
        if step.before.phase != Phase.SITTING or last is None or now is None:
            continue
        given, taken = _clauses(rules, now, last), _clauses(rules, last, now)
        for line in told(rules, step.before, step.turn, CLAIMANT):
            if line.because in CLAUSES_NAMED and not line.text.startswith("Part of"):
                clauses = taken if line.because == "rule took-back" else given
                assert any(clause in line.text for clause in clauses), line.text
                named.add(line.because)
    assert named == CLAUSES_NAMED


CLAUSES_NAMED = {"rule gave", "rule gave-where-asked", "rule took-back", "rule the-one-thing"}


def _clauses(rules: Rules, paper: Package, other: Package) -> list[str]:
    """Return the clauses of a paper in which it differs from another."""
    return [
        option_text(rules.scenario, issue, option)
        for issue, option in enumerate(paper)
        if option != other[issue]
    ]

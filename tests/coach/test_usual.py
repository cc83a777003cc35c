"""What comes of itself at its time of year is told in one line, and each part of it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from game.coach.seasons.chronicle import MOVED, Line, told
from game.coach.seasons.moved import moved
from game.coach.seasons.usual import FOLDED
from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Decision, Phase, State, Turn

EACH = "l: each by itself"
WINTERS = 3


@pytest.fixture(scope="module")
def rules() -> CampaignRules:
    scenario = read_any("the-governor")
    assert isinstance(scenario, Campaign)
    return CampaignRules(scenario)


def turns(rules: CampaignRules) -> Iterator[tuple[State, Decision, Turn]]:
    state = rules.opening("3")
    for _ in range(60):
        legal = rules.legal_decisions(state)
        choose = state.phase == Phase.SCENE
        decision = legal.heads[0].alone if choose else Decision("stand")
        turn = rules.apply(state, decision)
        yield state, decision, turn
        state = turn.state
        if state.at or rules.outcome(state) is not None:
            return


def unforetold(lines: Iterable[Line]) -> list[Line]:
    """Return lines without what advisers foretold, which is folded into a line of its own."""
    return [line for line in lines if line.kind != "adviser"]


def test_winters_are_told_in_one_line_and_nothing_of_them_is_lost(rules: CampaignRules) -> None:
    folded = 0
    for before, decision, turn in turns(rules):
        whole = told(rules, before, decision, turn, "points")
        short = told(rules, before, decision, turn, "points", EACH)
        line = FOLDED.format(each=EACH)
        if all(one.text != line for one in short):
            assert unforetold(short) == unforetold(whole)
            continue
        folded += 1
        at = next(n for n, one in enumerate(short) if one.text == line)
        assert short[at + 1].kind == "change"
        left_out = {one.text for one in whole} - {one.text for one in short}
        assert len(left_out) > 2
        labels = {use.label for use in rules.scenario.seasons.usages.values() if not use.text}
        causes = {one.cause for one in moved(rules, [(before, turn)])} & labels
        assert len(causes) > 1
        assert any(entry.what == MOVED for entry in turn.entries)
    assert folded >= WINTERS


def test_what_moves_much_and_is_not_seen_to_says_so(rules: CampaignRules) -> None:
    ends = ("still ", "what you hear of it still says ")
    found = [
        part
        for before, decision, turn in turns(rules)
        for line in told(rules, before, decision, turn, "advisers")
        if line.kind == "change" and " much" in line.text
        for part in line.text.split("(")[1:]
    ]
    assert found
    assert all(part.startswith(ends) for part in found)

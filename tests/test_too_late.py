"""What would come after the last season is told of an order before anybody pays for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.coach.seasons.forecasts import forecast
from game.coach.seasons.head import standing_orders
from game.coach.seasons.menu import flat, menu
from game.coach.seasons.passing import passed_by
from game.coach.seasons.too_late import (
    NO_WAY_BACK,
    NOT_ALL_BEFORE,
    NOT_READY,
    NOTHING_BEFORE,
    some_too_late,
    too_late,
)
from game.coach.words_for import sentence
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import CLAIMANT, Decision, Phase, State
from tests.in_lines import plain, told

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
LAST = GOVERNOR.seasons.count
OPENING = RULES.opening("1")._replace(phase=Phase.SEASON, scene=-1)


def at(turn: int, *notes: str) -> State:
    """Return a season in which there is enough to pay with, and these notes are set."""
    levels = list(OPENING.levels)
    levels[RULES.levels["purse"]] = 200
    return OPENING._replace(turn=turn, levels=tuple(levels), notes=OPENING.notes | {*notes})


@pytest.mark.parametrize(
    ("order", "turn", "late", "some"),
    [
        ("steamers argun", LAST - 4, "", ""),
        ("steamers argun", LAST - 3, NOTHING_BEFORE, ""),
        ("letter", LAST - 2, "", ""),
        ("letter", LAST - 1, NOTHING_BEFORE, ""),
        ("memorandum", LAST - 1, "", ""),
        ("memorandum", LAST, "", NOT_ALL_BEFORE),
        ("journey", LAST - 3, "", ""),
        ("journey", LAST - 2, NO_WAY_BACK, ""),
        ("scheme forged-urgency", LAST - 1, "", ""),
        ("scheme forged-urgency", LAST, NOT_READY, ""),
        ("hold-back", LAST, "", ""),
    ],
)
def test_an_order_tells_that_it_comes_too_late(order: str, turn: int, late: str, some: str) -> None:
    name, *about = order.split()
    feat, state = RULES.orders.by_words[name, "".join(about)], at(turn)
    assert (too_late(RULES, feat, state), some_too_late(RULES, feat, state)) == (late, some)
    view = RULES.seen_by(CLAIMANT, state)
    said = forecast(RULES, view, Decision("act", name, tuple(about)), "advisers")
    for reason in (NOTHING_BEFORE, NOT_ALL_BEFORE, NO_WAY_BACK, NOT_READY):
        assert (sentence(reason) in said) is (reason in (late, some))


def test_the_menu_tells_it_in_both_its_forms_and_in_the_last_season_nobody_sets_out(
    tmp_path: Path,
) -> None:
    history = tmp_path / "history.amur"
    history.write_bytes(Path("scenarios/the-governor/history.amur").read_bytes())
    record = documented(RULES)
    end = max(node.id for node in record.nodes.values())
    line = record.current_line()
    steps = steps_of(RULES, RULES.opening(record.heading.seed), line)
    winter = next(
        node.id
        for node, step in zip(line, steps, strict=True)
        if step.turn.state.turn == LAST - 2 and step.turn.state.phase == Phase.SEASON
    )
    lines = f"\ngoto {end - 2}\nmenu\ngoto {winter}\njourney\n"
    shown = plain(tmp_path, "--plain", "--from", str(history), lines=lines)
    short, full = told(shown, f"goto {end - 2}"), told(shown, "menu")
    assert f"9 Order a steamer (45; {NOTHING_BEFORE}; risk 1 in 3" in short
    assert f"13. Write to the Lifan Yuan (2) {NOTHING_BEFORE}; goes wrong" in full
    assert "Not now: your term is over before you could be there." in full
    assert f"Travel to St Petersburg (20; {NO_WAY_BACK}; risk" in told(shown, f"goto {winter}")
    assert f"Enter it once more: you leave, and {NO_WAY_BACK}." in told(shown, "journey")


def test_a_journey_into_the_last_season_is_asked_for_with_the_season_of_the_return() -> None:
    journey = Decision("act", "journey")
    assert "govern again in summer 1858" in passed_by(RULES, at(LAST - 3), journey)
    assert NO_WAY_BACK in passed_by(RULES, at(LAST - 2), journey)


def test_what_stands_as_ordered_tells_it_and_an_order_for_several_only_where_all_are_late() -> None:
    argun = RULES.orders.by_words["steamers", "argun"].order
    state = at(LAST - 3)._replace(orders=(argun, argun))
    assert NOTHING_BEFORE in standing_orders(RULES, state, "advisers")[0]
    assert NOTHING_BEFORE not in standing_orders(RULES, state._replace(turn=1), "advisers")[0]
    for turn, is_told in ((LAST - 3, False), (LAST - 2, True)):
        afloat = at(turn, "steamer-argun")
        view = RULES.seen_by(CLAIMANT, afloat)
        groups = menu(RULES, view, RULES.legal_decisions(afloat), "advisers")
        assert [*flat(groups)]
        steamers = next(c for g in groups for c in g.choices if c.label == "Order a steamer")
        assert steamers.targets
        assert (steamers.late == NOTHING_BEFORE) is is_told

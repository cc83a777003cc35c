"""What opens a table can be asked from the first season on, and why something is not open now."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.coach.advice import there
from game.coach.seasons.meaning import meaning
from game.coach.seasons.talks_opened import opened_by
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import CLAIMANT, Phase
from game.tui.season.talks import opening
from tests.fords import FORDS, with_tracks
from tests.in_lines import plain, told

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
OPENING = RULES.opening("1")
TAKES = "They take one of the season's actions."


@pytest.mark.parametrize("table", GOVERNOR.tables)
def test_why_tells_of_every_table_what_opens_it_from_the_first_season_on(table: str) -> None:
    view = RULES.seen_by(CLAIMANT, RULES.opening("1"))
    said = " ".join(meaning(RULES, view, table, "advisers"))
    assert " ".join(opened_by(RULES, OPENING, table)) in said
    assert opened_by(RULES, OPENING, table)
    assert (TAKES in said) == (GOVERNOR.tables[table].when is not None)


def test_the_order_and_the_scene_that_open_a_table_are_named() -> None:
    passage, mariinsk = (
        " ".join(opened_by(RULES, OPENING, table)) for table in ("passage", "mariinsk")
    )
    assert "the first, which must pass Aigun” opens" not in passage
    assert "the order “" in passage
    assert "the first, which must pass Aigun" in passage
    assert "Three generals' deputies" in mariinsk
    assert "in autumn 1855" in mariinsk


def test_several_reasons_are_told_one_a_line(tmp_path: Path) -> None:
    record = ("--plain", "--seed", "1", "--record", str(tmp_path / "a.amur"))
    lines = (
        "1\n1\nwhy aigun\nopen aigun\nwhy resettle upper-river\nact resettle upper-river\nmenu\n"
    )
    shown = plain(tmp_path, "the-governor", *record, lines=lines)
    for asked, reasons in (
        ("why aigun", ("Yishan has neither something", "you have no leave to treat")),
        ("open aigun", ("Yishan has neither something", "you have no leave to treat")),
        ("why resettle upper-river", ("no flotilla has gone before", "families go from 1855 on")),
        ("act resettle upper-river", ("no flotilla has gone before", "families go from 1855 on")),
        ("menu", ("no flotilla has gone before", "families go from 1855 on")),
    ):
        each = [
            line.strip() for line in shown.split(f"> {asked}\n")[1].split("\n> ")[0].splitlines()
        ]
        for reason in reasons:
            assert any(line.startswith(f"- {reason}") for line in each), (asked, reason)


def test_a_reason_that_does_not_stand_in_the_way_now_is_not_told() -> None:
    with_men = with_tracks(RULES, OPENING, force=40)
    assert not any("something to fear" in line for line in opened_by(RULES, with_men, "aigun"))
    assert any("leave to treat" in line for line in opened_by(RULES, with_men, "aigun"))
    shut = RULES.orders.why_not(RULES.orders.by_words["resettle", "upper-river"], OPENING)
    assert "forbidden" not in shut


def test_of_talks_that_were_held_it_is_told_what_came_of_them() -> None:
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    view = RULES.seen_by(CLAIMANT, steps[-1].turn.state)
    said = " ".join(meaning(RULES, view, "passage", "points"))
    assert "Agreed: " in said
    assert "before you begin" not in said


def test_opening_a_table_too_early_is_refused_with_the_reason(tmp_path: Path) -> None:
    record = ("--plain", "--seed", "1", "--record", str(tmp_path / "a.amur"))
    lines = "1\nopen aigun\n1\nopen passage\nquit\n"
    shown = plain(tmp_path, "the-governor", *record, lines=lines)
    assert "cannot be decided here and now" not in shown
    refused = " ".join((told(shown, "open passage") + told(shown, "open aigun")).split())
    assert "the first, which must pass Aigun" in refused


def test_of_an_order_that_can_be_given_once_it_is_said_that_it_was(tmp_path: Path) -> None:
    record = ("--plain", "--seed", "3", "--record", str(tmp_path / "a.amur"))
    lines = "1\nact sound upper\nstand\n1\nact sound upper\nwhy sound upper\nwhy sound\nquit\n"
    shown = plain(tmp_path, str(FORDS), *record, lines=lines)
    again = shown.rpartition("> act sound upper")[2]
    assert "Not now: it was done already" in " ".join(again.split())
    for asked in ("why sound upper", "why sound"):
        assert "ot now: it was done already" in " ".join(told(shown, asked).split())


def test_an_adviser_who_was_left_behind_does_not_sit_at_the_table() -> None:
    at = list(GOVERNOR.tables).index("aigun") + 1
    at_aigun = RULES.opening("1")._replace(at=at, scene=-1, phase=Phase.OVER)
    unarmed = at_aigun._replace(notes=at_aigun.notes | {"came-unarmed"})
    for state, sits in ((at_aigun, True), (unarmed, False)):
        found = {id for id, _ in there(RULES.at(state), CLAIMANT, state)}
        assert ("cutters-officer" in found) == sits
        shown = opening(RULES, RULES.seen_by(CLAIMANT, state), "advisers")
        told = " ".join(str(part) for page in shown.pages for part in page.parts)
        assert ("The officer of the cutters" in told) == sits

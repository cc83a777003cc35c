"""What was made up for the game says so, in lines and on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from textual.pilot import Pilot

from game.cli.plain_pages import print_codex
from game.cli.plain_people import told_advisers
from game.cli.plain_scene import scene
from game.cli.seating import seating
from game.coach.handout import done
from game.coach.invented import LEGEND, legend_of, title_in_play, title_of
from game.coach.own_need import own_need
from game.files.plays import heading_for
from game.files.scenarios import read_scenario
from game.record import Record
from game.rules import Rules
from game.scenario import ById, Scenario
from game.scenario.model import Source
from game.scenario.side import Side
from game.session import Session
from game.state import CLAIMANT, HOST, Decision, Phase, State
from game.tui.play.advisers import Advisers
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from game.tui.widgets.page import cited_line
from tests.in_lines import plain
from tests.tui.playing import played, until
from tests.tui.test_play_why import answer

AIGUN = read_scenario("aigun-six-days")
MARK = " (invented)"
FREELY = " (words invented)"
"""Of a scene of which a source tells, too."""


def recorded(scenario: Scenario) -> Scenario:
    """Return a scenario of which every scene, adviser and need stands in the record."""
    real = {"invented": False}
    needs = {
        seat: ById({id: need.model_copy(update=real) for id, need in of_seat.items()})
        for seat, of_seat in scenario.table.needs.items()
    }
    return scenario.model_copy(
        update={
            "events": ById({k: v.model_copy(update=real) for k, v in scenario.events.items()}),
            "advisers": ById({k: v.model_copy(update=real) for k, v in scenario.advisers.items()}),
            "table": scenario.table.model_copy(update={"needs": ById(needs), "people": ById()}),
        }
    )


def in_a_scene(rules: Rules) -> State:
    """Return the claimant's first scene."""
    state = rules.opening("7")
    assert state.phase is Phase.SCENE
    return state


@pytest.mark.parametrize(("scenario", "is_marked"), [(AIGUN, True), (recorded(AIGUN), False)])
def test_the_title_of_a_scene_says_that_it_is_invented(scenario: Scenario, is_marked: bool) -> None:
    rules = Rules(scenario)
    state = in_a_scene(rules)
    at = rules.scenes.all[state.scene]
    title = scenario.events[at.id].title
    shown = next(iter(scene(rules, rules.legal_decisions(state), state, "advisers")))
    assert (f"{title}°. " in shown) is is_marked
    chosen = Decision("choose", at.id, (next(iter(scenario.events[at.id].choices)),))
    told = next(iter(done(rules, state, chosen, CLAIMANT)))
    assert told.startswith(f"{title}{FREELY}. " if is_marked else f"{title}. ")


def test_only_a_scene_that_no_source_tells_of_is_called_invented_as_a_whole() -> None:
    event = next(event for event in AIGUN.events.values() if event.invented and event.source)
    for source, mark in (((), MARK), (("design",), MARK), ((*event.source, "design"), FREELY)):
        found = event.model_copy(update={"source": source})
        assert title_of(AIGUN, found) == f"{event.title}{mark}"
        assert title_in_play(AIGUN, found) == f"{event.title}{'°' if mark == FREELY else mark}"


@pytest.mark.parametrize("scenario", [AIGUN, recorded(AIGUN)], ids=["invented", "recorded"])
@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_the_office_of_an_invented_adviser_says_so_in_lines(scenario: Scenario, seat: int) -> None:
    rules = Rules(scenario)
    heading = heading_for(rules, "7", rules.table.seats[seat])
    session = Session(rules, Record(heading), seating(rules, "7"))
    session.advance()
    lines = list(told_advisers(session))
    assert lines
    for line in lines:
        name = " ".join(line.split()).partition(",")[0]
        adviser = next(a for a in scenario.advisers.values() if a.name == name)
        assert (f"{adviser.office}{MARK}: “" in " ".join(line.split())) is adviser.invented


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_a_need_that_is_printed_as_speech_says_that_nobody_said_it(seat: int) -> None:
    for scenario in (AIGUN, recorded(AIGUN)):
        rules = Rules(scenario)
        state = rules.seen_by(seat, rules.opening("7")).state
        man = state.men[seat]
        assert man is not None
        need = rules.table.needs[seat][man.need]
        told = own_need(rules, seat, state)
        assert (f"“{need.say.removesuffix('.')}”{MARK}. " in told) is need.invented


def test_a_source_from_a_place_that_never_was_says_so_wherever_it_is_cited(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = next(iter(AIGUN.codex))
    for side in (Side.INVENTED, Side.MODERN, "Portuguese"):
        source = Source(cite="The mill's ledger", side=side, weight="partisan")
        cited = dict.fromkeys(AIGUN.codex[page].source, source)
        print_codex(AIGUN.model_copy(update={"sources": AIGUN.sources | cited}), page)
        said = f"Source: The mill's ledger{MARK * (side == Side.INVENTED)}\n"
        assert said in capsys.readouterr().out
        assert cited_line("ledger", source).plain.startswith(f"{side} · ")


def test_no_need_of_this_table_is_held_out_as_a_quotation() -> None:
    rules = Rules(AIGUN)
    assert all(need.invented for needs in rules.table.needs for need in needs)


@pytest.mark.parametrize("is_marked", [True, False], ids=["invented", "recorded"])
def test_the_screen_marks_the_scene_and_the_advisers(tmp_path: Path, is_marked: bool) -> None:
    scenario = AIGUN if is_marked else recorded(AIGUN)

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        event = scenario.events[screen.rules.scenes.all[screen.session.state.scene].id]
        assert event.accounts
        assert (f"{event.title}°" in screen.query_one(Story).newest) is is_marked
        pane = screen.query_one(Advisers)
        await until(pilot, lambda: bool(pane.text))
        for adviser in scenario.advisers.values():
            if adviser.name in pane.text:
                told = f"{adviser.name}, {adviser.office}"
                assert (f"{told}{MARK}" in pane.text) is adviser.invented
        why = await answer(screen, pilot, "w")
        assert (f"{event.title}{FREELY}" in why) is is_marked
        assert not any(account in why for account in event.accounts.values())

    played(tmp_path, (140, 50), act, scenario=scenario)


@pytest.mark.parametrize(
    ("side", "said"),
    [
        ("Kongo", ""),
        ("Prussian", ""),
        ("russian", "did you mean Russian?"),
        ("modren", "did you mean modern?"),
        ("Inventd", "did you mean invented?"),
        ("Kon\u202ego", "with letters only"),
        ("the court of the King of Portugal at Lisbon", "the rest goes to `cite`"),
        (["Kongo"], "write it as plain text"),
    ],
)
def test_a_source_is_of_any_side_but_a_slip_of_a_known_one_is_told(side: object, said: str) -> None:
    try:
        assert Source(cite="A friar", side=side, weight="partisan").side == side  # type: ignore[arg-type]
        hint = ""
    except ValidationError as error:
        hint = error.errors()[0]["ctx"]["hint"]
    assert hint.endswith(said)
    assert bool(hint) is bool(said)


@pytest.mark.parametrize("named", ["aigun-six-days", "the-governor"])
def test_what_the_sign_behind_a_title_means_is_said_before_play_and_in_help(
    named: str, tmp_path: Path
) -> None:
    typed = "1\nhelp\n1\n"
    shown = " ".join(plain(tmp_path, named, "--plain", "--seed", "41", lines=typed).split())
    assert shown.count(LEGEND) == 2
    assert FREELY not in shown
    assert "°. " in shown


def test_a_scenario_without_such_a_scene_explains_no_sign() -> None:
    assert legend_of(AIGUN) == LEGEND
    assert not legend_of(recorded(AIGUN))

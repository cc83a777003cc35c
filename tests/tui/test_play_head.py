"""How matters stand, at the head of the play: in a narrow window in fewer words, never cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.pilot import Pilot

from game.files.scenarios import read_scenario
from game.scenario import ById
from game.tui.play.head import Head, Standing, laid
from game.tui.play.screen import PlayScreen
from game.tui.play.shortly import BETWEEN, looks_shortly
from tests.tui.playing import played, until


@pytest.mark.parametrize("mode", ["advisers", "points"])
@pytest.mark.parametrize("seat", ["muraviev", "yishan"])
def test_a_narrow_window_has_all_of_it_in_two_lines(tmp_path: Path, seat: str, mode: str) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        head = screen.query_one(Head)
        assert head.size.height <= 2
        shown = " ".join(str(head.render_line(y).text) for y in range(head.size.height))
        for word in ("22 May", "sitting 1 of 12", "face", "trust", "patience", "Petersburg"):
            assert (word in shown) == (word != "Petersburg" or seat == "muraviev")

    played(tmp_path, (80, 24), act, seat=seat, mode=mode)


def test_no_line_ends_between_what_stands_and_how(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        head = screen.query_one(Head)
        for width in (120, 100, 98, 93):
            await pilot.resize_terminal(width, 30)
            await until(pilot, lambda wanted=width: head.size.width == wanted - 2)
            first = head.render_line(0).text.rstrip()
            assert first.endswith(";")

    played(tmp_path, (120, 40), act)


def test_whose_face_and_credit_it_is_goes_by_the_scenarios_labels(tmp_path: Path) -> None:
    scenario = read_scenario("aigun-six-days")
    track = scenario.tracks["credibility"].model_copy(update={"label": "Muraviev's credit"})
    tracks = ById({**scenario.tracks, "credibility": track})

    async def claimant(screen: PlayScreen, pilot: Pilot[None]) -> None:
        text = screen.query_one(Head).text
        assert "his face: stiff · trust: little · patience: fair · your credit: some" in text

    async def host(screen: PlayScreen, pilot: Pilot[None]) -> None:
        state = screen.session.view().state
        words = BETWEEN.join(looks_shortly(screen.rules, screen.seat, state, "advisers"))
        assert words.startswith("his credit: some · your face: at ease · trust: some")

    scenario = scenario.model_copy(update={"tracks": tracks})
    played(tmp_path / "claimant", (80, 24), claimant, scenario=scenario)
    played(tmp_path / "host", (80, 24), host, scenario=scenario, seat="yishan")


def test_a_wide_window_says_it_in_full(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        head = screen.query_one(Head)
        assert "Yishan's face: stiff; Yishan's trust" in head.text
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "his face: stiff · trust" in head.text

    played(tmp_path, (120, 40), act)


def test_numbers_keep_their_words_where_there_is_room(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        assert "his face: stiff (" in screen.query_one(Head).text

    played(tmp_path, (90, 30), act, mode="points")


@given(
    st.lists(st.text("ab", min_size=1, max_size=30), min_size=1, max_size=8),
    st.sampled_from([" ", "; ", " · "]),
    st.integers(34, 80),
)
def test_no_line_is_longer_than_its_room_and_nothing_is_lost(
    pieces: list[str], between: str, width: int
) -> None:
    found = list(laid(Standing(tuple(map(Content, pieces)), between), width))
    assert max(line.cell_length for line in found) <= width
    assert "".join(line.plain for line in found).replace(" ", "") == between.join(pieces).replace(
        " ", ""
    )

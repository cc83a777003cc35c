"""A screen decides nothing itself: keys and the bare session come to the same digests."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widgets import OptionList

from game.cli.seating import seating
from game.errors import AmurError, CodeError, UsageError
from game.files.plays import heading_for, start_play
from game.files.scenarios import read_scenario
from game.record import Record, code_of
from game.rules import Rules, parsed
from game.session import Session
from game.tui.app import AmurApp
from game.tui.map.widget import MapCanvas
from game.tui.opened import run
from game.tui.play.ending import EndPages
from game.tui.play.screen import PlayScreen
from game.tui.widgets.panel import Hatch
from game.tui.widgets.prose import Prose
from tests.tui.playing import opened, read_on, to_the_end, to_the_table

SEED = "8"
DECISIONS = 10


@pytest.mark.parametrize("seat", ["muraviev", "yishan"])
def test_ten_decisions_by_keys_come_out_as_through_the_session(tmp_path: Path, seat: str) -> None:
    rules = Rules(read_scenario("aigun-six-days"))

    async def played() -> Record:
        game = opened(rules, tmp_path, seat, SEED)
        async with game.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            for _ in range(4 * DECISIONS):
                if decided(screen.session.record, seat) >= DECISIONS or screen.session.is_over:
                    break
                await read_on(screen, pilot)
                assert screen.query_one(OptionList).highlighted is not None
                await pilot.press("enter")
                await pilot.pause()
            return screen.session.record

    record = asyncio.run(played())
    assert decided(record, seat) == DECISIONS
    again = through_the_session(rules, record, seat)
    assert digests(again) == digests(record)


def test_going_back_tells_nothing_twice(tmp_path: Path) -> None:
    rules = Rules(read_scenario("aigun-six-days"))

    async def play() -> None:
        game = opened(rules, tmp_path, "muraviev", SEED)
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            story = screen.query_one("#story", Prose)
            scene = story.text
            await pilot.press("escape")
            assert story.text == scene
            await to_the_end(screen, pilot)
            await pilot.pause()
            pages = screen.query_one(EndPages)
            if not pages.display:
                await pilot.press("enter")
                await pilot.pause()
            end = pages.text
            await pilot.press("escape")
            assert pages.text == end
            await pilot.press("u")
            await pilot.pause()
            assert not screen.session.is_over
            assert not pages.display

    asyncio.run(play())


def test_wrong_words_are_told_before_the_screen_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path))
    taken: list[AmurApp] = []
    monkeypatch.setattr(AmurApp, "run", lambda app: taken.append(app))
    rules = Rules(read_scenario("aigun-six-days"), "1854")
    record = tmp_path / "play.amur"
    heading = heading_for(rules, SEED, "yishan", mode="points")
    start_play(rules, heading, seating, record).close()
    with pytest.raises(UsageError, match="no seat 'nobody'"):
        run(seating, seat="nobody")
    with pytest.raises(UsageError, match="no start 'never'"):
        run(seating, start="never")
    with pytest.raises(UsageError, match="leave out --seat"):
        run(seating, seat="muraviev", record=str(record))
    with pytest.raises(UsageError, match="leave out --mode"):
        run(seating, mode="advisers", record=str(record))
    assert not taken
    run(seating, mode="points", record=str(record))
    assert taken[0].kept is not None
    with taken[0].kept as kept:
        heading = kept.session.record.heading
        assert (heading.start, heading.mode) == ("1854", "points")


def test_the_screen_opens_on_a_play_from_a_code_or_a_shared_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path))
    taken: list[AmurApp] = []
    monkeypatch.setattr(AmurApp, "run", lambda app: taken.append(app))
    rules, shared = Rules(read_scenario("aigun-six-days")), tmp_path / "shared.amur"
    with start_play(rules, heading_for(rules, SEED, "muraviev"), seating, shared) as play:
        play.session.advance()
        play.session.decide(play.session.legal()[0])
        code, cursor = code_of(rules, play.session.record), play.session.cursor
    for named in (code, str(shared)):
        with pytest.raises(UsageError, match="leave out --seat"):
            run(seating, seat="yishan", shared=named)
        with pytest.raises(AmurError, match="exists already"):
            run(seating, shared=named, record=str(shared))
        run(seating, shared=named)
        kept = taken.pop().kept
        assert kept is not None
        with kept:
            assert kept.file.path.parent == tmp_path / "records"
            assert kept.session.cursor == cursor
    with pytest.raises(CodeError, match="cut short"):
        run(seating, shared=code[:-1])
    assert not taken


def test_a_scenario_that_its_id_does_not_find_has_its_own_map(tmp_path: Path) -> None:
    read = read_scenario("aigun-six-days").model_copy(update={"id": "of-my-own"})

    async def play() -> None:
        game = opened(Rules(read), tmp_path, "muraviev", SEED)
        async with game.run_test(size=(160, 40)) as pilot:
            await pilot.pause()
            assert isinstance(game.screen, PlayScreen)
            assert game.screen.query_one(MapCanvas).chart.issues

    asyncio.run(play())


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_a_scenario_without_a_map_has_no_pane_for_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    read = read_scenario("aigun-six-days").model_copy(update={"map": None})

    async def play() -> None:
        game = opened(Rules(read), tmp_path, "muraviev", SEED)
        async with game.run_test(size=size) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            assert not screen.query("#land")
            assert not screen.query(Hatch)
            assert "map" not in {b.binding.action for b in screen.active_bindings.values()}
            for _ in range(5):
                await pilot.press("tab")
            await pilot.press("m", "v")
            await pilot.pause()
            await pilot.press("tab", "tab", "tab", "m")
            assert not game.screen.query("#land")

    asyncio.run(play())


def test_a_bare_act_leaves_the_paper_and_going_home_ends_it(tmp_path: Path) -> None:
    rules = Rules(read_scenario("aigun-six-days"))

    async def play() -> None:
        game = opened(rules, tmp_path, "muraviev", SEED)
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            await pilot.press("1")
            await pilot.pause()
            acts = [act.id for act in rules.table.acts if act.seats and 0 in act.seats]
            screen.query_one(OptionList).highlighted = acts.index("dinner")
            await pilot.press("b")
            await pilot.pause()
            texts = [n.decision_text for n in screen.session.record.nodes.values()]
            assert "tactic dinner" in texts
            assert screen.session.state.paper is None
            await to_the_table(screen, pilot)
            await pilot.press("g", "g")
            await pilot.pause()
            assert screen.session.is_over

    asyncio.run(play())


def through_the_session(rules: Rules, record: Record, seat: str) -> Record:
    """Return a record in which a person decides the same, without any screen."""
    session = Session(rules, Record(heading_for(rules, SEED, seat)), seating(rules, SEED))
    session.advance()
    for node in record.path(record.cursor):
        if node.seat_id == seat:
            session.decide(parsed(node.decision_text, rules.table, session.state))
    return session.record


def decided(record: Record, seat: str) -> int:
    return sum(node.seat_id == seat for node in record.path(record.cursor))


def digests(record: Record) -> list[tuple[str, str]]:
    return [(node.decision_text, node.digest) for node in record.path(record.cursor)]

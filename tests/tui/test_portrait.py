"""The screen of a play as a picture: what the game would show, in an SVG that needs nothing."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.cli import main
from game.cli.export_picture import picture
from game.cli.seating import seating
from game.files.plays import resume_play
from game.files.records import RecordFile
from game.files.scenarios import read_scenario
from game.record import OPENING, Record
from game.rules import Rules
from game.tui.app import AmurApp
from game.tui.play.screen import PlayScreen
from game.tui.shelf import Shelf
from tests.bench.bench_record import whole_play
from tests.fords import session_by_lot

RULES = Rules(read_scenario("aigun-six-days"))
SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))


@cache
def play() -> Record:
    return whole_play(RULES, "1858")


def words(svg: str) -> str:
    """Return what stands in a picture, row by row; its title and its frame apart."""
    rows: dict[float, str] = {}
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        if "-title" not in text.attrib["class"]:
            row = float(text.attrib["y"])
            rows[row] = rows.get(row, "") + (text.text or "")
    return "\n".join(rows[row].replace("\xa0", " ") for row in sorted(rows))


def test_a_picture_is_the_screen_that_the_game_opens_on(tmp_path: Path) -> None:
    path = tmp_path / "play.amur"
    record = play().moved(9)
    RecordFile.create(path, record.heading, record.lines).close()

    async def shown() -> str:
        game = AmurApp(Shelf(seating, tmp_path), resume_play(lambda _: RULES, path, seating))
        async with game.run_test(size=(100, 30)) as pilot:
            for _ in range(10):
                await pilot.pause()
            assert isinstance(game.screen, PlayScreen)
            return game.export_screenshot(simplify=True)

    taken = picture(RULES, record, None, "100x30", "night-lamp")
    assert words(taken) == words(asyncio.run(shown()))


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_the_scene_that_waits_to_be_decided_is_in_the_picture(size: str) -> None:
    told = " ".join(re.sub(r"[│▁-█]", " ", words(picture(RULES, play(), 8, size, None))).split())
    assert "Your choice" in told
    assert "An ensign of yours laughs, and the ranks" in told


def test_of_a_campaign_it_is_the_season_the_table_or_the_end() -> None:
    session = session_by_lot("5")
    record, line = session.record, session.record.current_line()
    at_table = next(node.id for node in line if node.decision_text.startswith("open "))
    season, table, end = (
        " ".join(words(picture(session.game, record, node, "120x40", None)).split())
        for node in (line[0].id, at_table, None)
    )
    assert "season 1 of 8" in season
    assert "How matters stand" in season
    assert "sitting 1 of 3" in table
    assert "Page 1 of " in end
    svg = picture(session.game, record, line[0].id, "80x24", None)
    assert f"node {line[0].id}" in svg.replace("&#160;", " ")


def test_a_reader_that_is_no_browser_keeps_the_spaces_of_a_picture() -> None:
    svg = picture(RULES, play(), 9, "120x40", None)
    assert svg.startswith('<svg xml:space="preserve"')
    assert "&#160;Pane" in svg


@pytest.mark.parametrize(("node", "size"), [(OPENING, "80x24"), (9, "120x40"), (24, "80x24")])
def test_a_picture_asks_for_no_file_and_is_the_same_each_time(node: int, size: str) -> None:
    svg = picture(RULES, play(), node, size, "map-room")
    assert svg == picture(RULES, play(), node, size, "map-room")
    assert re.findall(r"https?://[^\"']*", svg) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"@font-face|@import|url\((?!#)|<script|<image|href", svg)
    assert ElementTree.fromstring(svg).tag == f"{SVG}svg"


def test_a_node_that_was_answered_at_once_is_shown_with_its_answer() -> None:
    asked, answered = (picture(RULES, play(), node, "100x30", None) for node in (2, 4))
    assert words(asked) == words(answered)
    assert "Budogossky spreads his map" in " ".join(words(asked).split())


def test_a_picture_of_a_line_that_goes_on_knows_nothing_of_its_end() -> None:
    looked = play().noted(24, "The archives were open here; the play went on from an earlier one.")
    going_on, over = (words(picture(RULES, looked, node, "80x24", None)) for node in (9, 24))
    assert going_on == words(picture(RULES, play(), 9, "80x24", None))
    assert "the archives" not in going_on.casefold()
    assert "He agrees because the paper is better than no paper" in " ".join(over.split())


def test_of_two_people_the_one_who_is_to_decide_is_shown_his_own_table() -> None:
    heading = replace(play().heading, persons=tuple(RULES.table.seats))
    both = Record(heading).with_lines(play().lines)[0]
    shown = words(picture(RULES, both, 2, "120x40", None))
    assert "Only the Uda" in shown  # a scene of the host's


def test_names_are_data_in_a_picture() -> None:
    named = play().named(OPENING, "</text><script>&\x1b[31m [bold]x[/] \ud800")
    svg = picture(RULES, named, 9, "80x24", None)
    title = next(
        text.text or ""
        for text in ElementTree.fromstring(svg).iter(f"{SVG}text")
        if "-title" in text.attrib["class"]
    )
    assert title.replace("\xa0", " ").startswith("</text><script>&␛[31m [bold]x[/] <U+D800>")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["--size", "big"], "'big' is no size; write columns and rows, as in 120x40"),
        (["--size", "20x10"], "a picture has 80x24 to 400x200 columns and rows, not 20x10"),
        (["--size", "9999x9999"], "not 9999x9999"),
        (["--theme", "mauve"], "there is no theme 'mauve'; there are night-lamp"),
        (["--to", "400"], "there is no node 400"),
    ],
)
def test_what_cannot_be_pictured_is_said_in_one_sentence(
    asked: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "history:aigun-six-days", "--format", "svg", *asked]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("asked", [["--size", "80x24"], ["--theme", "map-room"]])
def test_what_is_of_a_picture_is_refused_for_any_other_form(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "history:aigun-six-days", "--format", "html", *asked]) == 2
    assert "--size and --theme are of a picture; say --format svg, too" in capsys.readouterr().err


def test_a_picture_is_taken_where_there_is_no_terminal_and_the_record_stays_as_it_is(
    tmp_path: Path,
) -> None:
    path, out = tmp_path / "play.amur", tmp_path / "out.svg"
    RecordFile.create(path, play().heading, play().lines).close()
    before = path.read_bytes()
    options = ("--format", "svg", "--to", "9", "--size", "80x24", "--output", str(out))
    done = subprocess.run(
        [sys.executable, "-m", "game", "export", str(path), *options],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={**os.environ, "TERM": "dumb"},
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Make him uncover" in words(out.read_text("utf-8"))
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} <= {"play.amur", "out.svg", "home"}

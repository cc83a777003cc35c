"""Two lines on one screen: what both have is folded, where they part and all that came of it."""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from game.coach.compare import Comparison, compare, side
from game.coach.compare_parts import Kind, Row
from game.coach.compare_words import decided_in_common, parts
from game.files.scenarios import read_scenario
from game.record import Record
from game.record.history import documented
from game.rules import Rules
from game.scenario.map_model import Holder
from game.tui.app import AmurApp
from game.tui.compare.columns import Columns
from game.tui.compare.laying import BAR_CELLS, laid, redlined
from game.tui.compare.maps import differing
from game.tui.compare.screen import CompareScreen
from game.tui.compare.strip import Strip
from game.tui.glyphs_table import GLYPHS
from game.tui.map.claims import map_state
from game.tui.map.glyphs import Level
from game.tui.map.widget import MapCanvas
from game.tui.screens.help import Help
from game.tui.settings import Settings
from game.tui.widgets.bars import EIGHTHS
from game.tui.widgets.columns import column_cells
from tests.proof.luck import branched
from tests.tui.playing import until
from tests.tui.showing import painted, shown
from tests.tui.test_play_hostile import ACTING, LONG, hostile

SIZES = [(80, 24), (120, 40), (200, 60)]


@cache
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


LEAST_SHARED = 4
"""Nodes of the beginning that two lines have in common, of both chairs."""


@cache
def signed_twice() -> Record:
    """Return a record of two lines that share their beginning and end in two papers."""
    for number in count():
        record = branched(rules(), Random(number))
        ends = record.ends()
        if len(ends) < 2:
            continue
        a, b = (side(rules(), record, end.id, "").end for end in (ends[0], ends[-1]))
        own = {node.id for node in record.path(ends[0].id)}
        shared = sum(node.id in own for node in record.path(ends[-1].id))
        differs = a.treaty and b.treaty and a.treaty[0] != b.treaty[0]  # so that the maps do
        if differs and shared > LEAST_SHARED:
            return record
    raise AssertionError


def two(a: str = "The fair copy", b: str = "The other road") -> Comparison:
    record = signed_twice()
    ends = record.ends()
    return compare(
        rules(), side(rules(), record, ends[0].id, a), side(rules(), record, ends[-1].id, b)
    )


def screen(compared: Comparison | None = None, mode: str = "advisers") -> CompareScreen:
    return CompareScreen(rules(), compared or two(), mode)


def strip_text(screen: CompareScreen) -> str:
    return str(screen.query_one(Strip).render())


def test_the_common_past_is_one_line_and_the_cause_is_marked(tmp_path: Path) -> None:
    compared = two()

    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        text = screen.query_one(Columns).text
        common = decided_in_common(compared)
        assert common > 1
        assert f"⋯ The first {common} decisions are the same on both" in text
        assert "◆ There " in text
        assert text.index("⋯") < text.index("◆")
        assert "The fair copy" in painted(screen)
        assert "The other road" in painted(screen)

    shown(tmp_path, (80, 24), screen(compared), act)


@pytest.mark.parametrize("size", SIZES)
def test_each_column_can_be_read_in_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        columns = screen.query_one(Columns)
        cells = column_cells(columns.cells)
        assert 36 <= cells <= 72
        beside = [line for line in columns.text.split("\n") if " │" in line]
        assert len(beside) > 20
        for line in beside:
            left, _, right = line.partition(" │")
            assert len(left) <= cells
            assert len(right.strip()) <= cells
        assert max(key.region.right for key in screen.query("FooterKey")) <= size[0]
        assert len(screen.query("FooterKey")) <= 8

    shown(tmp_path, size, screen(), act)


def test_the_papers_are_told_by_the_words_that_went_and_came() -> None:
    compared = two()
    part = next(p for p in parts(rules(), compared, "advisers") if p.kind is Kind.PAPERS)
    text = "\n".join(
        line.plain for line in laid([part], compared, 200, Level.BRAILLE, is_whole=False).lines
    )
    differing = [row for row in part.rows if row.differs]
    assert differing
    for row in differing:
        gone, come = redlined(row.a, row.b)
        assert "−" in gone.plain
        assert "+" in come.plain
        assert gone.plain in text
        assert come.plain in text
        assert any("strike" in str(span.style) for span in gone.spans)
    equal = [row.a for row in part.rows if not row.differs]
    same = " ".join(text[text.index("The same on both") :].split())
    assert equal
    assert all(row in same for row in equal)


def test_a_faction_has_a_bar_beside_its_number(tmp_path: Path) -> None:
    compared = two()
    part = next(p for p in parts(rules(), compared, "advisers") if p.kind is Kind.COURT)

    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        text = screen.query_one(Columns).text
        differing = [
            shares for row, shares in zip(part.rows, part.shares, strict=True) if row.differs
        ]
        assert differing
        for share in differing[0]:
            assert share is not None
            full = "█" * (share * BAR_CELLS // 100)
            assert any(full in line and f"{share} of 100" in line for line in text.split("\n"))

    shown(tmp_path, (120, 40), screen(compared), act)


def test_keys_go_from_part_to_part_and_the_strip_follows(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        columns = screen.query_one(Columns)
        assert strip_text(screen).startswith("▸Parting")
        await pilot.press("n", "n")
        await until(pilot, lambda: columns.at == 2)
        assert columns.seen.startswith(screen._parts[2].heading)
        assert "▸sitting" in strip_text(screen)
        await pilot.press("b")
        await until(pilot, lambda: columns.at == 1)
        for _ in screen._parts:
            await pilot.press("n")
        await until(pilot, lambda: "▸Distance" in strip_text(screen))
        await pilot.press("home")
        await until(pilot, lambda: "▸Parting" in strip_text(screen))
        await pilot.press("space", "pagedown", "down")
        await until(pilot, lambda: columns.scroll_offset.y > 20)
        await pilot.press("end")
        await until(pilot, lambda: columns.is_vertical_scroll_end)

    shown(tmp_path, (80, 24), screen(), act)


def test_everything_is_shown_when_asked_and_less_again(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        columns = screen.query_one(Columns)
        less = columns.text
        assert "What both have" not in less
        await pilot.press("d")
        await until(pilot, lambda: "What both have" in columns.text)
        assert len(columns.text) > len(less)
        alike = [row.a for row in two_clauses() if not row.differs]
        assert all(row in " ".join(columns.text.split()) for row in alike)
        assert "The same on both" not in columns.text
        await pilot.press("d")
        await until(pilot, lambda: columns.text == less)

    shown(tmp_path, (120, 40), screen(), act)


def two_clauses() -> tuple[Row, ...]:
    return next(p for p in parts(rules(), two(), "advisers") if p.kind is Kind.PAPERS).rows


def test_the_part_at_the_top_stays_when_everything_is_shown(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        columns = screen.query_one(Columns)
        while screen._parts[columns.at].kind is not Kind.PAPERS:
            await pilot.press("n")
            await pilot.pause()
        await pilot.press("d")
        await until(pilot, lambda: screen.is_whole)
        assert screen._parts[columns.at].kind is Kind.PAPERS

    shown(tmp_path, (80, 24), screen(), act)


def test_the_lines_change_places(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        columns = screen.query_one(Columns)
        await pilot.press("x")
        await until(pilot, lambda: screen.compared.a.name == "The other road")
        names = painted(screen).split("\n")[2]
        assert names.index("The other road") < names.index("The fair copy")
        before = columns.text
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(screen.app.screen, Help))
        await pilot.press("escape", "x", "x")
        await pilot.pause()
        assert columns.text == before

    shown(tmp_path, (120, 40), screen(), act)


def maps_seen(screen: CompareScreen) -> list[str]:
    found = (screen.query(id) for id in ("#map-a", "#map-b"))
    return [str(some.first().id) for some in found if some and some.first(Widget).region.width > 2]


def test_a_wide_window_shows_both_maps_beside_each_other(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        await pilot.press("s")
        await until(pilot, lambda: maps_seen(screen) == ["map-a", "map-b"])
        a, b = (canvas.state for canvas in screen.query(MapCanvas))
        assert dict(a.holders) != dict(b.holders) or dict(a.waters) != dict(b.waters)
        assert a.highlight == b.highlight != ()
        assert "they differ:" in painted(screen)
        await pilot.press("x")
        await until(pilot, lambda: next(iter(screen.query(MapCanvas))).state == b)
        await pilot.press("escape")
        await until(pilot, lambda: not maps_seen(screen))
        assert screen.query_one(Columns).has_focus
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is not screen)

    shown(tmp_path, (120, 40), screen(), act)


def test_a_narrow_window_shows_one_map_after_the_other(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        for seen in (["map-a"], ["map-b"], []):
            await pilot.press("s")
            await until(pilot, lambda seen=seen: maps_seen(screen) == seen)

    shown(tmp_path, (80, 24), screen(), act)


def test_land_that_differs_only_by_what_is_written_on_it_is_lit_too() -> None:
    qing = {"left-bank": Holder.QING, "ussuri": Holder.QING}
    plain, with_posts = map_state(qing), map_state(qing, words={"left-bank": "Russian posts"})
    assert differing(plain, with_posts) == ("left-bank",)
    assert differing(plain, plain) == ()


def test_a_scenario_without_a_map_has_no_maps_to_show(tmp_path: Path) -> None:
    bare = Rules(rules().scenario.model_copy(update={"map": None}))
    compared = two()

    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        await pilot.press("s")
        await pilot.pause()
        assert not maps_seen(screen)
        assert "Maps" not in painted(screen)

    shown(tmp_path, (80, 24), CompareScreen(bare, compared, "advisers"), act)


def test_a_line_beside_itself_says_that_nothing_differs(tmp_path: Path) -> None:
    record = signed_twice()
    one = side(rules(), record, record.ends()[0].id, "One")

    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        assert "Nothing differs. Esc goes back" in screen.query_one(Columns).text
        await pilot.press("n", "b", "d", "x", "s", "s")
        await pilot.pause()
        assert screen.app.is_running

    shown(tmp_path, (120, 40), screen(compare(rules(), one, one)), act)


def test_of_lines_that_go_on_no_more_is_told_than_their_chairs_may_see(tmp_path: Path) -> None:
    record = signed_twice()
    a, b = (
        side(rules(), record, record.path(end.id)[-2].id, name)
        for end, name in zip((record.ends()[0], record.ends()[-1]), "AB", strict=True)
    )

    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        await pilot.press("d")
        await pilot.pause()
        text = screen.query_one(Columns).text
        assert "the talks go on" in painted(screen)
        assert "What lasted" not in text
        assert "in the same mood" not in text

    shown(tmp_path, (120, 40), screen(compare(rules(), a, b)), act)


@pytest.mark.parametrize("words", [ACTING, LONG], ids=["acting", "long"])
def test_hostile_words_are_letters(tmp_path: Path, words: str) -> None:
    evil = Rules(hostile(words))
    line = documented(evil)
    half = line.path(line.cursor)[20].id
    whole, part = side(evil, line, line.cursor, words), side(evil, line, half, words)

    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        for keys in (["n"], ["d"], ["s"], ["s"], ["escape"], ["end"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert not {"\x1b", "\u202e"} & set(painted(screen))
        assert screen.app.is_running

    shown(tmp_path, (80, 24), CompareScreen(evil, compare(evil, whole, part), "points"), act)


def test_the_ascii_setting_holds_for_every_mark(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        text = screen.query_one(Columns).text + strip_text(screen)
        fine = {fine for fine, plain in GLYPHS.values() if fine != plain}
        assert not (fine | set(EIGHTHS.strip())) & set(text)
        assert "* There " in text
        assert " | " in text
        assert ">Parting" in text

    shown(tmp_path, (120, 40), screen(), act, level=Level.ASCII)


def test_the_other_glyphs_come_with_the_settings(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        before = screen.query_one(Columns).text
        game = screen.app
        assert isinstance(game, AmurApp)
        game.change_settings(Settings(level=Level.ASCII))
        await until(pilot, lambda: "* There " in screen.query_one(Columns).text)
        assert screen.query_one(Columns).text != before

    shown(tmp_path, (120, 40), screen(), act)


def test_however_long_it_is_it_takes_a_handful_of_widgets(tmp_path: Path) -> None:
    line = documented(rules())
    ends = signed_twice().ends()
    compared = compare(
        rules(),
        side(rules(), line, line.cursor, "As it happened"),
        side(rules(), signed_twice(), ends[0].id, "Yours"),
    )
    assert len(compared.days) >= 12

    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        assert len(screen.query_one("#compared").query("*")) <= 4
        assert len(screen.query_one(Columns).text.split("\n")) > 150

    shown(tmp_path, (80, 24), screen(compared), act)


def test_other_colours_reach_the_lines_that_were_drawn(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        def drawn() -> set[str]:
            columns = screen.query_one(Columns)
            return {str(segment.style) for y in range(9) for segment in columns.render_line(y)}

        before = drawn()
        screen.app.theme = "map-room"
        await until(pilot, lambda: not drawn() & before)

    shown(tmp_path, (80, 24), screen(), act)


def test_what_went_is_struck_out_after_its_sign_and_not_through_it() -> None:
    gone, _ = redlined("the bank lent to Russia", "the bank Qing")
    assert gone.plain == "the bank −lent to Russia"
    struck = [gone.plain[span.start : span.end] for span in gone.spans if "strike" in span.style]
    assert struck == ["lent to Russia"]


def test_who_reads_to_the_end_has_the_last_part_before_him(tmp_path: Path) -> None:
    async def act(screen: CompareScreen, pilot: Pilot[None]) -> None:
        columns = screen.query_one(Columns)
        await pilot.press("end")
        await until(pilot, lambda: columns.at == len(screen._parts) - 1)
        await pilot.press("b")
        await until(pilot, lambda: columns.at == len(screen._parts) - 2)

    shown(tmp_path, (120, 40), screen(), act)

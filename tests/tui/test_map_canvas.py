"""The drawn map, as text: every size and level, the same each time, no names over names."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.files.geo import read_theatre
from game.files.scenarios import read_scenario
from game.tui.map.canvas import Frame, Mark, draw, overlaid
from game.tui.map.chart import Chart, chart_from
from game.tui.map.glyphs import PEAK, Level
from game.tui.map.label import LabelKind
from game.tui.map.labels import lettering
from game.tui.map.palette import HIGH_CONTRAST, MAP_ROOM, NIGHT_LAMP, PLAIN, Palette
from game.tui.map.placenames import NEAR
from game.tui.map.plate import engrave
from game.tui.map.sprites import flotilla
from game.tui.map.theatre import Theatre, theatre_from
from tests.tui.contrast import contrast

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SNAPSHOTS = Path(__file__).parent / "snapshots"
HISTORY = {"left-bank": "amur", "ussuri": "common", "villages": "qing-rule", "rivers": "three-two"}
SIZES = [(30, 10), (40, 16), (60, 30), (80, 24), (110, 36), (160, 50)]


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return theatre_from(read_theatre(SCENARIOS / "shared-map"))


@pytest.fixture(scope="module")
def chart() -> Chart:
    return chart_from(read_scenario("aigun-six-days").map)


def drawn(
    theatre: Theatre,
    chart: Chart,
    size: tuple[int, int],
    level: Level = Level.BRAILLE,
    palette: Palette = NIGHT_LAMP,
    paper: dict[str, str] = HISTORY,
    cursor: str | None = None,
) -> Frame:
    plate = engrave(theatre, chart.window("theatre"), *size)
    return draw(plate, chart, chart.state(paper, cursor), palette, level)


@pytest.mark.parametrize("size", SIZES)
def test_what_finds_no_room_below_a_land_is_not_cut_to_a_word_that_means_something_else(
    theatre: Theatre, chart: Chart, size: tuple[int, int]
):
    state = chart.state({**HISTORY, "left-bank": "nerchinsk", "ussuri": "qing"})
    plate = engrave(theatre, chart.window("theatre"), *size)
    for posts in ("Russian posts", "Russian posts and villages on it"):
        with_posts = replace(state, words=tuple((r.id, posts) for r in chart.regions))
        labels = lettering(plate, chart, with_posts).labels
        told = {label.text.strip() for label in labels if label.kind is LabelKind.HOLDER}
        assert told <= {posts, "Qing", "undivided", "never divided"}


@pytest.mark.parametrize("size", SIZES)
def test_the_word_for_who_holds_a_land_is_whole(
    theatre: Theatre, chart: Chart, size: tuple[int, int]
):
    state = chart.state({**HISTORY, "ussuri": "silent"})
    plate = engrave(theatre, chart.window("theatre"), *size)
    labels = lettering(plate, chart, state).labels
    told = {label.text.strip() for label in labels if label.kind is LabelKind.HOLDER}
    assert told <= {"never divided", "undivided", "not named", "Russian", "Qing officials", "Qing"}
    assert told & {"never divided", "undivided"} or size < (60, 30)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("palette", [NIGHT_LAMP, PLAIN], ids=lambda palette: palette.name)
def test_the_map_at_60_by_30_is_the_one_on_file(
    theatre: Theatre, chart: Chart, level: Level, palette: Palette
):
    kept = SNAPSHOTS / f"map-{level}-{palette.name.replace(' ', '-')}.txt"
    text = drawn(theatre, chart, (60, 30), level, palette).text + "\n"
    assert text == kept.read_text(encoding="utf-8"), f"look, then keep it in {kept.name}"


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_size_is_filled_exactly(
    theatre: Theatre, chart: Chart, size: tuple[int, int], level: Level
):
    lines = drawn(theatre, chart, size, level).text.split("\n")
    assert (len(lines), {len(line) for line in lines}) == (size[1], {size[0]})


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_aigun_is_named_at_every_size(theatre: Theatre, chart: Chart, size: tuple[int, int]):
    assert "Aigun" in drawn(theatre, chart, size).text


def test_small_maps_name_less(theatre: Theatre, chart: Chart):
    counts = []
    for size in SIZES:
        plate = engrave(theatre, chart.window("theatre"), *size)
        counts.append(len(lettering(plate, chart, chart.state(HISTORY)).labels))
    assert counts[0] < counts[1] < counts[2] < counts[4]


@pytest.mark.parametrize("left_bank", ["nerchinsk", "mouth", "loan", "to-zeya", "amur"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_name_lies_over_another_or_off_the_map(
    theatre: Theatre, chart: Chart, size: tuple[int, int], left_bank: str
):
    plate = engrave(theatre, chart.window("theatre"), *size)
    letters = lettering(plate, chart, chart.state({**HISTORY, "left-bank": left_bank}))
    taken = {(cell % plate.width, cell // plate.width) for _, cell in letters.marked}
    for label in letters.labels:
        cells = {(label.column + i, label.row) for i in range(len(label.text))}
        assert not cells & taken, label
        assert all(0 <= x < plate.width and 0 <= y < plate.height for x, y in cells), label
        taken |= cells


@pytest.mark.parametrize("size", [*SIZES, (64, 15), (78, 10), (116, 26)])
def test_what_is_too_small_to_bear_its_name_has_it_beside_it_or_not_at_all(
    theatre: Theatre, chart: Chart, size: tuple[int, int]
):
    for _, window in chart.windows:
        plate = engrave(theatre, window, *size)
        code = plate.code("sixty-four-villages")
        at = [(i % plate.width, i // plate.width) for i, c in enumerate(plate.ground) if c == code]
        for label in lettering(plate, chart, chart.state(HISTORY)).labels:
            if label.subject == "villages" and label.kind is LabelKind.TRACT:
                end = label.column + len(label.text) - 1
                assert any(
                    label.column - 7 <= column <= end + 7 and abs(row - label.row) <= 2
                    for column, row in at
                )


def test_no_mark_of_another_place_stands_before_a_name(theatre: Theatre, chart: Chart):
    seen = replace(chart, present=tuple(place.id for place in theatre.places))
    for size in (*SIZES, (64, 15), (116, 26)):
        for _, window in chart.windows:
            plate = engrave(theatre, window, *size)
            letters = lettering(plate, seen, chart.state(HISTORY))
            marks = {cell: place.id for place, cell in letters.marked}
            for label in letters.labels:
                if label.kind in (LabelKind.CAPITAL, LabelKind.TOWN):
                    start = label.row * plate.width + label.column
                    beside = {marks.get(start - 1), marks.get(start + len(label.text))}
                    assert beside <= {None, label.subject}, label
                    if marks.get(start + len(label.text)) == label.subject:
                        before = range(max(label.row * plate.width, start - NEAR), start)
                        assert not any(cell in marks for cell in before), label


@pytest.mark.parametrize("size", [*SIZES, (80, 14), (118, 14)])
def test_no_mountain_stands_in_a_name_or_against_it(
    theatre: Theatre, chart: Chart, size: tuple[int, int]
):
    plate = engrave(theatre, chart.window("theatre"), *size)
    rows = drawn(theatre, chart, size).text.split("\n")
    for label in lettering(plate, chart, chart.state(HISTORY, None)).labels:
        around = rows[label.row][max(0, label.column - 1) : label.column + len(label.text) + 1]
        assert PEAK not in around, around


@pytest.mark.parametrize("size", [*SIZES, (76, 14), (106, 19)])
def test_no_line_runs_into_a_name(theatre: Theatre, chart: Chart, size: tuple[int, int]):
    plate = engrave(theatre, chart.window("theatre"), *size)
    rows = drawn(theatre, chart, size).text.split("\n")
    for label in lettering(plate, chart, chart.state(HISTORY, None)).labels:
        text = label.text.strip()
        first = label.column + label.text.index(text)
        written = rows[label.row][first : first + len(text)]
        assert not any("⠀" <= glyph <= "⣿" or glyph in "▘▝▖▗▌▐▀▄" for glyph in written), written


@pytest.mark.parametrize("size", [*SIZES, (76, 14), (106, 19)])
@pytest.mark.parametrize("option", ["mouth", "to-zeya"])
def test_names_stay_put_when_a_claim_divides_a_tract(
    theatre: Theatre, chart: Chart, size: tuple[int, int], option: str
):
    def named(option: str) -> set[tuple[str, int, int]]:
        plate = engrave(theatre, chart.window("theatre"), *size)
        state = chart.state({**HISTORY, "left-bank": option})
        kinds = (LabelKind.HOLDER, LabelKind.TRACT)
        labels = lettering(plate, chart, state).labels
        return {(x.text, x.column, x.row) for x in labels if x.kind not in kinds}

    assert named(option) == named("amur")


def test_names_stay_put_when_a_claim_changes_whole_tracts(theatre: Theatre, chart: Chart):
    plate = engrave(theatre, chart.window("theatre"), 110, 36)
    one = lettering(plate, chart, chart.state(HISTORY)).labels
    other = lettering(
        plate, chart, chart.state({**HISTORY, "ussuri": "qing", "left-bank": "loan"})
    ).labels
    assert {(x.text, x.column, x.row) for x in one if x.kind.name != "HOLDER"} == {
        (x.text, x.column, x.row) for x in other if x.kind.name != "HOLDER"
    }


def test_ascii_is_ascii_only(theatre: Theatre, chart: Chart):
    for palette in (NIGHT_LAMP, PLAIN):
        for size in SIZES:
            text = drawn(theatre, chart, size, Level.ASCII, palette).text
            assert text.isascii(), sorted({c for c in text if not c.isascii()})


def test_each_level_uses_its_own_glyphs(theatre: Theatre, chart: Chart):
    braille = drawn(theatre, chart, (80, 24), Level.BRAILLE).text
    half = drawn(theatre, chart, (80, 24), Level.HALF).text
    assert any("⠀" < glyph <= "⣿" for glyph in braille)
    assert not any("⠀" <= glyph <= "⣿" for glyph in half)
    assert {"▀", "▄"} <= set(half)


def test_without_colour_no_cell_is_coloured_and_holders_still_differ(
    theatre: Theatre, chart: Chart
):
    frame = drawn(theatre, chart, (80, 30), palette=PLAIN)
    assert all(run.look[:2] == (None, None) for row in frame.rows for run in row)
    assert {"R", "Q", "=", "╱", "░"} <= set(frame.text)
    kept = drawn(theatre, chart, (80, 30), palette=PLAIN, paper={"left-bank": "nerchinsk"})
    assert frame.text != kept.text


def test_a_claim_recolours_and_a_cursor_lights_up(theatre: Theatre, chart: Chart):
    def grounds(paper: dict[str, str], cursor: str | None = None) -> set[object]:
        frame = drawn(theatre, chart, (60, 30), paper=paper, cursor=cursor)
        return {run.look.ground for row in frame.rows for run in row}

    assert NIGHT_LAMP.held_by_russia in grounds(HISTORY)
    assert NIGHT_LAMP.held_by_russia not in grounds({"left-bank": "nerchinsk"})
    assert grounds(HISTORY) != grounds(HISTORY, "ussuri")


@pytest.mark.parametrize(
    "palette", [NIGHT_LAMP, MAP_ROOM, HIGH_CONTRAST], ids=lambda palette: palette.name
)
def test_names_can_be_read_on_the_ground_they_stand_on(
    theatre: Theatre, chart: Chart, palette: Palette
):
    for option in ("nerchinsk", "loan", "amur"):
        paper = {**HISTORY, "left-bank": option}
        for row in drawn(theatre, chart, (110, 36), palette=palette, paper=paper).rows:
            for run in row:
                if run.look.ink and run.look.ground and run.text.strip().isalpha():
                    assert contrast(run.look.ink, run.look.ground) >= 3.0, run


def test_runs_that_are_alike_are_kept_once(theatre: Theatre, chart: Chart):
    runs = [run for row in drawn(theatre, chart, (110, 36)).rows for run in row]
    assert len({id(run) for run in runs}) == len(set(runs)) < len(runs) / 2


def test_two_processes_draw_the_same_map():
    lines = (
        "import sys",
        "from pathlib import Path",
        "from game.files.geo import read_theatre",
        "from game.files.scenarios import read_scenario",
        "from game.tui.map.canvas import draw",
        "from game.tui.map.chart import chart_from",
        "from game.tui.map.glyphs import PEAK, Level",
        "from game.tui.map.palette import NIGHT_LAMP",
        "from game.tui.map.plate import engrave",
        "from game.tui.map.theatre import theatre_from",
        "theatre = theatre_from(read_theatre(Path('scenarios/shared-map')))",
        "chart = chart_from(read_scenario('aigun-six-days').map)",
        "plate = engrave(theatre, chart.window('theatre'), 70, 28)",
        f"frame = draw(plate, chart, chart.state({HISTORY!r}), NIGHT_LAMP, Level.BRAILLE)",
        "assert not {'textual', 'rich', 'numpy'} & set(sys.modules)",
        "sys.stdout.buffer.write(repr(frame).encode())",
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", "\n".join(lines)],
            cwd=SCENARIOS.parent,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(seen) == 1


def test_a_mark_keeps_the_ground_below_it(theatre: Theatre, chart: Chart):
    row = drawn(theatre, chart, (60, 30)).rows[12]
    marked = overlaid(row, (Mark(30, 12, "◆", (255, 255, 255)),))
    assert "".join(run.text for run in marked)[30] == "◆"
    assert ground_at(marked, 30) == ground_at(row, 30)
    assert overlaid(row, ()) == row


def test_a_flotilla_runs_down_the_river_with_its_wake_behind(theatre: Theatre, chart: Chart):
    plate = engrave(theatre, chart.window("theatre"), 110, 36)
    marks = flotilla(plate, "amur", 500, NIGHT_LAMP, Level.BRAILLE)
    assert (len(marks), marks[-1].glyph) == (4, "◆")
    assert flotilla(plate, "no-such-river", 500, NIGHT_LAMP, Level.BRAILLE) == ()


def ground_at(row: tuple[tuple[str, object], ...], column: int) -> object:
    looks = [look for text, look in row for _ in text]
    return looks[column].ground  # type: ignore[attr-defined]

"""Scenarios are read whole or refused whole, and every fault says where it stands."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from game.coach.workshop.playing import play_once, seated
from game.errors import ScenarioError
from game.files.folders import find_scenarios, folder_of
from game.files.gathering import KEYS, OF_CAMPAIGNS, VIEW
from game.files.pages import read_page
from game.files.restricted_yaml import read_yaml
from game.files.scaffolding import begin_scenario
from game.files.scenarios import check_scenario, read_anew, read_any, read_scenario
from game.files.schema import json_schema, schema_of
from game.rules import Rules
from game.state import CLAIMANT
from tests.afresh import afresh

CASES = Path(__file__).parent / "cases"
TINY = CASES / "tiny"
FORDS = Path(__file__).parent / "campaigns" / "the-two-fords"
BROKEN = sorted(path.parent for path in (CASES / "broken").glob("*/case.yaml"))


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_a_broken_scenario_gives_exactly_its_faults(case, tmp_path):
    said = _case(case)
    folder = _patched(said, tmp_path / "tiny")
    wanted = [(f["code"], f["file"], int(f["line"]), int(f["column"])) for f in said["faults"]]
    faults = check_scenario(folder)
    found = [(f.code, f.file, f.line, f.column) for f in faults]
    assert found == wanted, said["says"]
    assert [f.message for f in faults if not f.hint] == []


def test_a_campaign_without_faults_is_read_without_what_is_there_for_faults():
    heavy = ("game.scenario.possible", "game.scenario.scene_days", "game.files.mending")
    code = (
        "import sys\n"
        "from game.files.scenarios import read_any\n"
        f"read_any({str(FORDS)!r})\n"
        f"print([name for name in sys.modules if name.startswith({heavy!r})])"
    )
    assert afresh(code) == "[]"


def _case(case: Path) -> dict[str, Any]:
    said: dict[str, Any] = yaml.load(case.joinpath("case.yaml").read_text(), yaml.BaseLoader)
    return said


def _patched(said: dict[str, Any], folder: Path) -> Path:
    """Return a copy of the tiny scenario with one file changed, replaced or taken away."""
    shutil.copytree(TINY, folder)
    file = folder / said["file"]
    if "with" not in said:
        file.unlink()
    elif "replace" not in said:
        file.write_text(said["with"], newline="\n")
    else:
        text = file.read_text()
        assert text.count(said["replace"]) == 1
        file.write_text(text.replace(said["replace"], said["with"]), newline="\n")
    return folder


def test_the_tiny_scenario_is_sound():
    assert check_scenario(TINY) == []


@pytest.mark.parametrize("name", ["weir", "The Weir"])
def test_a_scenario_whose_plays_would_not_find_it_again_is_told_where_it_is_kept(name, tmp_path):
    library = tmp_path / "library"
    shutil.copytree(TINY, library / name)
    (fault,) = check_scenario(library / name, library)
    place = (fault.file, fault.line, fault.column)
    assert (*place, fault.code, fault.is_error) == ("scenario.yaml", 1, 11, "bad-id", False)
    assert fault.message == f"this is kept as {name}, and a play of it would look for tiny"
    assert fault.hint == "call the folder tiny" + (", or write scenario: weir" * (name == "weir"))
    # A folder that is named by its path may be called anything.
    assert check_scenario(library / name) == []


@pytest.mark.parametrize("scenario", find_scenarios())
def test_a_shipped_scenario_has_no_errors(scenario):
    assert [str(fault) for fault in check_scenario(scenario) if fault.is_error] == []
    assert read_any(scenario).id == scenario


def test_a_broken_scenario_is_refused_whole_with_all_faults(tmp_path):
    folder = _patched(_case(CASES / "broken" / "two-misspelt-names"), tmp_path / "tiny")
    with pytest.raises(ScenarioError) as caught:
        read_scenario(folder)
    assert len(caught.value.faults) == 2
    assert "did you mean ratified?" in str(caught.value)


def test_a_scenario_with_warnings_can_be_played(tmp_path):
    folder = _patched(_case(CASES / "broken" / "title-too-long"), tmp_path / "tiny")
    rules = Rules(read_scenario(folder))
    game = play_once(rules, seated(rules, "integrative", "official", CLAIMANT, "1"), "1")
    assert rules.scenario.events["thanks"].title.startswith("Thanks from")
    assert game.final.ended is not None


def test_what_can_never_be_keeps_nobody_from_playing_and_is_told_beside_an_error(tmp_path):
    folder = _patched(_case(CASES / "broken" / "passage-that-is-never-written"), tmp_path / "tiny")
    assert read_scenario(folder).id == "tiny"
    said = _case(CASES / "broken" / "two-misspelt-names")
    file = folder / said["file"]
    file.write_text(file.read_text().replace(said["replace"], said["with"]))
    with pytest.raises(ScenarioError) as caught:
        read_scenario(folder)
    assert list(caught.value.faults) == check_scenario(folder)
    assert "contradiction" in {fault.code for fault in caught.value.faults}


THIRD = "  priest: {name: Pyotr, office: Priest, side: Left bank, brief: ferryman}\ntable: ferry"


@pytest.mark.parametrize(
    ("file", "old", "line", "column"),
    [
        ("events/river.yaml", "title: The ice\n    seat: ferryman", 4, 11),
        ("tables/ferry.yaml", "tea: {seats: [ferryman, miller]", 45, 17),
        ("tables/ferry.yaml", "offer.landing = ford, seat: miller", 23, 60),
        ("tables/ferry.yaml", "old-wang: {seat: miller", 43, 20),
    ],
)
def test_who_does_not_sit_at_the_table_plays_no_part_there(file, old, line, column, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    for name, before, after in (
        ("scenario.yaml", "table: ferry", THIRD),
        (file, old, old.replace("ferryman", "priest").replace("seat: miller", "seat: priest")),
    ):
        text = (folder / name).read_text()
        assert text.count(before) == 1
        (folder / name).write_text(text.replace(before, after))
    first = check_scenario(folder)[0]
    assert (first.code, first.file, first.line, first.column) == ("unknown-id", file, line, column)
    assert "priest is no seat at the table" in str(first)


def test_a_courier_brings_the_news_that_a_table_has(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    file = folder / "tables" / "ferry.yaml"
    lines = [line for line in file.read_text().splitlines() if not line.startswith("news:")]
    text = "\n".join(lines) + "\n"
    courier = "seat: miller, temper: mild, news: {sitting: 2, danger: 3}"
    file.write_text(text.replace("seat: miller, temper: mild", courier))
    (fault,) = [fault for fault in check_scenario(folder) if fault.is_error]
    assert (fault.code, fault.line, fault.column) == ("unknown-key", 42, 42)


def test_an_unknown_scenario_is_answered_with_the_nearest():
    with pytest.raises(ScenarioError, match="did you mean aigun-six-days"):
        read_scenario("aigun-six-day")


def test_layout_and_comments_do_not_change_the_digest_but_a_word_does(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    endings = folder / "endings.yaml"
    before = read_scenario(folder).digest
    endings.write_text("# a comment\n" + endings.read_text().replace("Friends", "'Friends'"))
    assert read_scenario(folder).digest == before
    endings.write_text(endings.read_text().replace("Friends", "Fiends"))
    assert read_scenario(folder).digest != before


HOSTILE = [
    "[/",
    "[@click=app.quit]x",
    "\x1b[31mred\x1b]8;;http://x\x07",
    "\u202egnihton\u2066",
    "no",
    "1858-05-28",
    "~",
    "${HOME} {{x}} %s {0}",
    "x" * 10_000,
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_only_text(text, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    events = folder / "events" / "river.yaml"
    written = json.dumps(text)  # YAML's double quotes, with its escapes
    events.write_text(events.read_text().replace("title: Thanks", f"title: {written}"))
    assert read_scenario(folder).events["thanks"].title == text
    assert all(fault.code == "too-long" for fault in check_scenario(folder))


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    for path in [p for p in folder.rglob("*") if p.is_file()]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_scenario(folder) == read_scenario(TINY)


def test_what_is_not_utf_8_is_found_where_it_begins(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    folder.joinpath("sources.yaml").write_bytes(b"sources:\n  caf\xe9: {}\n")
    (fault,) = check_scenario(folder)
    assert (fault.code, fault.file, fault.line, fault.column) == ("not-text", "sources.yaml", 2, 6)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_damage_to_a_file_is_a_traceback(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("damaged") / "tiny"
    shutil.copytree(TINY, folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(files))
    text = path.read_text()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    new = data.draw(
        st.sampled_from(["", "\t", "- x\n", "? y\n", "{", "]", "&a ", "*a", "\x00", "'"])
    )
    path.write_text(text[:start] + new + text[end:])
    for fault in check_scenario(folder):
        assert fault.line >= 1
        assert fault.column >= 1


def test_the_column_inside_a_scalar_counts_quotes_escapes_and_folds():
    text = "a: 'it''s here'\nb: one two\n  three\nc: |\n  first\n  second\n"
    document = read_yaml(text, "x.yaml")
    found = {
        key: document.position(document.values[key,], offset, document.data[key])
        for key, offset in (("a", 5), ("b", 8), ("c", 6))
    }
    assert found == {"a": (1, 11), "b": (3, 3), "c": (6, 3)}


@cache
def validator_of(pattern):
    return Draft202012Validator(schema_of(pattern))


@cache
def validator_of_any():
    return Draft202012Validator(json_schema())


@pytest.mark.parametrize("folder", [TINY, FORDS, *map(folder_of, find_scenarios())], ids=str)
def test_every_file_of_a_scenario_matches_the_schema(folder):
    whole = validator_of_any()
    once = ["tables/*.yaml", "dossiers.yaml", "dossiers/*.yaml", "calendar.yaml", VIEW]
    for pattern in dict.fromkeys([*KEYS, *OF_CAMPAIGNS, *once]):
        validator = validator_of(pattern)
        for path in folder.glob(pattern):
            for written in (read_yaml(path.read_text(), path.name).data, _as_editors_see(path)):
                assert [error.message for error in validator.iter_errors(written)] == []
                assert whole.is_valid(written)


def _as_editors_see(path: Path) -> Any:
    """Return a file with YAML's own guesses at numbers and answers, dates left as text."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text()), default=str))


def test_a_misspelt_key_does_not_match_the_schema():
    validator = Draft202012Validator(schema_of("sources.yaml"))
    source = {"cite": "x", "side": "modern", "weight": "firm"}
    assert validator.is_valid({"sources": {"a": source}})
    assert not validator.is_valid({"sources": {"a": source | {"sied": "modern"}}})


def test_the_schema_tells_editors_what_the_models_say():
    properties = json_schema()["$defs"]["Option"]["properties"]
    assert properties["lapses"]["description"] == "It binds nobody unless it is ratified."


LOADERS = [loader for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", None)) if loader]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("a: {x: He, who came, y: 1}", 12, "'who came' is no KEY: VALUE"),
        ("a: {x: He, 'who came', y: 1}", 12, "'who came' is no KEY: VALUE"),
        ("a: {x: Who? He, y: 1}", 11, "put the text between quotes"),
        ("a: [Wer? Er, ü?]", 8, "put the text between quotes"),
        ("a: {x: He: no, y: 1}", 10, "colon, a comma or a quote goes between quotes"),
        ("a: {x: 'it's', y: 1}", 11, "write an apostrophe in it twice"),
        ("a: He said: no", 11, "colon, a comma or a quote between quotes"),
        ("a: {x: @b}", 8, "put the text between quotes"),
        ("a: {x: [he] b}", 13, "a comma or a closing } is missing"),
        ("a: 'x' y", 8, "fits nothing that stands before it"),
        ("a: 'x", 4, "its text goes on to the end of the file"),
        ("a: {", 4, "the { that opens here is not closed"),
        ("a:\r  b: 1\x85      c: 2", 7, "begin it in column 3, like the line above"),
        ("a:\u2028  b: {}\u2029      c: 2", 7, "begin it in column 3, like the line above"),
        ("a: 1\nb\nc: 2", None, "a key needs a colon"),
    ],
)
def test_a_text_that_wants_quotes_is_told_so_by_either_build_of_the_parser(
    monkeypatch, loader, text, column, said
):
    monkeypatch.setattr("game.files.restricted_yaml._Loader", loader)
    fault = read_yaml(text, "x.yaml").faults[0]
    assert fault.code == "yaml-syntax"
    assert said in str(fault)
    assert column in (None, fault.column)


def test_where_all_stands_is_read_only_once_a_fault_asks_for_it(tmp_path, monkeypatch):
    fords = Path(shutil.copytree(FORDS, tmp_path / "the-two-fords"))
    read: list[str] = []

    def loader(text: str) -> Any:
        read.append(text)
        return yaml.SafeLoader(text)

    monkeypatch.setattr("game.files.restricted_yaml._Loader", loader)
    scenario, places = read_anew(fords)
    files = [path.read_text() for path in fords.rglob("*.yaml") if path.parent.name != "tests"]
    assert sorted(read) == sorted(files)
    place = places.place(("title",))
    cover = (fords / "scenario.yaml").read_text().split("\n")
    assert place.file == "scenario.yaml"
    assert cover[place.line - 1][place.column - 1 :] == scenario.title
    assert read.count(read[0]) == 2
    assert places.place(("title",)) == place
    assert len(read) == len(files) + 1


def test_a_key_that_stands_thrice_is_told_by_itself_and_not_by_what_stands_under_it():
    document = read_yaml("a: {b: 1}\na: {b: 2}\na: {b: 3}\n", "x.yaml")
    assert [str(fault.message) for fault in document.faults] == ["a stands here twice"] * 2
    assert document.data == {"a": {"b": "1"}}


def test_what_is_quoted_or_stands_on_lines_of_its_own_may_hold_anything():
    text = "a: {x: 'Who, he? No: she', ?y: 1, z: }\nb: Who? He, they say\n"
    document = read_yaml(text, "x.yaml")
    assert document.faults == []
    assert document.data["a"] == {"x": "Who, he? No: she", "y": "1", "z": ""}


@pytest.mark.parametrize("listed", ["one, 'other'", "[one, other]", '[one, "other"] '])
def test_the_sources_of_a_page_are_listed_with_brackets_or_without(listed):
    document = read_page(f"title: T\nsource: {listed}\n\nText.\n", "codex/t.md")
    assert document.data["source"] == ["one", "other"]
    mark = document.values["source", 1]
    assert document.text[mark.start :].startswith("other")
    assert document.text.split("\n")[1][mark.column - 1 :].startswith("other")


def test_a_slip_is_told_while_whole_sections_are_still_to_be_written(tmp_path):
    begin_scenario(tmp_path / "new", None, None)
    table = tmp_path / "new" / "tables" / "mill-race.yaml"
    text = table.read_text().replace("offer.water = five-days", "offer.water = five-dyas")
    table.write_text(text[: text.index("# What can be done in a sitting")])
    told = [str(fault) for fault in check_scenario(tmp_path / "new")]
    assert [line.partition(" (")[0].split(": ", 2)[1] for line in told] == [
        "missing-key",
        "unknown-word",
    ], told

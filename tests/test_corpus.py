"""Every record that was ever released opens, whatever has become of its scenario since."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.cli.seating import seating
from game.errors import CodeError, RecordError, ScenarioError
from game.files.folders import shipped
from game.files.plays import resume_play
from game.files.record_lines import FORMAT
from game.files.records import read_record
from game.files.scenarios import read_scenario
from game.record import Node, Record, record_of, replay, verify
from game.rules import Rules
from tests import make_records
from tests.make_records import RECORDS, TINY, what_it_gave

FILES = sorted(RECORDS.glob("format-*/*.amur"))
RENAMED = {"aigun-six-days": ("three-two", "five-flags"), "tiny": ("ford", "shallows")}
"""By scenario an option's id, as it stands in nothing but ids, and another for it."""

every_record = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def folder_of(scenario: str) -> Path:
    return TINY if scenario == "tiny" else shipped() / scenario


@cache
def present(scenario: str, start: str | None) -> Rules:
    return Rules(read_scenario(folder_of(scenario)), start)


def rules_of(record: Record, folder: Path | None = None) -> Rules:
    heading = record.heading
    if folder is None:
        return present(heading.scenario, heading.start)
    return Rules(read_scenario(folder), heading.start)


def gave(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return found


def stops(rules: Rules, record: Record) -> set[int]:
    """Return the first nodes of each line that are no longer legal."""
    return {found.node.id for found in verify(rules, record) if found.computed is None}


def firsts(record: Record, ids: Iterable[int]) -> set[int]:
    """Return those of some nodes that stand on no other of them."""
    ids = set(ids)
    return {id for id in ids if not ids.intersection(n.id for n in record.path(id)[:-1])}


def promise(rules: Rules, path: Path, tmp_path: Path) -> set[int]:
    """Hold what is promised of a record against it; return the nodes at which its lines stop."""
    play_file = Path(shutil.copy(path, tmp_path / "play.amur"))
    record, notices, *_ = read_record(path)
    kept, stopped = gave(path), stops(rules, record)
    assert notices == ()
    assert (len(record.nodes), len(record.ends())) == (kept["nodes"], kept["lines"])
    marks = [len(record.names), len(record.notes), len(record.glyphs)]
    assert marks == [kept["names"], kept["notes"], kept["glyphs"]]
    for difference in verify(rules, record):
        if difference.computed is None:
            assert re.match(r"stops at node \d+ \(\S+: .+\): \S+", difference.reason)
    line = record.current_line()
    sound = [node for node in line if not stopped.intersection(n.id for n in record.path(node.id))]
    turns = []
    try:
        for turn in replay(rules, record, line[-1].id):
            turns.append(turn)  # noqa: PERF402 (what came before the fault is counted)
    except RecordError as error:
        says = str(error)
        assert f"node {line[len(turns)].id} (" in says
    if record.heading.digest != rules.scenario.digest:
        assert len(turns) == len(sound)
    with resume_play(lambda heading: rules, play_file, seating) as play:
        session = play.session
        goes_on = [node.id for node in record.path(record.cursor) if node in sound]
        assert session.cursor == (goes_on[-1] if goes_on else 0)
        if session.cursor != record.cursor:
            (notice,) = [n for n in play.notices if n.startswith("stops at node")]
            assert notice.endswith(f"the play goes on from node {session.cursor}")
        assert session.record.lines == record.lines
        session.advance()
        while session.is_over and session.undo():
            pass
        session.decide(session.legal()[0])
        nodes = session.record.nodes
    assert play_file.read_bytes().startswith(path.read_bytes())
    assert read_record(play_file).record.nodes == nodes
    assert all(nodes[id] == node for id, node in record.nodes.items())
    return stopped


def promise_of_code(rules: Rules, path: Path) -> bool:
    """Hold what is promised of a released code against it; return whether it still opens."""
    record, code = read_record(path).record, gave(path).get("code")
    if code is None:
        return False
    line = record.current_line()
    try:
        given = record_of(code, lambda id, start: rules)
    except CodeError as error:
        found = re.fullmatch(
            r"this code was made with .+: of its (\d+) decisions the first (\d+) come out as .+",
            str(error),
        )
        assert found is not None
        count, first = map(int, found.groups())
        legal = [node.id for node in line if not stops(rules, record) & ids_of(record, node)]
        # Of a changed page or title, too, a code knows only that the text was another.
        assert count == len(line) >= len(legal) >= first
        return False
    assert [n.decision_text for n in given.main_line()] == [n.decision_text for n in line]
    return True


def ids_of(record: Record, node: Node) -> set[int]:
    return {n.id for n in record.path(node.id)}


def test_there_are_records_of_every_format_and_kind() -> None:
    assert {path.parent.name for path in FILES} >= {f"format-{n}" for n in range(1, FORMAT + 1)}
    newest = {path.stem for path in FILES if path.parent.name == f"format-{FORMAT}"}
    kinds = ("by-hand", "history", "tree", "two-people", "yishan", "early-in-points", "tiny")
    assert all(any(stem.startswith(kind) for stem in newest) for kind in kinds)
    assert all(path.with_suffix(".json").is_file() for path in FILES)


@every_record
def test_a_released_record_opens_and_gives_what_it_gave(path: Path, tmp_path: Path) -> None:
    record = read_record(path).record
    rules = rules_of(record)
    stopped = promise(rules, path, tmp_path)
    if record.heading.digest == rules.scenario.digest:
        assert (stopped, verify(rules, record)) == (set(), [])
        assert what_it_gave(rules, record) == gave(path)
        assert promise_of_code(rules, path)
    else:
        promise_of_code(rules, path)


@every_record
def test_it_stops_where_an_option_was_renamed_and_keeps_the_rest(
    path: Path, tmp_path: Path
) -> None:
    record = read_record(path).record
    old, new = RENAMED[record.heading.scenario]
    folder = Path(shutil.copytree(folder_of(record.heading.scenario), tmp_path / "edited"))
    for file in folder.rglob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text), "utf-8")
    named = {n.id for n in record.nodes.values() if f"={old} " in f"{n.decision_text} "}
    before = stops(rules_of(record), record)
    rules = rules_of(record, folder)
    assert promise(rules, path, tmp_path) == firsts(record, before | named)
    promise_of_code(rules, path)


@every_record
def test_it_stops_where_a_choice_was_taken_out_and_keeps_the_rest(
    path: Path, tmp_path: Path
) -> None:
    record = read_record(path).record
    before = stops(rules_of(record), record)
    for node in reversed(record.path(record.ends()[0].id)):
        if not node.decision_text.startswith("choose "):
            continue
        folder = Path(
            shutil.copytree(
                folder_of(record.heading.scenario), tmp_path / "edited", dirs_exist_ok=True
            )
        )
        rules = without_choice(folder, record, node)
        if rules is not None:
            named = {n.id for n in record.nodes.values() if n.decision_text == node.decision_text}
            assert promise(rules, path, tmp_path) == firsts(record, before | named)
            promise_of_code(rules, path)
            return
    pytest.fail("no choice of this record can be taken out of its scenario")


def without_choice(folder: Path, record: Record, node: Node) -> Rules | None:
    """Return the rules of a scenario without a choice, or with another in its place.

    `None` where it can do neither.
    """
    _, event, choice = node.decision_text.split()
    before = rf"(^  {event}:\n(?:(?!  \S).*\n)*?)      {choice}:"
    files = {file: file.read_text("utf-8") for file in folder.glob("events/*.yaml")}
    for old, new in ((rf"{before}.*\n(?:        .*\n)*", r"\1"), (before, r"\1      another:")):
        for file, text in files.items():
            file.write_text(re.sub(old, new, text, flags=re.MULTILINE), "utf-8")
        with suppress(ScenarioError):
            rules = rules_of(record, folder)
            found = rules.scenario.events.get(event)
            if found is None or choice not in found.choices:
                return rules
    return None


def test_a_record_that_is_there_is_never_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(RECORDS, tmp_path / "records"))
    monkeypatch.setattr(make_records, "RECORDS", copy)
    there = next(copy.glob(f"format-{FORMAT}/tiny-*.amur"))
    there.write_text("what a player has")
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    assert make_records.main() == 0
    assert all(path.read_bytes() == data for path, data in before.items())
    assert make_records.main() == 0
    assert "there already, and left as it is" in capsys.readouterr().out


def test_what_is_written_today_is_what_would_be_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make_records, "RECORDS", tmp_path)
    make_records.main()
    for path in tmp_path.rglob("*.amur"):
        record = read_record(path).record
        assert verify(rules_of(record), record) == []
        assert what_it_gave(rules_of(record), record) == gave(path)

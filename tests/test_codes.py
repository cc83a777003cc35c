"""A play as a code: what it gives back, and why it is refused."""

from __future__ import annotations

import shutil
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli import main
from game.cli.export import export
from game.cli.seating import seating
from game.errors import AmurError, CodeError, RecordError, ScenarioError, UsageError
from game.files.library import Library
from game.files.plays import begin_from, heading_for, rules_told
from game.files.records import RecordFile, read_record
from game.files.scenarios import read_scenario
from game.record import (
    LOOKED,
    OPENING,
    Glyph,
    Heading,
    Record,
    Unknown,
    code_of,
    digest,
    is_code,
    line_alone,
    record_of,
)
from game.record.packing import Packing, Unpacking
from game.record.symbols import LONGEST, number_in, spelled
from game.rules import Rules, parsed
from tests.in_lines import SCENARIO
from tests.proof import codes
from tests.test_record import RULES, TINY, decided, line

HISTORY = f"history:{SCENARIO}"


def rules_for(scenario: str, start: str | None) -> Rules:
    return rules_told(scenario, start, None, str(TINY) if scenario == "tiny" else None)


def exported(*words: str) -> str:
    done = CliRunner(catch_exceptions=False).invoke(export, list(words))
    assert done.exit_code == 0, done.output
    return done.stdout.strip()


@pytest.fixture(scope="module")
def history() -> str:
    return exported(HISTORY)


def test_sixty_plays_come_back_from_their_codes_and_no_spoilt_code_does() -> None:
    tried = [codes.tried_play(number) for number in range(1, 61)]
    assert all(one.is_same for one in tried)
    assert not [code for one in tried for code in one.taken]
    assert sum(one.spoilt for one in tried) > 5_000
    assert max(one.length for one in tried if one.persons == 15 and not one.asides) <= 280


@given(st.integers(0, 400), st.integers(0, 10**9))
@settings(max_examples=15, deadline=None)
def test_a_decision_is_found_at_its_place(play: int, at: int) -> None:
    record, rules = codes.made(play)
    state = rules.opening(record.heading.seed)
    for node in record.main_line():
        legal = rules.legal_decisions(state)
        place = at % len(legal)
        assert legal.place_of(legal[place]) == place
        state = rules.apply(state, parsed(node.decision_text, rules.table)).state


def test_what_is_not_legal_has_no_place() -> None:
    legal = RULES.legal_decisions(RULES.opening("1"))
    with pytest.raises(ValueError, match="is not legal here"):
        legal.place_of(legal[0]._replace(verb="fly"))


@given(st.lists(st.one_of(st.text(max_size=9), st.integers(0, 9999)), max_size=9))
def test_what_is_packed_comes_out_again(things: list[str | int]) -> None:
    packing = Packing()
    for thing in things:
        if isinstance(thing, str):
            packing.put_text(thing)
        else:
            packing.put_count(thing)
            packing.put(thing, of=10_000)
    packed = Unpacking(number_in(spelled(packing.number)))
    for thing in things:
        if isinstance(thing, str):
            assert packed.take_text() == thing
        else:
            assert (packed.take_count(), packed.take(10_000)) == (thing, thing)
    assert packed.is_empty
    with pytest.raises(CodeError, match="holds no whole play"):
        packed.take(7)


@given(st.integers(0, 2**900))
@settings(max_examples=300, deadline=None)
def test_a_code_of_anything_at_all_is_a_play_or_one_sentence(number: int) -> None:
    assert came_of(number) in ("tiny", SCENARIO, "refused")


@given(st.integers(0, 2**400))
@settings(max_examples=200, deadline=None)
def test_whatever_follows_a_good_heading_is_a_play_or_one_sentence(number: int) -> None:
    packing = Packing()
    packing.put_text("tiny")
    packing.put_count(RULES.scenario.version)
    packing.put(0, of=2)
    for value, of in reversed(packing.taken):
        number = number * of + value
    assert came_of(number) in ("tiny", "refused")


def came_of(number: int) -> str:
    """Return the scenario of a play that a number holds, or that it was refused in a line."""
    try:
        return record_of(spelled(number), rules_for).heading.scenario
    except AmurError as error:
        return "refused" if "\n" not in str(error) else str(error)


def test_a_code_needs_no_policy_and_reads_as_it_is_typed(history: str) -> None:
    record = record_of(history, rules_for)
    assert record == record_of(history.lower().replace("0", "o").replace("1", "l"), rules_for)
    assert record == record_of("  " + "-".join(history) + "\n", rules_for)
    documented = read_record(Path("scenarios") / SCENARIO / "history.amur").record
    assert record.main_line() == documented.main_line()
    assert record.heading == documented.heading


def test_a_line_is_told_from_the_tree_that_it_grew_in() -> None:
    record = decided(decided(line(6), 2, 1), 1, 3)
    for node in record.nodes:
        path, given = record.path(node), record_of(code_of(RULES, record, node), rules_for)
        assert [n.decision_text for n in given.main_line()] == [n.decision_text for n in path]
        assert [n.digest for n in given.main_line()] == [n.digest for n in path]
        assert given.cursor == len(path)
    assert record_of(code_of(RULES, record, 0), rules_for).nodes == {}
    last = [n.digest for n in record.current_line()]
    assert [n.digest for n in record_of(code_of(RULES, record), rules_for).main_line()] == last


def test_words_in_another_order_stay_as_they_were_written() -> None:
    """As in a record that was written by hand, or a guess with two blanks in it."""
    record = Record(heading_for(RULES, "1858", "ferryman"))
    state = RULES.opening("1858")
    for text in (
        "choose ice mend",
        "expect  two   blanks",
        "tactic lay with offer landing=ford fare=high",
    ):
        seat = RULES.table.seats[state.seat]
        state = RULES.apply(state, parsed(text, RULES.table)).state
        record, _ = record.add(record.cursor, seat, text, digest(state))
    assert record_of(code_of(RULES, record), rules_for).main_line() == record.main_line()


def test_a_heading_by_hand_comes_back_as_it_was() -> None:
    scenario = RULES.scenario
    heading = Heading(
        "tiny",
        scenario.version,
        scenario.digest,
        "é 1",
        "",
        "sung",
        None,
        (),
        ("x", "miller"),
    )
    assert record_of(code_of(RULES, Record(heading)), rules_for).heading == heading


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda code: "", "no code of a play; one begins with AMUR1"),
        (lambda code: "MURAVIEV", "no code of a play"),
        (lambda code: "AMUR0" + code[5:], "no code of a play"),
        (lambda code: "AMUR2" + code[5:], r"newer version of the game \(format 2\)"),
        (lambda code: code[:20] + "U" + code[21:], "'U', character 20 of this code, cannot be"),
        (lambda code: code[:20] + "ſ" + code[21:], "'ſ', character 20 of this code, cannot be"),
        (lambda code: code[:8], "is cut short; copy all of it"),
        (lambda code: code[:90], r"cut short: of its \d+ characters 89 are here"),
        (lambda code: code + "7", "something stands after the end"),
        (
            lambda code: code[:20] + "01"[code[20] == "0"] + code[21:],
            "a character of this code is wrong or missing",
        ),
        (lambda code: code[:20] + code[21:] + "0", "a character of this code is wrong or missing"),
    ],
)
def test_a_spoilt_code_is_refused_with_the_reason(history: str, spoilt: object, said: str) -> None:
    with pytest.raises(CodeError, match=said):
        record_of(spoilt(history), rules_for)  # type: ignore[operator]


def test_a_code_of_a_scenario_that_is_not_here_says_which() -> None:
    with pytest.raises(ScenarioError, match="there is no scenario tiny"):
        record_of(code_of(RULES, line(3)), lambda id, start: rules_told(id, start, None))


def test_a_line_that_does_not_replay_has_no_code() -> None:
    record, _ = line(2).add(2, "ferryman", "accept", "")
    with pytest.raises(RecordError, match=r"stops at node 3 \(ferryman: accept\)"):
        code_of(RULES, record)
    assert is_code(code_of(RULES, record, 2))


def test_a_line_without_end_has_no_code() -> None:
    record = line(2)
    long = "expect " + "x" * 10 * LONGEST
    state = RULES.opening("1858")
    for node in record.main_line():
        state = RULES.apply(state, parsed(node.decision_text, RULES.table)).state
    record, _ = record.add(2, RULES.table.seats[state.seat], long, "")
    with pytest.raises(CodeError, match="send the record itself"):
        code_of(RULES, record)


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "changed"))


def edited(folder: Path, file: str, old: str, new: str) -> Rules:
    path = folder / file
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new), "utf-8")
    return Rules(read_scenario(folder))


def test_a_code_of_another_text_of_a_scenario_says_how_far_it_goes(changed: Path) -> None:
    code = code_of(RULES, line(6))
    rules = edited(changed, "events/river.yaml", "eat: {say: Eat", "fry: {say: Fry")
    with pytest.raises(
        CodeError,
        match=r"another text of 'tiny': of its 6 decisions the first 3 come out as they did then",
    ):
        record_of(code, lambda id, start: rules)


def test_a_code_of_another_version_names_both(changed: Path) -> None:
    code = code_of(RULES, line(6))
    edited(changed, "scenario.yaml", "version: 1", "version: 2")
    rules = edited(changed, "events/river.yaml", "eat: {say: Eat", "fry: {say: Fry")
    with pytest.raises(CodeError, match="version 1 of 'tiny', and this is 2: of its 6"):
        record_of(code, lambda id, start: rules)


def test_a_code_opens_where_only_words_have_changed(changed: Path) -> None:
    record = line(6)
    rules = edited(changed, "events/river.yaml", "{say: Eat", "{say: Eat a lot")
    given = record_of(code_of(RULES, record), lambda id, start: rules)
    assert given.main_line() == record.main_line()
    assert given.heading.digest == rules.scenario.digest != record.heading.digest


def test_a_line_alone_keeps_what_was_remarked_on_it() -> None:
    record = decided(decided(line(6), 2, 1), 1, 3)
    end = record.ends()[0].id
    record = record.noted(end, "why?").named(2, "here").signed(2, Glyph.GOOD).named(7, "elsewhere")
    alone = line_alone(record, end)
    assert [n.digest for n in alone.main_line()] == [n.digest for n in record.path(end)]
    assert [n.id for n in alone.main_line()] == [n.id for n in record.path(end)]
    assert (alone.notes, alone.names, alone.glyphs) == ({end: "why?"}, {2: "here"}, {2: "!"})
    assert (alone.cursor, alone.heading) == (end, record.heading)


def test_a_line_alone_of_a_tree_opens_again_with_the_numbers_that_it_had_there(
    tmp_path: Path,
) -> None:
    record = decided(decided(line(6), 2, 1), 1, 3)
    here = record.cursor
    alone = line_alone(record, here)
    assert max(alone.nodes) == here > len(alone.nodes)
    RecordFile.create(tmp_path / "alone.amur", alone.heading, alone.lines).close()
    reading = read_record(tmp_path / "alone.amur")
    assert (reading.record.nodes, reading.notices) == (alone.nodes, ())


def test_a_code_and_a_line_alone_say_that_the_archives_had_been_open() -> None:
    """An honest play is not made by sending one that went back from its end."""
    record = decided(decided(line(6), 2, 1), 1, 3)
    here, there = record.path(record.cursor)[-1].id, record.ends()[0].id
    for looked in (record.noted(there, LOOKED), record.noted(there, LOOKED).noted(there, "mine")):
        given = record_of(code_of(RULES, looked, here), rules_for)
        assert (given.notes, given.cursor) == ({OPENING: LOOKED}, len(record.path(here)))
        assert line_alone(looked, here).notes == {OPENING: LOOKED}
        again = record_of(code_of(RULES, line_alone(looked, here)), rules_for)
        assert again == given
    own = record.noted(there, LOOKED).noted(OPENING, "mine")
    assert line_alone(own, here).notes == {OPENING: f"mine\n{LOOKED}"}
    assert line_alone(record.noted(here, LOOKED), here).notes == {here: LOOKED}
    assert not record_of(code_of(RULES, record, here), rules_for).notes
    assert not line_alone(record, here).notes


# In files and by command.


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))
    return Library.of_player()


def test_a_play_goes_on_from_a_code_in_a_file_of_its_own(library: Library, history: str) -> None:
    names = []
    for _ in range(2):
        with begin_from(history, rules_for, seating, library) as play:
            names.append(play.file.path.name)
            assert play.notices == ()
            assert play.session.is_over
            assert len(read_record(play.file.path).record.nodes) == len(play.session.record.nodes)
            assert play.session.undo()
            play.session.decide(play.session.legal()[0])
    assert names == [f"{SCENARIO}-muraviev-history-{n}.amur" for n in (1, 2)]


def test_a_shared_record_is_copied_whole_and_left_alone(library: Library, tmp_path: Path) -> None:
    shared = tmp_path / "shared.amur"
    record = decided(decided(line(6), 2, 1), 1, 3).named(3, "the ice").moved(4)
    with RecordFile.create(shared, record.heading, record.lines) as file:
        file.append(Unknown('{"weather": "rain"}'))
    with shared.open("ab") as more:
        more.write(b'{"id": 99, "on"')
    before = shared.read_bytes()
    with begin_from(str(shared), rules_for, seating, library) as play:
        assert play.session.cursor == 4
        assert play.session.record.lines == (*record.lines, Unknown('{"weather": "rain"}'))
        assert play.session.record.names == {3: "the ice"}
        assert any("was torn off" in notice for notice in play.notices)
        assert play.file.path.read_bytes() == before
        play.session.advance()
        play.session.decide(play.session.legal()[0])
    assert shared.read_bytes() == before


def test_what_is_asked_beside_a_code_may_not_contradict_it(library: Library, history: str) -> None:
    asked = {"seat": "muraviev", "seed": "history", "start": None, "mode": None}
    begin_from(history, rules_for, seating, library, asked).close()
    for what, word in (("seat", "yishan"), ("seed", "7"), ("start", "1854"), ("mode", "points")):
        with pytest.raises(UsageError, match=f"this code is a play with {what} '.*, not '{word}'"):
            begin_from(history, rules_for, seating, library, {**asked, what: word})
    assert len(library.plays()) == 1


def test_neither_code_nor_file_is_refused_and_leaves_no_file(library: Library) -> None:
    for shared in ("x.amur", "", "x" * 5000, "\0", "."):
        with pytest.raises(UsageError, match="neither the code of a play nor a record's file"):
            begin_from(shared, rules_for, seating, library)
    assert library.plays() == []


def test_a_file_may_be_named_like_a_code(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    RecordFile.create(Path("AMUR1"), line(2).heading, line(2).lines).close()
    with begin_from("AMUR1", rules_for, seating, library) as play:
        assert len(play.session.record.nodes) >= 2


def test_a_play_is_never_begun_in_a_file_that_is_there(
    library: Library, tmp_path: Path, history: str
) -> None:
    there = tmp_path / "there.amur"
    there.write_text("mine")
    with pytest.raises(RecordError, match="exists already"):
        begin_from(history, rules_for, seating, there)
    assert there.read_text() == "mine"


def test_the_command_plays_on_from_a_code(
    library: Library,
    history: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("quit\n"))
    code = exported(HISTORY, "--to", "5")
    assert main(["play", "--plain", "--from", code]) == 0
    shown = capsys.readouterr().out
    assert "taken up again" in shown
    (play,) = library.plays()
    assert play.nodes == 5
    assert main(["play", str(TINY), "--plain", "--from", code]) == 2
    assert "is of 'aigun-six-days', and this scenario is 'tiny'" in capsys.readouterr().err
    assert main(["play", "--plain", "--from", code, "--record", str(play.path)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["play", "--plain", "--from", code[:-1]]) == 2
    assert "cut short" in capsys.readouterr().err


def test_the_command_writes_a_line_as_a_record_or_a_text_of_its_own(tmp_path: Path) -> None:
    out = tmp_path / "line.amur"
    exported(HISTORY, "--format", "record", "--to", "5", "--output", str(out))
    assert len(read_record(out).record.nodes) == 5
    assert main(["verify", str(out)]) == 0
    text = tmp_path / "code.txt"
    exported(HISTORY, "--output", str(text))
    assert text.read_text().strip() == exported(HISTORY)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "record"], "name it with --output FILE"),
        (["--output", "."], ". is a folder; name a file in it"),
        (["--format", "record", "--output", "README.md"], "exists already"),
        (["--to", "400"], "there is no node 400"),
        (["--format", "pgn"], "'pgn' is not one of 'code', "),
        (["--output", "/nowhere/at/all"], "there is no folder /nowhere/at; make it first, or name"),
    ],
)
def test_what_cannot_be_exported_is_refused_in_one_line(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", HISTORY, *words]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1

"""The library: what can be done with a kept play, and that nothing is lost by it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.errors import CodeError, RecordError, UsageError
from game.files.copies import duplicate, export, take_in
from game.files.drafts import KeptDraft, keep_draft, kept_draft
from game.files.finding import find_play, find_thrown
from game.files.holding import Hold
from game.files.library import Library
from game.files.naming import LONGEST_NAME, rename
from game.files.plays import heading_for
from game.files.records import RecordFile, read_record
from game.files.scenarios import read_scenario
from game.files.summaries import Play, Stamp, summary
from game.files.trash import bring_back, empty_trash, throw_away, thrown_away
from game.record import OPENING, Cursor, Heading, Name, Node, Record, code_of
from game.rules import Rules
from game.rules.legal import Legal
from game.session import Session
from game.state import Decision, View

TINY = Path(__file__).parent / "cases" / "tiny"

HEADING = Heading("tiny", 1, "abc", "1858", "ferryman")
NODES = tuple(Node(n, n - 1, "ferryman", f"choose ice {n}", f"{n:012x}") for n in range(1, 4))
HOSTILE = "[/] [@click=app.quit]x[/] \x1b[31mred ‮turned 満洲"


def no_rules(scenario: str, start: str | None) -> Rules:
    raise AssertionError("a file needs no rules")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "home")


def kept(library: Library, name: str = "", at: int = 1_000_000_000) -> Path:
    """Keep a play of three decisions that was played last at a time, and return its file."""
    with library.new_play(HEADING) as file:
        for line in (*NODES, Name(2, "the ice"), Cursor(2)):
            file.append(line)
    if name:
        rename(file.path, name)
    os.utime(file.path, (at, at))
    return file.path


# Naming.


def test_a_name_is_a_line_on_the_opening_and_the_file_keeps_its_own(library: Library) -> None:
    path = kept(library)
    before = path.read_bytes()
    assert rename(path, "  The Zeya\nline ") == "The Zeya line"
    assert path.read_bytes().startswith(before), "a record is only ever added to"
    assert read_record(path).record.names == {OPENING: "The Zeya line", 2: "the ice"}
    play = summary(path)
    assert (play.name, play.called, play.names) == ("The Zeya line", "The Zeya line", ("the ice",))


def test_an_empty_name_takes_the_name_away(library: Library) -> None:
    path = kept(library, "The Zeya line")
    assert rename(path, " ") == ""
    assert summary(path).called == path.stem


def test_the_same_name_again_writes_nothing(library: Library) -> None:
    path = kept(library, "The Zeya line")
    before = path.read_bytes()
    rename(path, "The Zeya line")
    assert path.read_bytes() == before


def test_who_renames_a_play_has_not_played_it(library: Library) -> None:
    old, new = kept(library, at=1_000_000_000), kept(library, at=1_000_000_060)
    rename(old, "The first")
    assert [play.path for play in library.plays()] == [new, old]


def test_a_name_is_any_words_but_not_a_book(library: Library) -> None:
    path = kept(library)
    assert summary(path).name == ""
    assert rename(path, HOSTILE) == HOSTILE
    assert summary(path).name == HOSTILE
    with pytest.raises(UsageError, match="a name has at most 200 characters; this has 201"):
        rename(path, "x" * (LONGEST_NAME + 1))


def test_a_play_that_is_being_played_keeps_its_name(library: Library) -> None:
    path = kept(library, "The Zeya line")
    with RecordFile.open(path), pytest.raises(RecordError, match="is being played by"):
        rename(path, "Another")
    assert summary(path).name == "The Zeya line"


# Copies.


def test_a_duplicate_has_every_byte_and_a_name_that_says_so(library: Library) -> None:
    path = kept(library, "The Zeya line")
    copy = duplicate(library, path, "A Ford")
    assert copy.parent == library.records_folder
    assert copy.read_bytes().startswith(path.read_bytes())
    assert summary(copy).name == "The Zeya line, copy"
    assert summary(copy).played == summary(path).played
    assert summary(duplicate(library, copy, "A Ford")).name == "The Zeya line, copy 2"


def test_a_play_without_a_name_is_copied_by_that_of_its_file(library: Library) -> None:
    path = kept(library)
    assert summary(duplicate(library, path, "A Ford")).name == "A Ford, copy"


def test_a_play_is_duplicated_while_it_is_played(library: Library) -> None:
    with library.new_play(HEADING) as file:
        file.append(NODES[0])
        copy = duplicate(library, file.path, "A Ford")
        file.append(NODES[1])
    assert len(read_record(copy).record.nodes) == 1
    assert len(read_record(file.path).record.nodes) == 2


def test_the_longest_name_can_be_copied(library: Library) -> None:
    path = kept(library, "x" * LONGEST_NAME)
    name = summary(duplicate(library, path, "A Ford")).name
    assert name.endswith("x, copy")
    assert len(name) <= LONGEST_NAME


def test_what_is_no_play_is_not_duplicated(library: Library, tmp_path: Path) -> None:
    broken = tmp_path / "broken.amur"
    broken.write_text("{")
    with pytest.raises(RecordError, match="holds no play"):
        duplicate(library, broken, "")
    assert library.plays() == []


def test_a_play_is_exported_byte_for_byte_to_a_file_or_into_a_folder(
    library: Library, tmp_path: Path
) -> None:
    path = kept(library)
    assert export(library, path, tmp_path / "mine.amur") == tmp_path / "mine.amur"
    assert export(library, path, tmp_path) == tmp_path / path.name
    for copy in (tmp_path / "mine.amur", tmp_path / path.name):
        assert copy.read_bytes() == path.read_bytes()


def test_nothing_is_exported_over_a_file_into_nowhere_or_into_the_library(
    library: Library, tmp_path: Path
) -> None:
    path, taken = kept(library), tmp_path / "taken.txt"
    taken.write_text("mine")
    with pytest.raises(UsageError, match="exists already; choose another name"):
        export(library, path, taken)
    assert taken.read_text() == "mine"
    with pytest.raises(UsageError, match="there is no folder"):
        export(library, path, tmp_path / "none" / "play.amur")
    with pytest.raises(UsageError, match="lies in the library"):
        export(library, path, library.records_folder / "again.amur")
    with pytest.raises(RecordError, match="cannot be used: "):
        export(library, path, tmp_path / ("x" * 300))


def test_a_record_is_taken_in_under_a_free_name_and_stays_where_it_is(
    library: Library, tmp_path: Path
) -> None:
    path, file = kept(library), tmp_path / "play.txt"
    export(library, path, file)
    first, second = take_in(library, str(file), no_rules), take_in(library, str(file), no_rules)
    assert [first.path.name, second.path.name] == ["play.amur", "play-2.amur"]
    assert file.read_bytes() == first.path.read_bytes() == path.read_bytes()
    assert len(library.plays()) == 3


def test_what_is_wrong_with_a_record_is_told_when_it_is_taken_in(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "torn.amur"
    export(library, kept(library), file)
    file.write_bytes(file.read_bytes() + b'{"cursor": ')
    assert "was torn off" in take_in(library, str(file), no_rules).notices[0]


@pytest.mark.parametrize(
    ("text", "says"), [("dear diary\n", "is no record"), ("", "holds no play")]
)
def test_what_is_no_record_is_not_taken_in(
    library: Library, tmp_path: Path, text: str, says: str
) -> None:
    file = tmp_path / "diary.amur"
    file.write_text(text)
    with pytest.raises(RecordError, match=says):
        take_in(library, str(file), no_rules)
    with pytest.raises(RecordError, match="there is no record"):
        take_in(library, str(tmp_path / "none.amur"), no_rules)
    with pytest.raises(RecordError, match="there is no record"):
        take_in(library, str(tmp_path), no_rules)
    assert library.plays() == []


def test_the_line_of_a_code_is_taken_in_as_a_play_of_its_own(library: Library) -> None:
    rules = Rules(read_scenario(TINY))
    heading = heading_for(rules, "1858", "ferryman")
    session = Session(rules, Record(heading), {"miller": _Listens()})
    session.advance()
    session.decide(Decision("choose", "ice", ("mend",)))
    code = code_of(rules, session.record)
    path, notices, _ = take_in(library, f" {code}\n", lambda scenario, start: rules)
    assert notices == ()
    assert path.name == "tiny-ferryman-1858-1.amur"
    assert read_record(path).record.nodes == session.record.nodes
    with pytest.raises(CodeError):
        take_in(library, code[:-4], lambda scenario, start: rules)
    assert len(library.plays()) == 1


class _Listens:
    def choose(self, view: View, legal: Legal) -> Decision:
        return Decision("listen")


@pytest.mark.parametrize("said", ["", "  ", "a\0b"])
def test_what_is_no_path_is_not_taken_for_one(library: Library, said: str) -> None:
    with pytest.raises(UsageError, match="name a file"):
        take_in(library, said, no_rules)


@pytest.mark.parametrize("claimed", [-(10**30), 0, 1_858_000_000 * 10**9, 10**30])
def test_a_file_that_claims_any_date_is_listed(claimed: int) -> None:
    assert Play(Path("play.amur"), None, stamp=Stamp(claimed, 1)).played.year >= 1970


def test_what_is_in_the_library_is_not_taken_in_again(library: Library) -> None:
    with pytest.raises(UsageError, match="is in the library already"):
        take_in(library, str(kept(library)), no_rules)


# The trash.


def test_a_play_thrown_away_can_be_brought_back(library: Library) -> None:
    paths = []
    for _ in range(2):
        with library.new_play(HEADING) as file:
            file.append(NODES[0])
            with pytest.raises(RecordError, match="is being played by"):
                throw_away(library, file.path)
        paths.append(throw_away(library, file.path))
    assert library.plays() == []
    assert len(set(paths)) == 2
    assert {play.path for play in thrown_away(library)} == set(paths)
    assert len(read_record(bring_back(library, paths[0])).record.nodes) == 1
    assert len(library.plays()) == 1


def test_a_draft_goes_into_the_trash_and_back_with_its_play(library: Library) -> None:
    path, draft = kept(library), KeptDraft("1858 2", "ferryman", ("river",), carries=True)
    keep_draft(path, draft)
    lying = throw_away(library, path)
    assert (kept_draft(path), kept_draft(lying)) == (None, draft)
    assert kept_draft(bring_back(library, lying)) == draft


def test_only_plays_of_the_library_go_to_the_trash_and_only_the_trash_gives_back(
    library: Library, tmp_path: Path
) -> None:
    path, other = kept(library), tmp_path / "mine.amur"
    export(library, path, other)
    with pytest.raises(UsageError, match="does not lie in the library"):
        throw_away(library, other)
    with pytest.raises(UsageError, match="does not lie in the trash"):
        bring_back(library, other)
    assert other.exists()


def test_the_trash_is_emptied_for_good_and_says_of_how_many(library: Library) -> None:
    staying = kept(library)
    for _ in range(3):
        path = kept(library)
        keep_draft(path, KeptDraft("1858 2", "ferryman", ("river",), carries=True))
        throw_away(library, path)
    assert empty_trash(library) == 3
    assert list(library.trash_folder.iterdir()) == []
    assert empty_trash(library) == 0
    assert [play.path for play in library.plays()] == [staying]


# Finding.


def test_a_play_is_found_by_its_path_its_file_s_name_or_its_own(library: Library) -> None:
    path = kept(library, "The Zeya line")
    for said in (str(path), path.name, path.stem, "The Zeya line", "the  zeya LINE"):
        assert find_play(library, said) == path
    lying = throw_away(library, path)
    for said in (str(lying), lying.name, lying.stem, "The Zeya line"):
        assert find_thrown(library, said) == lying


def test_a_name_that_several_plays_have_is_answered_with_their_files(library: Library) -> None:
    first, second = kept(library, "Again"), kept(library, "again")
    with pytest.raises(UsageError, match="2 plays are called 'Again'; say which by its file") as no:
        find_play(library, "Again")
    assert first.name in str(no.value)
    assert second.name in str(no.value)


@pytest.mark.parametrize("said", ["", "nothing like it", "x" * 5000, "a\0b", HOSTILE])
def test_what_no_play_is_called_is_answered_in_a_sentence(library: Library, said: str) -> None:
    kept(library)
    with pytest.raises(UsageError, match="there is no play"):
        find_play(library, said)
    with pytest.raises(UsageError, match="the trash holds no play"):
        find_thrown(library, said)


def test_a_play_that_is_nearly_called_so_is_named(library: Library) -> None:
    kept(library, "The Zeya line")
    with pytest.raises(UsageError, match="did you mean The Zeya line"):
        find_play(library, "The Zeja line")


def test_two_plays_that_find_the_same_name_free_get_two_files(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.new_play(HEADING) as first:
        real, looked = Path.exists, []

        def not_there_yet(path: Path) -> bool:
            looked.append(path)
            return path != first.path and real(path)

        monkeypatch.setattr(Path, "exists", not_there_yet)
        with library.new_play(HEADING) as second:
            assert first.path in looked
            assert second.path.name == first.path.name.replace("-1.", "-2.")
    assert len(library.play_files()) == 2


def test_a_name_that_another_process_is_taking_is_passed_by(library: Library) -> None:
    with library.new_play(HEADING) as first:
        name = first.path
    name.unlink()
    hold = Hold(name)
    try:
        with library.new_play(HEADING) as second:
            assert second.path.name == name.name.replace("-1.", "-2.")
    finally:
        hold.release()

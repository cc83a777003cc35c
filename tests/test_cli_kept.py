"""Line mode without a word on what to play: what is kept is gone on with, or a new play begun."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from game.cli.seating import seating
from game.files.library import Library
from game.files.naming import rename
from game.files.plays import heading_for, rules_of, start_play
from game.files.records import read_record
from tests.in_lines import amur, plain

TINY = Path(__file__).parent / "cases" / "tiny"
HOSTILE = "[/] \x1b[31mred ‮turned"


def kept(home: Path, seat: str, name: str = "") -> Path:
    """Keep a play of one decision of a chair, and return its file."""
    rules = rules_of("aigun-six-days", None, None)
    with start_play(rules, heading_for(rules, "7", seat), seating, Library(home)) as play:
        play.session.advance()
        play.session.decide(play.session.legal()[0])
        path = play.file.path
    if name:
        rename(path, name)
    return path


def test_where_no_play_is_kept_the_scenario_is_asked_for_at_once(tmp_path: Path) -> None:
    shown = plain(tmp_path, "--plain", lines="2\n0\n")
    assert shown.startswith("Which scenario?")
    assert " 2. Six Days at Aigun, 15 minutes (aigun-six-days)" in shown
    assert "Six Days at Aigun: whose chair do you take?" in shown
    said = " ".join(shown.split())
    assert said.index("first lesson") < said.index("2. Six Days") < said.index("author's example")


def test_a_scenario_of_ones_own_is_offered_and_a_broken_one_says_so(tmp_path: Path) -> None:
    for id, cover in (("mended", TINY / "scenario.yaml"), ("broken", None)):
        folder = tmp_path / "scenarios" / id
        if cover is None:
            folder.mkdir(parents=True)
            (folder / "scenario.yaml").write_text("scenario: [\n")
        else:
            copytree(TINY, folder)
    shown = plain(tmp_path, "--plain", lines="0\n")
    assert "broken, which cannot be played as it is" in shown
    assert "(mended)" in shown


def test_the_play_left_last_is_the_first_choice(tmp_path: Path) -> None:
    kept(tmp_path, "yishan")
    path = kept(tmp_path, "muraviev", "The Zeya line")
    before = len(read_record(path).record.nodes)
    shown = plain(tmp_path, "--plain", lines="1\ntactic dinner\nquit\n")
    said = " ".join(shown.split())
    assert said.startswith(
        "What would you play? 1. Continue the play left last: The Zeya line (Six Days at Aigun,"
        " Nikolai Muraviev, 1 decision, played "
    )
    assert "2. Begin a new play 3. Take up another play that is kept 0. Leave" in said
    assert "Six Days at Aigun, taken up again" in shown
    assert len(read_record(path).record.nodes) > before


def test_another_play_that_is_kept_can_be_taken_up(tmp_path: Path) -> None:
    path = kept(tmp_path, "yishan")
    kept(tmp_path, "muraviev")
    shown = plain(tmp_path, "--plain", lines="3\n1\nquit\n")
    assert "Which of them?" in shown
    assert f"--record {path}" in shown


def test_a_new_play_can_be_begun_and_nothing_at_all(tmp_path: Path) -> None:
    kept(tmp_path, "yishan")
    shown = plain(tmp_path, "--plain", lines="help\n2\n1\n1\nquit\n")
    assert "Here a number chooses, and 0 leaves." in shown
    assert "Take up another" not in shown, "there is no other"
    assert "whose chair do you take?" in shown
    assert len(Library(tmp_path).plays()) == 2
    shown = plain(tmp_path, "--plain", lines="0\n")
    assert "whose chair" not in shown
    assert len(Library(tmp_path).plays()) == 2


def test_who_says_what_to_play_is_not_asked_for_what_is_kept(tmp_path: Path) -> None:
    kept(tmp_path, "yishan")
    asked = {"aigun-six-days": "Six Days at Aigun: ", "--seed=5": "Which", "--mode=points": "Which"}
    for word, question in asked.items():
        assert plain(tmp_path, word, "--plain", lines="0\n").startswith(question)


def test_amur_alone_offers_it_too_and_hostile_names_are_letters(tmp_path: Path) -> None:
    kept(tmp_path, "yishan", HOSTILE)
    (tmp_path / "records" / "diary.amur").write_text("dear diary\n")
    done = amur(lines="1\nquit\n", home=tmp_path)
    assert done.returncode == 0
    assert "Continue the play left last: [/] ␛[31mred <U+202E>turned (" in done.stdout
    assert "diary" not in done.stdout
    assert "\x1b" not in done.stdout


def test_plays_of_the_same_name_are_told_apart_by_their_files(tmp_path: Path) -> None:
    first, second = (kept(tmp_path, "yishan", "Again") for _ in range(2))
    shown = " ".join(plain(tmp_path, "--plain", lines="3\n1\nquit\n").split())
    assert f"kept in {first.name}" in shown
    assert f"kept in {second.name}" in shown
    assert f"--record {first}" in shown

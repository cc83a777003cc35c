"""Line mode's log: by sittings, with what the chair itself decided, and laid out to be read."""

from __future__ import annotations

from pathlib import Path

from game.cli.plain_story import laid_out
from tests.in_lines import SCENARIO, plain, told

CLAIMANT = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev")
HOST = (SCENARIO, "--plain", "--seed", "11", "--seat", "yishan")


def test_the_log_names_the_sittings_and_what_one_decided(tmp_path: Path) -> None:
    lines = "1\n1\nargue custom with offer all\n1\nexpect he signs\nlog\nquit\n"
    log = told(plain(tmp_path, *CLAIMANT, lines=lines), "log")
    assert log.startswith("== 22 May 1858, afternoon, sitting 1 of 12 ==")
    assert log.count("sitting 1 of 12") == 1
    assert "You chose: Eat everything, the castor-oil soup too." in log
    assert "You chose: Argue a ground: Your people will live as they have lived." in log
    assert "Your paper: the whole left bank Russian; the Ussuri to the sea Russian" in log
    assert "== 23 May 1858, morning, sitting 2 of 12 ==" in log
    assert "You noted: “he signs”." in log


def test_the_log_of_the_host_tells_what_he_answered(tmp_path: Path) -> None:
    lines = "1\n1\nask left-bank\n1\nsuppose\nlog\nquit\n"
    log = told(plain(tmp_path, *HOST, lines=lines), "log")
    assert "You chose: Ask why: the left bank of the Amur." in log
    assert "You chose: Dine" not in log


def test_the_log_ends_in_one_blank_line(tmp_path: Path) -> None:
    shown = plain(tmp_path, *HOST, lines="1\n1\nlog\nquit\n")
    assert "\n\n\n" not in shown.rpartition("> log")[2]


def test_the_particulars_of_a_reply_hang_beneath_it() -> None:
    asked = f"  he asks: the left bank lent to Russia. {'It is the land of the dynasty. ' * 2}"
    lines = laid_out(asked).splitlines()
    assert lines[0].startswith("  he asks")
    assert lines[1].startswith("    ")
    assert laid_out("He moves. His word now:") == "He moves. His word now:"


def test_his_paper_has_a_heading(tmp_path: Path) -> None:
    shown = plain(tmp_path, *HOST, lines="1\n1\nhis\nquit\n")
    assert told(shown, "his").startswith("The paper, as he laid it down:")


def test_his_word_has_a_heading(tmp_path: Path) -> None:
    steps = "1 1 argue+custom+with+offer+all 1 ask+left-bank 1 tell+trade 1 dinner 1"
    lines = [step.replace("+", " ") for step in [*steps.split(), "argue+precedent", "his", "quit"]]
    shown = plain(tmp_path, *CLAIMANT, lines="\n".join(lines) + "\n")
    assert told(shown, "his").startswith("His word, which he signs if you lay it down unchanged:")


def test_the_menu_tells_the_day_once(tmp_path: Path) -> None:
    shown = plain(tmp_path, *HOST, lines="1\n1\nmenu\nquit\n")
    assert told(shown, "menu").count("sitting 1 of 12") == 1
    scene = plain(tmp_path, *HOST, lines="1\nmenu\nquit\n")
    assert told(scene, "menu").count("sitting 1 of 12") == 1


def test_after_the_end_an_answer_stands_apart(tmp_path: Path) -> None:
    shown = plain(tmp_path, *HOST, lines="1\n1\nbreak-off\n1\ndinner\nquit\n")
    assert "'quit' leaves.\n\n> quit" in shown.replace("'undo'\n", "'undo' ")

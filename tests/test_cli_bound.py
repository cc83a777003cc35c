"""Line mode warns before a word binds, and says only once why the rest is closed then."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.plain_menu import lines
from game.coach.binding import comes
from game.coach.menu import Entry, entries
from game.coach.spent import marked
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Phase
from game.tui.play.twice import Twice
from tests.in_lines import SCENARIO, nodes, plain

AS_HOST = (SCENARIO, "--plain", "--seed", "11", "--seat", "yishan")
BINDS = "if he lays it down again, you can only sign it, consult your officers on it, or break off"


@pytest.mark.parametrize("said", ["lay\n1", "offer all", "ask trade with offer all"])
def test_the_host_is_warned_before_he_gives_his_word_to_a_paper_unchanged(
    said: str, tmp_path: Path
) -> None:
    record = tmp_path / "play.amur"
    words = (*AS_HOST, "--record", str(record))
    shown = plain(tmp_path, *words, lines=f"1\n1\n{said}\n0\nquit\n")
    assert BINDS in " ".join(shown.split())
    assert sum(node["seat"] == "yishan" for node in nodes(record)) == 1
    plain(tmp_path, *words, lines=f"{said}\n1\nquit\n")
    assert sum(node["seat"] == "yishan" for node in nodes(record)) == 2


def test_whoever_is_not_sure_goes_back_one_question_and_not_to_the_menu(tmp_path: Path) -> None:
    shown = plain(tmp_path, *AS_HOST, lines="1\n1\nlay\n1\n0\n0\nquit\n")
    _, _, after = shown.partition("Sure?")
    assert "Which word do you give?" in after.partition("Your answer:")[0]
    assert after.count("Your answer:") == 1


def test_an_act_that_is_typed_whole_at_its_own_question_is_not_left_undone(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev", "--record", str(record))
    shown = plain(tmp_path, *words, lines="1\n1\n1\ndinner with offer ussuri=qing\nquit\n")
    assert "With “Dine with him”, a paper as well?" in shown
    assert "left undone" not in shown
    assert nodes(record)[1]["do"].startswith("tactic dinner with offer ")


@pytest.mark.parametrize("asked", ["forecast", "expect he refuses"])
def test_what_is_asked_at_a_question_leaves_the_question_and_shows_it_again(
    asked: str, tmp_path: Path
) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev", "--record", str(record))
    shown = plain(tmp_path, *words, lines=f"1\n1\n1\n{asked}\n1\nquit\n")
    assert shown.count("With “Dine with him”, a paper as well?") == 2
    assert "left undone" not in shown
    said = [node["do"].partition(" with ")[0] for node in nodes(record)]
    assert said[1:3] == [asked, "tactic dinner"]


def test_of_two_issues_the_second_is_asked_for_by_name_without_the_first(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev")
    shown = plain(tmp_path, *words, lines="1\n1\nrather\n2\nquit\n")
    assert "and which second?" in shown
    second = shown.partition("and which second?")[2]
    assert "\n 1. " in second
    assert "\n 2. " not in second


def test_a_word_that_differs_needs_no_warning_unless_it_is_worse_than_none(
    tmp_path: Path,
) -> None:
    shown = plain(tmp_path, *AS_HOST, lines="1\n1\noffer left-bank=nerchinsk ussuri=qing\nquit\n")
    assert "Sure?" not in shown
    shown = plain(tmp_path, *AS_HOST, lines="1\n1\noffer trade=none\nquit\n")
    assert "Sure? That gives your word to a paper that is worth less to you" in " ".join(
        shown.split()
    )


def test_what_can_be_done_only_once_is_warned_of() -> None:
    rules = Rules(read_scenario(SCENARIO))
    state = rules.opening("11")
    plea = Decision("tactic", "plead")
    assert "your one last word" in comes(rules, state, Decision("tactic", "ultimatum"))
    assert "only this once" in comes(rules, state._replace(seat=HOST), plea)
    assert not comes(rules, state._replace(seat=HOST, pleaded=True), plea)
    assert not comes(rules, state, Decision("tactic", "dinner"))


def test_in_the_last_sitting_a_last_word_that_is_answered_with_another_is_warned_of() -> None:
    rules = Rules(read_scenario(SCENARIO))
    opening = rules.opening("5")
    menace = next(act.id for act in rules.table.acts if act.kind == ActKind.WAGER)
    last = Decision("tactic", menace, (), (0,) * len(rules.table.issues))
    late = "it is the last sitting, and if he answers with a word of his own, the talks end"
    assert late not in comes(rules, opening._replace(seat=CLAIMANT, sitting=1), last)
    at_last = opening._replace(seat=CLAIMANT, sitting=rules.table.sittings)
    assert late in comes(rules, at_last, last)


def test_that_his_word_is_worse_than_none_is_said_before_it_is_taken() -> None:
    rules = Rules(read_scenario(SCENARIO))
    worst, best = (
        tuple(row.index(pick(row)) for row in rules.table.utilities[CLAIMANT].worth)
        for pick in (min, max)
    )
    state = rules.opening("11")._replace(phase=Phase.SITTING, seat=CLAIMANT, scene=-1)
    for word, is_worse in ((worst, True), (best, False)):
        offered = state._replace(paper=best, word=word, said=word)
        found = entries(rules, rules.legal_decisions(offered), CLAIMANT)
        [taken] = [entry for entry in marked(rules, offered, found) if entry.key == "a"]
        assert ("worth less to you than no paper" in taken.label) == is_worse
    asked = state._replace(phase=Phase.REPLY, seat=HOST, paper=(0,) * len(worst))
    for paper, is_worse in ((worst, False), (best, True)):
        asked = asked._replace(paper=paper, consulted=True)
        found = entries(rules, rules.legal_decisions(asked), HOST)
        signs = next(e for e in marked(rules, asked, found) if e.label.startswith("Sign the paper"))
        assert ("worth less to you than no paper" in signs.label) == is_worse


def test_a_reason_that_several_lines_share_stands_once_beneath_the_menu() -> None:
    rules = Rules(read_scenario(SCENARIO))
    paper = (0,) * len(rules.table.issues)
    state = rules.opening("11")._replace(
        phase=Phase.REPLY, seat=HOST, scene=-1, paper=paper, word=paper, kept=True
    )
    found = entries(rules, rules.legal_decisions(state), HOST)
    menu = " ".join(" ".join(lines(found)).split())
    assert menu.count("your own word lies there unchanged") == 1
    assert "1. Dine with him (not now) 2." in menu
    assert "Not now (1 to 8, 11): your own word lies there unchanged; sign it," in menu


def test_why_acts_are_closed_is_told_once_and_again_when_asked(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev")
    shown = plain(tmp_path, *words, lines="1\n1\ndinner\n1\nmenu\na\nquit\n")
    first, *later, asked = shown.split("One act, and a paper if you like:")[1:]
    assert "(not now: he has given no word that stands)" in " ".join(first.split())
    assert later
    for menu in later:
        assert "(not now" not in menu
        assert "; 'menu' says what they are and why." in " ".join(menu.split())
    assert "(not now: he has given no word that stands)" in " ".join(asked.split())
    assert "Not now: he has given no word that stands" in asked.rpartition("> a\n")[2]


def test_a_reason_of_one_line_stands_on_it() -> None:
    menu = [
        Entry("Sign", (), "no powers", key="a"),
        Entry("Wait", (), "pressed", key="2"),
        Entry("Go", (), "pressed", key="3"),
    ]
    assert list(lines(menu)) == [
        " a. Sign (not now: no powers)",
        " 2. Wait (not now)",
        " 3. Go (not now)",
        "Not now (2, 3): pressed.",
    ]


def test_the_claimant_is_warned_before_he_takes_a_word_unchanged() -> None:
    rules = Rules(read_scenario(SCENARIO))
    word = (0,) * len(rules.table.issues)
    state = rules.opening("5")._replace(seat=CLAIMANT, word=word)
    talks, guns = (
        Decision("tactic", next(a.id for a in rules.table.acts if a.presses is presses), (), word)
        for presses in (False, True)
    )
    assert "he signs it or consults his officers" in comes(rules, state, talks)
    assert comes(rules, state, guns) == "lays down a paper that is worth less to you than no paper"
    assert "his word" not in comes(rules, state._replace(word=None), talks)


def test_the_host_is_told_that_a_word_binds_where_he_is_asked_for_one(tmp_path: Path) -> None:
    shown = plain(tmp_path, *AS_HOST, lines="1\n1\nlay\n0\ndinner with a paper\n0\nquit\n")
    read, binds = " ".join(shown.split()), "It binds you once he lays it down unchanged."
    assert read.count(binds) == 2
    assert f"Which word do you give? {binds}" in read
    assert f"With “Dine with him”, a word of your own as well? {binds}" in read
    assert shown.count("His paper, unchanged, as your word") == 2


def test_a_paper_that_cannot_go_along_says_why(tmp_path: Path) -> None:
    lines = "1\n1\nargue custom with offer all\n1\nask left-bank\n1\nmemorial\n1\n0\n0\nquit\n"
    words = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev")
    shown = " ".join(plain(tmp_path, *words, lines=lines).split())
    assert "This paper cannot go along: the paper does not bear that sentence out." in shown


@pytest.mark.parametrize(("seat", "other"), [(CLAIMANT, HOST), (HOST, CLAIMANT)])
def test_what_is_worth_less_than_no_paper_is_warned_of(seat: int, other: int) -> None:
    rules = Rules(read_scenario(SCENARIO))
    opening = rules.opening("11")._replace(phase=Phase.SITTING, seat=seat)
    men = [opening.men[chair] for chair in (seat, other)]
    best, worst = (
        tuple(row.index(max(row)) for row in man.utility.worth) for man in men if man is not None
    )
    lay = Decision("tactic", "lay", (), worst)
    assert "that is worth less to you than no paper" in comes(rules, opening, lay)
    assert not comes(rules, opening, lay._replace(paper=best))
    for paper in (best, worst):
        laid = opening._replace(paper=paper, word=paper)
        for verb in ("accept",) if seat == CLAIMANT else ("accept", "consult"):
            said = comes(rules, laid, Decision(verb))
            assert said.endswith("; it is worth less to you than no paper") == (paper == worst)
            pressed = Twice(rules).warning(laid, Decision(verb), "f", "d")
            assert pressed == f"Press it once more: that {said}."


def test_who_takes_his_word_for_less_than_nothing_is_told_so(tmp_path: Path) -> None:
    worst = (
        "left-bank=nerchinsk ussuri=qing villages=enclave rivers=closed trade=none form=minutes"
        " preamble=grace defence=arms"
    )
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines=f"1\n1\noffer {worst}\n0\nquit\n")
    told = " ".join(shown.split())
    assert "Sure? That lays down a paper that is worth less to you than no paper. 1. Yes" in told


def test_a_line_of_a_list_is_called_by_its_word_too(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev", "--record", str(record))
    shown = plain(tmp_path, *words, lines="1\n1\nrather\nvillages\nleft bank\n1\nquit\n")
    assert "left undone" not in shown
    assert nodes(record)[1]["do"].startswith("tactic rather left-bank villages")

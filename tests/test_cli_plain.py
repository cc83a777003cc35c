"""Line mode: whole games from a pipe, in both chairs and in both; and nothing that acts."""

import io
import re
import sys
from pathlib import Path

import pytest

from game.cli.plain_input import InputEnded, Reader
from game.cli.plain_looks import status
from game.cli.plain_text import WIDTH, put, wrapped
from game.coach.visible import visible
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT
from tests.in_lines import ROWS, SCENARIO, amur, at_keyboard, nodes, plain, told

LINES = Path(__file__).parent / "cases" / "plain"
HOSTILE = "\x1b[31mred\x07 \u202egnp.exe \u200b[@click=app.quit]x[/] \x9b2J\r\x00"


@pytest.mark.parametrize("seat", ["muraviev", "yishan"])
def test_nothing_but_numbers_plays_a_whole_game(seat: str, tmp_path: Path) -> None:
    lines = (LINES / f"{seat}-numbers.txt").read_text(encoding="utf-8")
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", seat, "--seed", "5", "--record", str(record))
    shown = plain(tmp_path, *words, lines=lines)
    assert "What next?" in shown
    assert {node["seat"] for node in nodes(record)} == {"muraviev", "yishan"}
    long = [line for line in shown.splitlines() if len(line) > WIDTH and "/" not in line]
    assert not long
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


def test_words_and_numbers_decide_the_same(tmp_path: Path) -> None:
    texts = []
    for name, lines in (("words", "dinner\n"), ("numbers", "1\n1\n")):
        record = tmp_path / f"{name}.amur"
        begin = "1\nchoose dinner watch\n"
        words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
        plain(tmp_path, *words, lines=begin + lines)
        texts.append([node["do"] for node in nodes(record)])
    assert texts[0] == texts[1]
    assert "tactic dinner" in texts[0]


def test_the_first_choice_comes_after_at_most_sixty_words(tmp_path: Path) -> None:
    for seat in ([], ["--seat", "muraviev"]):
        shown = plain(tmp_path, SCENARIO, "--plain", *seat, lines="")
        before = shown.partition(" 1. ")[0]
        assert 0 < len(before.split()) <= 60


def test_a_wrong_line_costs_nothing(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    lines = (
        "1\n99\nfoo\noffer\nask weather\naccept\n1\naccept\nask weather\noffer ussuri=moon\nquit\n"
    )
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    shown = plain(tmp_path, *words, lines=lines)
    assert "There is no 99 here" in shown
    assert "'foo' means nothing here" in shown
    assert "The scene waits for your choice first." in shown
    assert "He has given no word that stands." in shown
    assert "'moon' is no option of ussuri" in shown
    assert [node["do"].split()[0] for node in nodes(record)] == ["choose"]


@pytest.mark.parametrize("said", ["offer", "lay", "tactic lay"])
def test_a_paper_without_a_term_is_shown_and_asked_for_first(said: str, tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    shown = plain(tmp_path, *words, lines=f"1\n1\n{said}\n0\nquit\n")
    asked = shown.rpartition(f"> {said}\n")[2]
    assert "Your draft, which nobody has seen yet:" in asked
    assert "This paper, as it is written above" in asked
    assert len(nodes(record)) == 1


@pytest.mark.parametrize("back", ["0", "back"])
def test_back_goes_back_one_question_and_from_the_first_to_the_menu(
    back: str, tmp_path: Path
) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    steps = ["4", "2", back, back, "5", "1", back, back, "8", "2", "3", back, back, back, "quit"]
    shown = plain(tmp_path, *words, lines="1\n1\n" + "\n".join(steps) + "\n")
    asked = re.findall(
        r"^(?:Which .*|.*and which second\?|With “.*|Lay which .*|One act.*)$", shown, re.MULTILINE
    )
    rather, issue = "Which two issues?", "Which issue?"
    assert asked == [
        "One act, and a paper if you like:",
        "With “Ask why”, a paper as well?",
        "One act, and a paper if you like:",
        rather,
        "The left bank of the Amur, and which second?",
        rather,
        "One act, and a paper if you like:",
        "Lay which paper down?",
        issue,
        issue,
        "Lay which paper down?",
        "One act, and a paper if you like:",
    ]
    assert len(nodes(record)) == 1


def test_back_is_shown_wherever_it_goes_back(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines="0\n1\n0\n1\nback\n4\n2\n2\n0\nquit\n")
    questions = shown.split("\n? ")[:-1]
    assert questions
    assert all(question.endswith("\n 0. Back") for question in questions)
    assert shown.count("There is nothing to go back to here") == 4


def test_offer_all_lays_the_whole_draft_down(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    plain(tmp_path, *words, lines="1\n1\ndraft ussuri=qing\noffer all\nquit\n")
    assert "offer left-bank=amur ussuri=qing villages=" in nodes(record)[1]["do"]


def test_a_paper_is_read_with_commas_colons_and_none(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    typed = "draft ussuri: common, trade barter\noffer left bank to zeya and form=minutes\nquit\n"
    plain(tmp_path, *words, lines="1\n1\n" + typed)
    laid = nodes(record)[1]["do"]
    for term in ("left-bank=to-zeya", "ussuri=common", "trade=barter", "form=minutes"):
        assert term in laid


def test_his_paper_is_what_the_other_laid_down_in_either_chair(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "yishan", "--seed", "5", "--record", str(record))
    lines = "1\n1\n" + "listen\n1\n" * 4 + "draft his trade=none\nhis\nquit\n"
    shown = plain(tmp_path, *words, lines=lines)
    assert "trade on the river: no trade" in shown.rpartition("> draft his")[2]
    assert "the Ussuri held in common" in shown.rpartition("> his")[2]


def test_a_paper_that_is_asked_for_may_still_be_laid_down(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    shown = plain(tmp_path, *words, lines="1\n1\nask ussuri with offer\n2\nquit\n")
    assert "a paper as well?" in shown
    assert nodes(record)[1]["do"].startswith("tactic ask ussuri with offer left-bank=")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("foo", "'foo' means nothing here; you could say dinner, argue, tell, ask or rather."),
        ("advisors", "'advisors' means nothing here; did you mean 'advisers'?"),
        ("diner", "'diner' means nothing here; did you mean 'dinner'?"),
        ("dine", "'dine' means nothing here; did you mean 'dinner' (Dine with him)?"),
    ],
)
def test_an_unknown_word_is_answered_with_few_others(
    said: str, answer: str, tmp_path: Path
) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines=f"1\n1\n{said}\nquit\n")
    told = " ".join(shown.rpartition(f"> {said}\n")[2].partition(">")[0].split())
    assert told == f"{answer} 'menu' shows what can be decided now, 'help' every word."


def test_what_ends_the_talks_is_no_first_advice(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "yishan", "--seed", "13")
    shown = plain(tmp_path, *words, lines="1\n1\nfoo\nquit\n")
    assert "you could say dinner, argue, tell, ask or" in " ".join(shown.split())


def test_the_host_is_asked_for_a_word_and_not_for_a_paper(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "yishan", "--seed", "13")
    shown = plain(tmp_path, *words, lines="1\n1\nmenu\n4\n1\n0\n0\nlay\nquit\n")
    assert "The paper, as he laid it down:" in shown
    assert "a word of your own as well?" in shown
    assert "Which word do you give?" in shown


def test_an_unknown_word_in_a_scene_is_answered_with_its_numbers(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines="1\nfoo\nquit\n")
    told = " ".join(shown.rpartition("> foo\n")[2].split())
    assert told.startswith("'foo' means nothing here; choose by a number from 1 to 4.")


def test_the_helper_words_stand_in_a_column(tmp_path: Path) -> None:
    shown = plain(tmp_path, SCENARIO, "--plain", "--seat", "muraviev", lines="1\nhelp\nquit\n")
    told = [line for line in shown.splitlines() if re.match(r"  (menu|his|quit) ", line)]
    assert len(told) == 3
    assert len({re.match(r"  \w+ +", line).end() for line in told}) == 1


def test_what_ends_the_talks_is_asked_for_twice(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    shown = plain(tmp_path, *words, lines="1\n1\ngo-home\n0\ngo-home\nmap\nask rivers\nquit\n")
    assert shown.count("Sure? That ends the talks without a paper.") == 2
    assert "The archives" not in shown
    assert [node["do"] for node in nodes(record)][1] == "tactic ask rivers"
    shown = plain(tmp_path, *words, lines="1\ng\n1\nquit\n")
    assert "The archives" in shown


def test_undo_at_a_question_takes_back_the_question(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    shown = plain(tmp_path, *words, lines="1\n1\ngo-home\nundo\n1\nundo\ntree\nquit\n")
    assert shown.count("The question is taken back, and no decision") == 2
    assert len(nodes(record)) == 1
    assert not any("cursor" in line for line in record.read_text().splitlines()[1:])


def test_the_same_words_again_mean_yes(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines="1\n1\ngo-home\ngo-home\nquit\n")
    assert shown.count("Sure?") == 1
    assert "The archives" in shown


def test_paragraphs_after_the_talks_stand_apart(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines="1\n1\ngo-home\n1\nquit\n")
    assert "==\n\nI have the honour" in shown
    assert "\n\nThe season did not allow" in shown


def test_a_play_taken_back_from_its_end_says_what_its_player_knows(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--record", str(record))
    lines = "1\n1\ngo-home\n1\nundo\ngo-home\n1\nquit\n"
    shown = plain(tmp_path, *words, "--seat", "muraviev", "--seed", "5", lines=lines)
    told = "The archives have been open in this play"
    first, _, later = shown.partition("> undo")
    assert told not in first
    assert later.count(told) == 2
    assert told in plain(tmp_path, *words, lines="quit\n")


def test_the_helper_words_answer_and_decide_nothing(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    asked = [
        "help",
        "rules",
        "paper",
        "his",
        "terms",
        "map",
        "status",
        "advisers",
        "codex",
        "brief",
        "why",
        "log",
        "save",
        "menu",
    ]
    lines = "1\n1\n" + "\n".join([*asked, "codex aigun", "why ussuri", "draft ussuri=qing", "quit"])
    shown = plain(tmp_path, *words, lines=lines + "\n")
    for said in (
        "Every question can be answered with what stands before a line",
        "The rules, on one page",
        "Your draft",
        "No word was given yet",
        "left-bank (the left bank of the Amur): nerchinsk",
        "Left bank: Qing.",
        "Uda lands: never divided.",
        "sitting 1 of 12",
        "The codex has these pages",
        "Everything is kept",
        "the Ussuri stays Qing",
    ):
        assert said in shown, said
    assert len(nodes(record)) == 1


def test_a_play_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--record", str(record))
    plain(tmp_path, *words, "--seat", "muraviev", "--seed", "5", lines="1\n1\n")
    again = plain(tmp_path, *words, lines="dinner\nundo\nstatus\nquit\n")
    assert "taken up again" in again
    assert "sitting 1 of 12" in again.rpartition("> status")[2]
    assert len(nodes(record)) >= 3


def test_what_a_record_says_cannot_be_asked_for_otherwise(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--record", str(record))
    plain(tmp_path, *words, "--seat", "muraviev", lines="")
    for option, asked, kept in (("seat", "yishan", "muraviev"), ("mode", "points", "advisers")):
        done = amur("play", *words, f"--{option}", asked)
        assert done.returncode == 2
        assert f"is a play with {option} '{kept}', not '{asked}'" in done.stderr


def test_two_people_share_a_keyboard_with_a_curtain_between(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "both", "--seed", "5", "--record", str(record))
    shown = plain(tmp_path, *words, lines="1\n1\n1\n1\n1\n1\n1\n" + "1\n" * 120)
    assert "--- Pass the keyboard to Nikolai Muraviev. ---" in shown
    assert "--- Pass the keyboard to Yishan. ---" in shown
    assert "What next?" in shown
    opening, _, later = shown.partition("What one of you has read stays above")
    assert opening.count("--- Pass the keyboard") == 1
    assert "What one of you has read" not in later


def test_a_play_that_is_taken_up_hides_what_stood_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reader, "scroll_away", lambda _: put("HIDDEN") or True)
    words = (SCENARIO, "--plain", "--seed", "5", "--record", str(tmp_path / "play.amur"))
    shown = plain(tmp_path, *words, "--seat", "both", lines="1\nquit\n")
    assert "HIDDEN" not in shown
    again = plain(tmp_path, *words, lines="quit\n")
    assert "HIDDEN" in again.partition("--- Pass the keyboard")[0]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_at_a_keyboard_the_curtain_hides_before_it_is_passed_on(tmp_path: Path) -> None:
    typed = "\n1\n1\n1\n\n\nquit\n"
    shown = at_keyboard(tmp_path, SCENARIO, "--plain", "--seat", "both", "--seed", "5", lines=typed)
    assert "\x1b" not in shown
    read, _, passed = shown.partition("Press Enter when you have read this.")
    assert "Yishan's trust rises" in read.rpartition("a paper as well?")[2]
    hidden, _, after = passed.partition("--- Pass the keyboard to Yishan. ---")
    assert hidden.strip() == ""
    assert hidden.count("\n") >= ROWS
    assert after.index("Press Enter when only you can see this.") < after.index("Only the Uda")


def test_two_people_read_their_instructions_each_behind_the_curtain(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "both", "--seed", "5")
    shown = plain(tmp_path, *words, lines="brief\nquit\n")
    opening, _, behind = shown.partition("--- Pass the keyboard")
    assert "Read your instructions first" not in opening
    assert "'brief' shows each his instructions in his turn" in " ".join(opening.split())
    scenario = read_scenario(SCENARIO)
    title, [common] = scenario.briefs["muraviev"].title, scenario.common_briefs
    assert title in behind
    assert title not in opening
    assert common.title in behind.partition(title)[0]


def test_amur_alone_without_a_terminal_says_so_and_plays_in_lines(tmp_path: Path) -> None:
    done = amur(lines="1\nquit\n", home=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("There is no terminal to draw on, so this is line mode")


def test_what_acts_is_shown_by_its_name() -> None:
    shown = visible(HOSTILE)
    assert shown.isprintable()
    assert shown.startswith("␛[31mred␇ <U+202E>gnp.exe <U+200B>[@click=app.quit]x[/] ")
    assert "<U+009B>2J␍␀" in shown
    assert visible("Aijindai’s “Ussuri”, Хабаровск, 愛琿") == "Aijindai’s “Ussuri”, Хабаровск, 愛琿"


def test_hostile_input_is_echoed_harmlessly(tmp_path: Path) -> None:
    hostile = HOSTILE.replace("\r", "").replace("\x00", "")
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", hostile)
    shown = plain(tmp_path, *words, lines=f"1\n{hostile}\nquit\n")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\x9b" not in shown


def test_prose_is_wrapped_and_paragraphs_stay_apart() -> None:
    text = wrapped("word " * 40 + "\n\n" + "next " * 3, "> ")
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "\n\n" in text


def test_a_pipe_is_read_to_its_end() -> None:
    reader = Reader(io.StringIO("\n# a remark\n one \n"))
    assert reader.line() == "one"
    reader.give_back("again")
    assert reader.line() == "again"
    with pytest.raises(InputEnded):
        reader.line()


@pytest.mark.parametrize(("mode", "told"), [("advisers", "little."), ("points", "little (")])
def test_why_tells_numbers_in_points_mode(mode: str, told: str, tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "7", "--mode", mode)
    assert f"It stands at: {told}" in plain(tmp_path, *words, lines="1\nwhy trust\nquit\n")


@pytest.mark.parametrize(("mode", "told"), [("advisers", "close."), ("points", "close (55).")])
def test_a_track_of_the_authors_own_is_told_in_its_words(mode: str, told: str) -> None:
    rules = Rules(read_scenario("handbook"))
    stands = " ".join(" ".join(status(rules, CLAIMANT, rules.opening("1"), mode)).split())
    assert f"The row of Russian posts from the lake to the sea: {told}" in stands


def test_a_paper_that_lies_open_is_said_to(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "7")
    shown = plain(tmp_path, *words, lines="1\n1\noffer all\n1\nstatus\nquit\n")
    assert "he may sign it in any sitting" in " ".join(
        shown.partition("sitting 2 of 12")[2].split()
    )


@pytest.mark.parametrize("word", ["draft", "draft trade=none", "paper"])
def test_a_draft_says_in_words_whether_it_is_better_than_no_paper(
    word: str, tmp_path: Path
) -> None:
    shown = plain(
        tmp_path, SCENARIO, "--plain", "--seat", "muraviev", lines=f"1\n1\n{word}\nquit\n"
    )
    assert "By your own reckoning" in told(shown, word)


def test_a_draft_of_nothing_is_worse_than_no_paper(tmp_path: Path) -> None:
    terms = "left-bank=nerchinsk ussuri=qing villages=enclave rivers=closed trade=none form=minutes"
    word = f"draft {terms} preamble=grace defence=arms"
    shown = plain(
        tmp_path, SCENARIO, "--plain", "--seat", "muraviev", lines=f"1\n1\n{word}\nquit\n"
    )
    assert "it is worse for you than no paper at all" in told(shown, word)


@pytest.mark.parametrize(("seat", "mode"), [("yishan", "advisers"), ("yishan", "points")])
def test_the_other_s_paper_says_it_too(seat: str, mode: str, tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", seat, "--seed", "11", "--mode", mode)
    shown = plain(tmp_path, *words, lines="1\n1\nhis\nquit\n")
    said = "By your own reckoning" if mode == "advisers" else "without a paper you keep"
    assert said in told(shown, "his")


def test_his_word_says_it_too(tmp_path: Path) -> None:
    mild = "left-bank=loan ussuri=silent villages=qing-rule rivers=amur-only trade=barter"
    laid = f"ask left-bank with offer {mild} form=minutes preamble=grace defence=words"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines=f"1\n1\n{laid}\n1\nhis\nquit\n")
    assert "By your own reckoning" in told(shown, "his")


@pytest.mark.parametrize(
    ("seat", "said", "leads"),
    [
        ("yishan", "sign", "did you mean 'accept' (Sign the paper) or 'sign-to-disown'"),
        ("yishan", "give left-bank=loan", "to give your word say 'offer left-bank=nerchinsk'"),
        ("yishan", "word left-bank=loan", "it may go with an act"),
        ("muraviev", "sign", "it is he who signs: 'accept' lays his word down unchanged"),
        ("muraviev", "give left-bank=loan", "to lay a paper down say 'offer left-bank=nerchinsk'"),
    ],
)
def test_other_words_for_a_paper_and_for_signing_lead_to_ours(
    seat: str, said: str, leads: str, tmp_path: Path
) -> None:
    words = (SCENARIO, "--plain", "--seat", seat, "--seed", "11")
    shown = plain(tmp_path, *words, lines=f"1\n1\n{said}\nquit\n")
    assert leads in told(shown, said)


def test_help_tells_the_host_how_to_give_his_word_and_not_what_is_the_other_s(
    tmp_path: Path,
) -> None:
    words = (SCENARIO, "--plain", "--seat", "yishan", "--seed", "11")
    shown = told(plain(tmp_path, *words, lines="1\n1\nhelp\nquit\n"), "help")
    assert "A paper of yours is your word: 'offer left-bank=" in shown
    assert "memorial people" not in shown
    assert "suppose" not in shown


def test_before_a_chair_is_taken_help_rules_and_the_codex_are_answered(tmp_path: Path) -> None:
    asked = "help\n?\nrules\ncodex\ncodex aigun\nnonsense\n0\n"
    shown = plain(tmp_path, SCENARIO, "--plain", lines=asked)
    assert "Here a number chooses, and 0 leaves." in told(shown, "help")
    assert "what can be decided now" in told(shown, "?")
    assert "1. He signs" in told(shown, "rules")
    assert "The codex has these pages" in told(shown, "codex")
    assert told(shown, "codex aigun")
    assert told(shown, "nonsense").startswith("A number from 1 to 3, please. 'help', 'rules'")


def test_only_what_means_something_sits_a_player_down(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines="nonsense\n3\nmenu\nstatus\nquit\n")
    for said in ("nonsense", "3"):
        assert f"'{said}' means nothing here; 1 sits you down" in told(shown, said)
    assert told(shown, "menu").startswith("1. Sit down at the table.")
    shown = plain(tmp_path, *words, lines="choose dinner watch\nquit\n")
    assert "means nothing here" not in shown
    assert "1. Sit down" not in shown.rpartition("> choose")[2]


def test_a_pipe_is_told_the_sum_first_and_a_keyboard_page_by_page(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines="1\n1\ngo-home\n1\nquit\n")
    first, *_ = re.findall(r"== (.*) ==", shown)
    assert first == "In short"
    short = " ".join(shown.partition("== In short ==")[2].partition("==")[0].split())
    assert short.startswith("No paper came of it: you went home.")
    assert "What lasted, all told:" in short
    assert len(shown.partition("== In short ==")[2].partition("==")[0].splitlines()) < 18
    assert shown.count("What lasted, all told:") == shown.count("No paper came of it:") == 1
    end = "1\n1\ngo-home\n1\n" + "\n" * 12
    typed = at_keyboard(tmp_path, *words, lines=f"{end}archives\nquit\n")
    told, _, after = typed.partition("What next?")
    assert told.index("== In short ==") > told.index("== The court")
    assert "== The archives ==" not in told
    assert "To measure that by" not in told
    assert "== The archives ==" in after
    assert "To measure that by" in after


def test_yes_and_no_answer_what_is_asked_for_sure(tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5")
    shown = plain(tmp_path, *words, lines="1\n1\ngo-home\nno\ngo-home\nyes\nquit\n")
    assert shown.count("Sure?") == 2
    assert "means nothing here" not in shown
    assert "The archives" in shown
    assert "compare history" in shown

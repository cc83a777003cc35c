"""A campaign in line mode: from a pipe to its end, by number and by word, back and forward."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from game.cli.plain_campaign_help import WORDS
from game.cli.plain_season_looks import all_of_it, in_short
from game.cli.plain_text import WIDTH
from game.coach.leaves import CUTS_FAIR_COPY
from game.coach.seasons import moved
from game.coach.seasons.menu import menu
from game.coach.seasons.moved import IN_THIS_PLAY, Moved, told_of_track
from tests.fords import FORDS, SEASONS, in_season, rules_of_fords
from tests.in_lines import amur, at_keyboard, nodes, plain, told


def played(home: Path, lines: str, *words: str, name: str = "play.amur") -> str:
    """Play the small campaign in line mode and return what was printed."""
    record = str(home / name)
    return plain(
        home, str(FORDS), "--plain", "--seed", "3", "--record", record, *words, lines=lines
    )


def decided(home: Path, name: str = "play.amur") -> list[str]:
    return [node["do"] for node in nodes(home / name)]


def by_lot(seed: int, count: int = 400) -> str:
    """Return lines that may be anything: numbers, words, empty ones."""
    lot = random.Random(seed)
    kinds = ["1", "2", "3", "", "", "s", "4 1", "5", "g", "a", "why 1", "status", "map", "0"]
    return "1\n" + "\n".join(lot.choice(kinds) for _ in range(count)) + "\nquit\n"


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_typed_a_campaign_comes_to_its_end_or_is_left(
    seed: int, tmp_path: Path
) -> None:
    shown = played(tmp_path, by_lot(seed))
    assert "Traceback" not in shown
    assert "You leave. Everything is kept" in shown
    assert decided(tmp_path)
    long = [line for line in shown.splitlines() if len(line) > WIDTH and "/" not in line]
    assert not long
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


def test_of_a_campaign_only_the_chair_that_can_be_played_is_listed() -> None:
    (line,) = [line for line in amur("scenarios").stdout.splitlines() if "The Governor" in line]
    assert "(muraviev, " in line


def test_quiet_seasons_pass_on_one_letter_and_the_end_is_told(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\n" + "s\ns\n1\n" * 40)
    assert "== Winter 1802-03, season 8 of 8 ==" in shown
    for heading in ("What was signed", "The ledger of the toll", "Where it all stood"):
        assert f"== {heading} ==" in shown
    assert shown.count("stand") < 100
    assert "stand" in decided(tmp_path)


def test_a_season_that_talks_close_with_is_passed_over_by_a_second_line(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\ns\nstatus\ns\n")
    assert "Enter it once more: the talks can be opened now and not in the next" in shown
    assert decided(tmp_path) == ["stand"]


def test_a_last_order_that_closes_talks_is_given_by_a_second_line(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\n2\n2\n2\n")
    assert shown.count("Enter it once more: the talks can be opened now and not in the next") == 1
    assert decided(tmp_path) == ["act repair", "act repair"]


def test_the_menu_in_short_says_which_talks_are_not_open_and_since_when() -> None:
    rules = rules_of_fords()
    state = in_season(rules, 2)
    view, legal = rules.seen_by(state.seat, state), rules.legal_decisions(state)
    lines = in_short(rules, view, menu(rules, view, legal, "advisers"), "3", "advisers")
    shown = " ".join(" ".join(lines).split())
    assert shown.endswith("Not open: 8 The upper ford (from autumn 1801 on).")
    whole = " ".join(all_of_it(menu(rules, view, legal, "advisers")))
    assert "the council thinks so little" in " ".join(whole.split())


def test_an_empty_line_decides_nothing_wherever_it_is_typed(tmp_path: Path) -> None:
    words = (str(FORDS), "--plain", "--seed", "3", "--record", str(tmp_path / "play.amur"))
    shown = at_keyboard(tmp_path, *words, lines="\n1\n\nopen upper-ford\n\nquit\n")
    assert shown.count("An empty line decides nothing; 'help' lists what you can say.") == 3
    assert decided(tmp_path) == ["open upper-ford"]
    played(tmp_path, "1\n\n\n", name="piped.amur")
    assert decided(tmp_path, "piped.amur") == []


THE_END = "1\n" + "stand\n1\n" * 20
"""Plays the small campaign to its end."""


def test_whatever_is_typed_at_the_last_pages_leaves_them_and_is_read(tmp_path: Path) -> None:
    words = (str(FORDS), "--plain", "--seed", "3", "--record", str(tmp_path / "play.amur"))
    played(tmp_path, THE_END)
    nodes_kept = decided(tmp_path)
    lines = "undo\nstand\n\nwhy trade\n\nwhatif 1\nquit\n"
    shown = at_keyboard(tmp_path, *words[:2], *words[4:], lines=lines)
    assert shown.count("Press Enter to read on.") == 4
    assert shown.index("What raises it in a season") < shown.index("What if?")
    assert "What if? You stand before node 1" in shown
    assert "You leave. Everything is kept" in shown.partition("What if?")[2]
    assert decided(tmp_path) == nodes_kept


def test_an_end_that_one_walks_to_is_told_again_only_when_asked(tmp_path: Path) -> None:
    shown = played(tmp_path, THE_END + "undo\nredo\npages\n")
    assert shown.count("== What was signed ==") == 2
    assert "== What was signed ==" not in told(shown, "redo")
    assert "This line has come to its end; 'pages' turns the pages" in told(shown, "redo")
    assert "== What was signed ==" in told(shown, "pages")
    again = plain(
        tmp_path, str(FORDS), "--plain", "--record", str(tmp_path / "play.amur"), lines=""
    )
    assert "== What was signed ==" not in again


def test_pages_before_the_end_are_not_there_yet(tmp_path: Path) -> None:
    assert "The pages come when all is over" in told(played(tmp_path, "1\npages\n"), "pages")


def test_the_head_of_every_season_is_told_once(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\n" + "s\ns\n1\n" * 40)
    turns = re.findall(r"== .*, season (\d+) of 8 ==", shown)
    assert turns == [str(turn) for turn in range(1, SEASONS + 1)]


def test_numbers_and_words_order_the_same(tmp_path: Path) -> None:
    texts = []
    for name, lines in (
        ("numbers", "1\n1 1\n7\n7\n"),
        ("asked", "1\n1\n1\n7\n7\n"),
        ("words", "1\nsound upper\nact wait\n"),
        ("target", "1\n1 upper\nwait\nwait\n"),
    ):
        played(tmp_path, lines, name=f"{name}.amur")
        texts.append(decided(tmp_path, f"{name}.amur"))
    assert texts[0][:2] == ["act sound upper", "act wait"]
    assert all(text == texts[0] for text in texts)


def test_what_cannot_be_ordered_is_refused_with_its_reason(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\n1 2\nact sound lower\n99\nfly\nopen lower-ford\n")
    assert "the upper ford comes first" in told(shown, "1 2")
    assert "upper ford comes first" in told(shown, "act sound lower")
    assert "There is no 99 here" in told(shown, "99")
    assert "'fly' is no decision" in told(shown, "fly")
    assert decided(tmp_path) == []


def test_an_order_of_which_nothing_is_open_asks_no_question(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\n" + "wait\n1\n" * 20)
    _, _, winter = shown.partition("season 4 of 8")
    winter = winter.partition("season 5 of 8")[0]
    assert "Not now: only in spring, summer or autumn." in winter
    assert not re.search(r"only in spring, summer or autumn\.\s+0\. Back", winter)


def test_a_scene_is_answered_by_number_or_word_and_comes_before_orders(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\nstand\nwait\nferry\n")
    assert "the scene waits for your choice first" in told(shown, "wait").lower()
    assert "choose the-flood ferry" in decided(tmp_path)
    told_once = " ".join(shown.split())
    assert "“A dike is dry for ten years. A ferry is rotten in three.” He expects" in told_once


def test_the_words_of_help_are_answered(tmp_path: Path) -> None:
    words = [word.split()[0] for word in WORDS if word.split()[0] not in ("quit", "map")]
    asked = [f"{word} purse" if word == "why" else word for word in words]
    shown = played(tmp_path, "1\n" + "\n".join(asked) + "\n")
    for said in asked:
        assert "means nothing" not in told(shown, said)
        assert "is no decision" not in told(shown, said)
    assert decided(tmp_path) == []


def test_why_tells_of_an_order_a_track_and_a_table(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\nwhy 1 1\nwhy trade\nwhy lower-ford\nwhy nonsense\n")
    assert "It costs 5; the purse holds 40." in told(shown, "why 1 1")
    assert "What raises it in a season: Sound the river" in told(shown, "why trade")
    assert "talks with Old Sedoy" in told(shown, "why lower-ford")
    assert "There is nothing to tell of 'nonsense'" in told(shown, "why nonsense")


def test_what_presses_at_a_table_that_there_is_not_is_no_other_table(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\nleverage upper-frod\nleverage moon\nleverage upper-ford\n")
    said = told(shown, "leverage upper-frod")
    assert said == "There is no table 'upper-frod'; did you mean 'upper-ford'?"
    assert "there are upper-ford and lower-ford" in told(shown, "leverage moon")
    pressing = told(shown, "leverage upper-ford")
    assert re.search(r"the table “.*”: \d.* of 100. Each part is rounded:", pressing)
    assert re.search(r"\b\d+( to \d+)?, of at most \d+\.", pressing)


def test_what_is_listened_to_has_no_signs_and_tells_of_risks(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\nmenu\nleverage\nsound\n0\nwhy sound\n" + "s\ns\n1\n" * 9)
    assert not re.search(r"(?<= )[+-]{1,4}(?![\w+-])|##", shown)
    assert re.search(r"\b(up|down) (a little|much)\b", shown)
    assert "? 0\n\n“Sound the river” is left undone.\n" in shown
    short = " ".join(shown.rpartition("As it stands, order 1: ")[2].split())
    assert re.search(r"Repair the quays \(\d+; risk 1 in \d+\)", short)
    assert "; order 2: " in short.partition(".")[0]


def test_what_means_nothing_begins_no_campaign(tmp_path: Path) -> None:
    shown = played(tmp_path, "blah\n7\nwait\n")
    for said in ("blah", "7"):
        assert f"'{said}' means nothing here; 1 begins, 2 shows" in told(shown, said)
    assert decided(tmp_path) == ["act wait"]


def test_at_a_terminal_a_comparison_is_text_that_stays(tmp_path: Path) -> None:
    words = (str(FORDS), "--plain", "--seed", "3", "--record", str(tmp_path / "play.amur"))
    lines = "1\nwait\nundo\nrepair\ncompare 1 2\nstatus\nquit\n"
    shown = at_keyboard(tmp_path, *words, lines=lines, term="xterm")
    _, _, after = shown.partition("Node 1 beside Node 2")
    assert "You leave. Everything is kept" in after


def test_an_order_is_named_by_its_word_and_the_number_of_its_target(tmp_path: Path) -> None:
    played(tmp_path, "1\nsound 1\n", name="number.amur")
    shown = played(tmp_path, "1\nsound\n1\n", name="asked.amur")
    assert "0. Back" in told(shown, "sound")
    assert decided(tmp_path, "number.amur") == ["act sound upper"]
    assert decided(tmp_path, "asked.amur") == ["act sound upper"]


def test_what_is_nearly_a_word_is_asked_back_in_a_season_and_in_a_scene(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\nstatsu\nrepiar\nstand\nledgre\nmoon\n")
    assert "did you mean 'status'?" in told(shown, "statsu")
    assert "did you mean 'repair'?" in told(shown, "repiar")
    assert "did you mean 'ledger'?" in told(shown, "ledgre")
    assert told(shown, "moon").startswith("Choose by the number of a line. 'help'")


def test_a_page_of_the_codex_that_is_nearly_named_is_asked_back_alone(tmp_path: Path) -> None:
    shown = plain(tmp_path, "the-governor", "--plain", lines="1\ncodex mariinks\n")
    asked = told(shown, "codex mariinks")
    assert re.fullmatch(
        r"The codex has no page 'mariinks'; did you mean 'mariinsk'\? 'codex' alone .*", asked
    )


def test_a_forecast_of_nothing_says_of_what_one_can_be_asked(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\nforecast\nforecast 1 1\n" + THE_END.partition("\n")[2])
    assert told(shown, "forecast").startswith("Say of which order: 'forecast 3' tells")
    assert "It costs 5; the purse holds 40." in told(shown, "forecast 1 1")
    assert "nothing left to expect" in told(played(tmp_path, "forecast\n"), "forecast")


def test_one_goes_back_over_a_season_and_decides_otherwise(tmp_path: Path) -> None:
    lines = "1\nwait\nact wait\nundo\nundo\nrepair\nredo\ntree\nwhatif 1\ncompare 3 1\n"
    shown = played(tmp_path, lines)
    assert decided(tmp_path)[:3] == ["act wait", "act wait", "act repair"]
    assert "Spr 1801  +-Repair the quays" in shown
    assert "What if? You stand before node 1, in spring 1801" in told(shown, "whatif 1")
    compared = told(shown, "compare 3 1")
    assert "They part at once, in spring 1801: Node 3: Repair the quays. Node 1: Wait." in compared


def test_the_tree_says_what_a_season_that_was_let_pass_was_ordered_to_do(tmp_path: Path) -> None:
    tree = told(played(tmp_path, "1\nrepair\nstand\ntree\n"), "tree")
    assert "Let the season pass as ordered: Wait" in " ".join(tree.split())


def test_a_play_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    played(tmp_path, "1\nwait\n")
    shown = plain(
        tmp_path, str(FORDS), "--plain", "--record", str(tmp_path / "play.amur"), lines="act wait\n"
    )
    assert "The Two Fords, taken up again" in shown
    assert "== Spring 1801, season 1 of 8 ==" in shown
    assert decided(tmp_path) == ["act wait", "act wait"]


def test_a_start_and_a_twist_are_told_before_the_play(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\n", "--start", "second-year", "--twist", "long-peace")
    assert "The second year. A year is behind you." in shown
    assert "A long peace. Nobody fights in the hills" in shown
    assert "== Spring 1802, season 5 of 8 ==" in shown
    refused = amur("play", str(FORDS), "--plain", "--twist", "nothing", lines="", home=tmp_path)
    assert refused.returncode == 2
    assert "has no twist 'nothing'" in refused.stderr
    refused = amur("play", str(FORDS), "--plain", "--start", "1799", lines="", home=tmp_path)
    assert "no start '1799'; besides the first there is second-year" in refused.stderr


def test_a_table_takes_from_the_seasons_and_gives_back_to_them(tmp_path: Path) -> None:
    opened = "1\nstand\n1\nstand\n1\nstand\n1\n1\n"
    shown = played(tmp_path, opened + "1\n" * 60)
    assert "The lower ford: the talks with Old Sedoy" in " ".join(shown.split())
    assert "begins by what was done before" in " ".join(shown.split())
    assert "sitting 1 of" in shown
    assert any(node["seat"] == "drover" for node in nodes(tmp_path / "play.amur"))


def test_a_kept_play_has_its_own_twists(tmp_path: Path) -> None:
    played(tmp_path, "1\nwait\n", "--twist", "dry-year")
    record = str(tmp_path / "play.amur")
    words = ("play", str(FORDS), "--plain", "--record", record, "--twist", "long-peace")
    done = amur(*words, lines="wait\n", home=tmp_path)
    assert done.returncode == 2
    assert "--twist is of a new play" in done.stderr
    assert decided(tmp_path) == ["act wait"]


def test_advisers_say_for_which_line_they_are(tmp_path: Path) -> None:
    shown = " ".join(played(tmp_path, "1\nstand\n").split())
    assert "(for 1): “A dike is dry for ten years." in shown
    assert "(for 2): “Nobody ever paid to cross a dike.”" in shown


def test_at_a_table_the_seasons_stand_as_they_are_known(tmp_path: Path) -> None:
    lines = "1\nopen upper-ford\nstatus\nwhy trade\nleverage\nlog all\nundo\n"
    shown = played(tmp_path, lines)
    assert "as one hears." in told(shown, "status")
    assert re.search(r"Trade on the river: \d+ to \d+, as one hears", told(shown, "status"))
    assert "What raises it in a season" in told(shown, "why trade")
    assert "The upper ford" in told(shown, "leverage")
    assert "== Spring 1801 ==" in told(shown, "log all")
    assert "== Spring 1801, season 1 of 8 ==" in told(shown, "undo")


def test_why_of_a_track_tells_what_moved_it_in_this_play(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\nwhy purse\nact sound upper\nwhy purse\n")
    first, _, later = shown.rpartition("> why purse\n")
    assert IN_THIS_PLAY not in " ".join(first.split())
    assert IN_THIS_PLAY in " ".join(later.split())
    (row,) = [line for line in later.splitlines() if line.startswith("  Spring 1801: ")]
    assert "Sound the river" in row
    assert "(down " in row


def test_what_moved_a_track_long_ago_is_told_in_one_line() -> None:
    rules = rules_of_fords()
    found = [
        Moved(f"Spring {1801 + year}", "Sound the river", {"purse": 3 if year else -1})
        for year in range(moved.SEASONS + 2)
    ]
    usual = Moved("Spring 1801", "the winter", {"purse": -9}, is_usual=True)
    told = list(told_of_track(rules, [usual, *found], "purse", "advisers"))
    assert told[0] == IN_THIS_PLAY
    assert told[1] == "  Before spring 1803: 2 changes, in all up 2."
    assert told[2:] == [f"  {each.season}: Sound the river (up 3)." for each in found[2:]]


def test_a_forecast_of_an_order_with_targets_says_how_often_it_goes_wrong(tmp_path: Path) -> None:
    shown = plain(
        tmp_path, "the-governor", "--start", "1854", "--seed", "1", "--plain",
        lines="1\nforecast 1\n3\nforecast 4\nforecast 99\nquit\n",
    )  # fmt: skip
    asked = told(shown, "forecast 4")
    assert asked.count("It may go wrong (about one time in six)") == 1
    assert "1. The first, which must pass Aigun (40)" in asked
    assert "the-first" not in asked
    assert "Now: goodwill of the Qing frontier: " in told(shown, "forecast 1")
    nothing = "There is nothing to tell of '99'. 'why' alone lists what there is."
    assert told(shown, "forecast 99") == nothing


def test_why_tells_what_moves_a_track_by_itself(tmp_path: Path) -> None:
    begun = ("the-governor", "--start", "1854", "--seed", "1", "--plain")
    shown = plain(tmp_path, *begun, lines="1\n3\nwhy force\nwhy purse\nquit\n")
    force, purse = (told(shown, f"why {track}") for track in ("force", "purse"))
    assert "lowers it in a season: Send a flotilla down the river (with flour and cattle)" in force
    assert "lowers it by itself where it comes to that: " in force
    assert "regiments sent home for the winter (in winter)" in force
    assert "raises it by itself where it comes to that: the year's credits (in winter)" in purse
    assert "an Emperor who saves on the Amur" not in purse, "that is another world's"


def test_parts_that_give_more_together_than_can_press_are_said_to_be_capped(
    tmp_path: Path,
) -> None:
    shown = plain(
        tmp_path, "the-governor", "--start", "1854", "--seed", "1", "--plain",
        lines="1\n3\nleverage passage\nquit\n",
    )  # fmt: skip
    pressing = told(shown, "leverage passage")
    assert "of 100, however much the parts give together." in pressing
    assert "of at most 135." in pressing


def test_the_archives_of_a_table_begin_with_what_they_add(tmp_path: Path) -> None:
    lines = "1\nopen upper-ford\n1\noffer all\ngo-home\n1\n" + "stand\n1\n" * 40
    shown = played(tmp_path, f"{lines}archives upper-ford\nquit\n")
    opened = shown.rpartition("> archives upper-ford")[2]
    headings = re.findall(r"^== (.*) ==$", opened, re.MULTILINE)
    assert headings[:2] == ["In short", "The archives"]
    assert len(headings) > 2


def test_the_brief_of_a_table_is_its_own_and_the_letter_from_home_is_told_unasked(
    tmp_path: Path,
) -> None:
    asks = "What your letter from home asks: “Five mend no boat.”"
    shown = played(tmp_path, "1\nopen upper-ford\n1\nbrief\nbrief all\nquit\n")
    opened = " ".join(shown.partition("> open upper-ford")[2].partition("\n> ")[0].split())
    assert asks in opened
    brief, whole = told(shown, "brief"), told(shown, "brief all")
    assert "What is talked about: the fare and the landing." in brief
    assert asks in brief
    assert "The river has two fords" not in brief
    assert "The river has two fords" in whole
    assert " ".join(shown.partition("> brief")[0].split()).count(asks) == 1


def test_why_of_a_measure_of_the_end_is_answered_at_a_table_too(tmp_path: Path) -> None:
    shown = played(tmp_path, "1\nopen upper-ford\n1\nwhy peace\nquit\n")
    assert "Peace kept is reckoned at the end" in told(shown, "why peace")


def test_a_part_of_the_menu_is_told_by_its_name_and_the_whole_is_not_told_unasked(
    tmp_path: Path,
) -> None:
    shown = played(tmp_path, "1\nmenu town\nmenu moon\nmenu\n")
    first, part, whole = told(shown, "1"), told(shown, "menu town"), told(shown, "menu")
    assert "'menu' tells all of it, 'menu river' a part." in first
    assert "Not now: " not in first
    assert part.startswith("Town ")
    assert "River " not in part
    assert "River 1. " in whole
    assert part in whole
    assert told(shown, "menu moon").startswith("There is no part 'moon' of it; there are river, ")


def test_that_the_fair_copy_may_end_is_said_at_the_first_undo_and_once(tmp_path: Path) -> None:
    shown = " ".join(played(tmp_path, "1\ns\ns\nundo\nundo\nredo\ns\nundo\n").split())
    assert shown.count(CUTS_FAIR_COPY) == 1
    assert shown.index("> undo") < shown.index(CUTS_FAIR_COPY) < shown.rindex("> undo")

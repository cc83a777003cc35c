"""The keys of the lines: each line that may be chosen shows its own, and keeps it."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from game.files.scenarios import read_scenario
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.state import Decision, Phase
from game.tui.play.acts import NO_LINE, Acts
from game.tui.play.keys import FURTHER
from game.tui.play.linekeys import key_shown
from game.tui.play.options import arguments, offers, title_of
from game.tui.play.screen import PlayScreen
from tests.tui.playing import helped, played, to_the_table

RULES = Rules(read_scenario("aigun-six-days"))


def test_what_is_not_there_leaves_the_keys_of_the_rest_as_they_are() -> None:
    state = RULES.opening("7")._replace(phase=Phase.SITTING, scene=-1)
    legal = RULES.legal_decisions(state)
    every = {o.name: o.text.plain[0] for o in offers(RULES, legal, state, "advisers") if o.heads}
    fewer = Legal([head for head in legal.heads if head.name not in ("argue", "rather")])
    left = {o.name: o.text.plain[0] for o in offers(RULES, fewer, state, "advisers") if o.heads}
    assert left == {name: key for name, key in every.items() if name not in ("argue", "rather")}


def test_what_takes_his_word_comes_first_and_is_not_what_enter_chooses(tmp_path: Path) -> None:
    word = (0,) * len(RULES.table.issues)
    state = RULES.opening("7")._replace(
        phase=Phase.SITTING, scene=-1, paper=word, word=word, said=word
    )
    shown = list(offers(RULES, RULES.legal_decisions(state), state, "advisers"))
    assert shown[0].name == "accept"

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        acts = screen.query_one(Acts)
        acts.show(shown, "Your acts")
        assert acts.current is shown[1]

    played(tmp_path, (80, 24), act)


def alone(head: Head) -> Decision:
    """Return what is decided where no paper goes along."""
    return Decision(head.verb, head.name, head.about)


def test_the_second_of_two_issues_has_the_key_that_it_has_as_the_first() -> None:
    state = RULES.opening("7")._replace(phase=Phase.SITTING, scene=-1)
    legal = RULES.legal_decisions(state)
    rather = next(o for o in offers(RULES, legal, state, "advisers") if o.name == "rather")
    first = {offer.name: offer for offer in arguments(RULES, legal, state, rather, alone)}
    second = {o.name: o for o in arguments(RULES, legal, state, first["ussuri"], alone)}
    assert set(first) - set(second) == {"ussuri"}
    assert all(first[name].numbers == offer.numbers for name, offer in second.items())


def test_a_called_last_word_is_named_above_what_is_left() -> None:
    called = RULES.opening("7")._replace(phase=Phase.CALLED)
    assert title_of(RULES, called) == "He calls your last word. What now?"


def test_letters_follow_the_ten_digits() -> None:
    keys = [key_shown(str(number)) for number in range(1, 11 + len(FURTHER))]
    assert keys[:10] == list("1234567890")
    assert keys[10] == FURTHER[1]
    assert keys[-1] == " "


def test_the_number_of_a_closed_line_says_why_and_one_without_a_line_says_that(
    tmp_path: Path,
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        closed = next(o for o in acts.offers if not o.is_open and o.numbers)
        acts.choose_number(closed.numbers[0])
        await pilot.pause()
        assert helped(screen).startswith("Not now: ")
        known = {n for offer in acts.offers for n in offer.numbers}
        acts.choose_number(max(known) + 1)
        assert helped(screen) == NO_LINE

    played(tmp_path, (80, 24), act)


def test_the_host_breaks_off_by_the_key_of_going_home(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        line = next(o for o in screen.query_one(Acts).offers if o.name == "break-off")
        assert line.text.plain.startswith("g ")
        await pilot.press("g")
        await pilot.pause()
        assert screen.twice.is_about("break-off")

    played(tmp_path, (80, 24), act, seat="yishan")

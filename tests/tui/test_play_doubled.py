"""A key that is hit twice in one go does not choose from the list that its first press brought."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.rules.legal import Head
from game.session import Session
from game.state import Decision
from game.tui.app import AmurApp
from game.tui.play import doubled
from game.tui.play.acts import A_SCENE, ANOTHER, TO_CHOOSE, TO_READ, Acts
from game.tui.play.in_play import QUESTION_LEFT, WORKED_OUT, InPlay
from game.tui.play.screen import PlayScreen
from tests.tui.playing import decide, helped, played, to_the_table, until
from tests.tui.seasons import in_seasons, let_pass, season


@pytest.mark.parametrize("is_entered", [False, True])
def test_a_doubled_key_spends_no_argument(
    is_entered: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        number = next(offer.numbers[0] for offer in acts.offers if offer.name == "argue")
        await pilot.press("escape")
        before, listed = screen.session.cursor, acts.offers
        if is_entered:
            await pilot.press(*["down"] * (number - 1))
        key = "enter" if is_entered else str(number)
        monkeypatch.setattr(doubled, "WITHIN", 60.0)
        await pilot.press(key, key)
        await until(pilot, lambda: acts.offers != listed)
        await pilot.press(key)
        await until(pilot, lambda: is_refused(screen))
        assert screen.session.cursor == before
        await pilot.press("1" if is_entered else "3")
        await until(pilot, lambda: screen.session.cursor != before)

    played(tmp_path, (80, 24), act)


def test_a_doubled_key_does_not_end_the_talks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        monkeypatch.setattr(doubled, "WITHIN", 60.0)
        await pilot.press("g", "g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        monkeypatch.setattr(doubled, "WITHIN", -inf)
        await pilot.press("g")
        await until(pilot, lambda: screen.session.is_over)

    played(tmp_path, (80, 24), act)


def test_undo_takes_back_what_was_pressed_once_and_no_decision(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        before = screen.session.cursor
        await pilot.press("g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        await pilot.press("u")
        await until(pilot, lambda: helped(screen) == QUESTION_LEFT)
        assert screen.session.cursor == before
        await pilot.press("u")
        await until(pilot, lambda: screen.session.cursor != before)

    played(tmp_path, (80, 24), act)


@pytest.mark.parametrize("key", ["1", "2", "enter"])
def test_no_key_answers_a_scene_that_was_not_seen_yet(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await decide(screen, pilot, "1")
        monkeypatch.setattr(doubled, "WITHIN", 60.0)
        before = screen.session.cursor
        await pilot.press(key)
        await until(pilot, lambda: is_refused(screen))
        assert screen.session.cursor == before
        monkeypatch.setattr(doubled, "WITHIN", -inf)
        await decide(screen, pilot, "1")

    played(tmp_path, (80, 24), act)


def test_what_counts_is_when_a_key_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 10.0
    monkeypatch.setattr(doubled, "monotonic", lambda: now)
    monkeypatch.setattr(doubled, "WITHIN", 0.35)
    keys = doubled.Doubled()
    brought = keys.press("1", is_news=True)
    keys.see(keys.press("1", is_news=True, takes=doubled.SCENE))
    keys.see(brought)  # long gone
    now = 20.0
    with doubled.typing(9.9):
        assert keys.is_again("2")
    with doubled.typing(10.9):
        assert keys.is_again("2")
    with doubled.typing(12.0):
        assert not keys.is_again("2")


@pytest.mark.parametrize("key", ["1", "enter"])
def test_a_key_that_lay_in_the_queue_while_the_game_was_busy_answers_nothing_new(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await decide(screen, pilot, "1")
        monkeypatch.setattr(doubled, "WITHIN", 0.05)
        await pilot.pause(0.3)
        before = screen.session.cursor
        late = Key(key, key if key.isdecimal() else None)
        late.time -= 5
        screen.app.post_message(late)
        await until(pilot, lambda: is_refused(screen))
        assert screen.session.cursor == before
        await pilot.press("tab")
        await until(pilot, lambda: not is_refused(screen))
        await pilot.pause(0.3)
        await decide(screen, pilot, "1")

    played(tmp_path, (120, 40), act)


def test_at_once_it_is_said_that_what_comes_of_a_decision_is_worked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        said_then: list[str] = []
        decides = Session.decide

        def noticed(session: Session, decision: Decision) -> None:
            said_then.append(helped(screen))
            decides(session, decision)

        monkeypatch.setattr(Session, "decide", noticed)
        await decide(screen, pilot, "1")
        assert said_then == [WORKED_OUT]
        assert helped(screen) != WORKED_OUT

    played(tmp_path, (120, 40), act)


def test_a_key_that_is_held_down_is_never_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 10.0
    monkeypatch.setattr(doubled, "monotonic", lambda: now)
    monkeypatch.setattr(doubled, "WITHIN", 0.35)
    keys = doubled.Doubled()
    keys.see(keys.press("enter", is_news=True))
    for _ in range(50):
        now += 0.04
        assert keys.is_again("enter")
    now += doubled.WITHIN + 0.01
    assert not keys.is_again("enter")


def test_typing_on_in_a_known_list_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        await pilot.press("escape")
        monkeypatch.setattr(doubled, "WITHIN", 60.0)
        await pilot.press(number_of(acts, "argue"))
        await until(pilot, lambda: is_about(acts, "argue"))
        await pilot.press("escape")
        await until(pilot, lambda: not is_about(acts, "argue"))
        await decide(screen, pilot, "1")

    played(tmp_path, (80, 24), act)


def test_a_number_typed_ahead_is_meant_for_the_arguments(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts, before = screen.query_one(Acts), screen.session.cursor
        type_ahead(acts, int(number_of(acts, "argue")), 4)
        await until(pilot, lambda: screen.session.cursor != before)
        decision = screen.annals.steps()[before].decision
        named = {head.about: at for at, head in enumerate(argued(screen, before), 1)}
        assert (decision.name, named[decision.about]) == ("argue", 4)

    played(tmp_path, (80, 24), act)


def argued(screen: PlayScreen, node: int) -> list[Head]:
    """Return what could be argued before a decision that followed a node."""
    legal = screen.rules.legal_decisions(screen.annals.steps()[node].before)
    return [head for head in legal.heads if head.name == "argue"]


def test_numbers_typed_ahead_answer_one_question_after_the_other(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts, before = screen.query_one(Acts), screen.session.cursor
        issues = screen.rules.table.issues
        type_ahead(acts, int(number_of(acts, "rather")), 3, 1)
        await until(pilot, lambda: screen.session.cursor != before)
        assert screen.annals.steps()[before].decision.about == (issues[0], issues[2])

    played(tmp_path, (80, 24), act)


def test_the_same_number_typed_ahead_is_a_doubled_one(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts, before = screen.query_one(Acts), screen.session.cursor
        number = int(number_of(acts, "argue"))
        type_ahead(acts, number, number)
        await until(pilot, lambda: is_refused(screen))
        await pilot.pause()
        assert screen.session.cursor == before
        assert is_about(acts, "argue")
        assert is_refused(screen)

    played(tmp_path, (80, 24), act)


def test_what_is_typed_ahead_of_a_decision_is_dropped(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        before = len(screen.session.record.nodes)
        type_ahead(screen.query_one(Acts), 1, 2)
        await until(pilot, lambda: len(screen.session.record.nodes) > before)
        await until(pilot, lambda: is_refused(screen))
        after = len(screen.session.record.nodes)
        await pilot.pause()
        assert len(screen.session.record.nodes) == after
        assert is_refused(screen)

    played(tmp_path, (80, 24), act)


def test_a_doubled_enter_decides_once(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        options, before = screen.query_one(OptionList), screen.session.cursor
        options.action_select()
        options.action_select()
        await until(pilot, lambda: is_refused(screen))
        await pilot.pause()
        own = [step for step in screen.annals.steps()[before:] if step.node.seat_id == "muraviev"]
        assert len(own) == 1

    played(tmp_path, (80, 24), act)


def test_a_line_that_was_chosen_is_not_overtaken_by_another_key(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts, before = screen.query_one(Acts), screen.session.cursor
        acts.choose_number(int(number_of(acts, "argue")))
        for action in ("forecast", "undo", "bare", "take('accept')"):
            await screen.run_action(action)
        await until(pilot, lambda: is_about(acts, "argue"))
        assert screen.session.cursor == before

    played(tmp_path, (80, 24), act)


def is_refused(screen: InPlay) -> bool:
    """Return whether it is said that a key was not taken."""
    return helped(screen).startswith("Not taken: ")


def number_of(acts: Acts, name: str) -> str:
    """Return the number of an act that is open."""
    return str(
        next(offer.numbers[0] for offer in acts.offers if offer.name == name and offer.is_open)
    )


def is_about(acts: Acts, name: str) -> bool:
    """Return whether the list is of what an act may be about."""
    return all(offer.heads[0].name == name for offer in acts.offers if offer.is_open)


def type_ahead(acts: Acts, *numbers: int) -> None:
    """Type numbers so fast that nothing is heard between them."""
    for number in numbers:
        acts.choose_number(number)


def test_nothing_is_meant_for_what_a_play_opens_on_before_it_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doubled, "WITHIN", 60.0)

    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        session = season(app).session
        before = session.cursor
        await pilot.press("enter")
        await until(pilot, lambda: is_refused(season(app)))
        assert session.cursor == before

    in_seasons(tmp_path, (120, 40), act, done=("stand",))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (180, 60)])
def test_a_scene_that_comes_by_itself_is_opened_by_space_alone(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        acts = screen.query_one(Acts)
        await decide(screen, pilot, "1")
        await decide(screen, pilot, "1")
        await until(pilot, lambda: screen.is_scene and acts.is_resting)
        assert str(acts.border_title).startswith(A_SCENE)
        before = screen.session.cursor
        for key in ("2", "enter", "2"):
            await pilot.press(key)
            await until(pilot, lambda: is_refused(screen))
            assert helped(screen).endswith((TO_CHOOSE, TO_READ))
        assert (acts.is_resting, screen.session.cursor) == (True, before)
        assert "2 " in helped(screen), "which line it would have chosen"
        while acts.is_resting:
            await pilot.press("space")
            await pilot.pause()
        assert str(acts.border_title).startswith("Your choice")
        acts.show(acts.offers, "Your choice", is_news=True, is_scene=True)
        acts.rest(is_all_seen=True, is_unasked=True)
        assert str(acts.border_title).startswith(ANOTHER)
        acts.wake()
        await pilot.press("1")
        await until(pilot, lambda: screen.session.cursor != before)

    played(tmp_path, size, act)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (180, 60)])
def test_a_scene_that_a_season_brings_is_answered_by_no_digit_meant_for_an_order(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        screen = season(app)
        acts = screen.query_one(Acts)
        await let_pass(app, pilot)
        await until(pilot, lambda: screen.is_scene and acts.is_resting)
        assert str(acts.border_title) == A_SCENE
        before = screen.session.cursor
        await pilot.press("1")
        await until(pilot, lambda: is_refused(screen))
        assert screen.session.cursor == before
        await pilot.press("space")
        await until(pilot, lambda: not acts.is_resting)
        await pilot.press("u")
        await until(pilot, lambda: not screen.is_scene)
        await pilot.press("r")
        await until(pilot, lambda: screen.is_scene)
        assert not acts.is_resting or size == (80, 24), "who goes to a scene has asked for it"

    in_seasons(tmp_path, size, act)

"""What costs a sitting is not done by the first press where its neighbours ask before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.errors import AmurError
from game.state import Decision, Phase
from game.tui.play.acts import Acts
from game.tui.play.options import offers
from game.tui.play.screen import PlayScreen
from game.tui.play.sheet import Sheet
from tests.tui.playing import decide, helped, played, to_the_table, until


def key_of(screen: PlayScreen, name: str) -> str:
    """Return the key of an act that is open."""
    offers = screen.query_one(Acts).offers
    return next(o.text.plain.split()[0] for o in offers if o.name == name and o.is_open)


def test_the_draft_is_supposed_only_when_that_is_confirmed(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        before = screen.session.cursor
        await pilot.press(key_of(screen, "suppose"))
        asks = "Suppose the draft as it stands?  Enter: yes   d: change it"
        await until(pilot, lambda: helped(screen) == asks)
        assert screen.query_one(Sheet).is_on_screen
        options = screen.query_one(OptionList)
        await until(pilot, lambda: options.scroll_y + options.size.height > 5)
        assert screen.session.cursor == before
        await pilot.press("d", "left")
        await until(pilot, lambda: "as it stands" not in helped(screen))
        await pilot.press("escape", key_of(screen, "suppose"))
        await until(pilot, lambda: helped(screen) == asks)
        await pilot.press("down")
        await until(pilot, lambda: "as it stands" not in helped(screen))
        await pilot.press(key_of(screen, "suppose"))
        await until(pilot, lambda: helped(screen) == asks)
        draft = screen.hand.draft
        await decide(screen, pilot, "enter")
        last = screen.annals.steps()
        assert [s.decision.suppose for s in last if s.decision.name == "suppose"] == [draft]

    played(tmp_path, (80, 24), act)


def test_an_act_with_one_argument_left_asks_for_it_too(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        offer = next(offer for offer in acts.offers if offer.name == "ask")
        before = screen.session.cursor
        alone = offer.heads[:1]
        acts.show([replace(offer, heads=alone)], "Your acts")
        acts.choose_number(offer.numbers[0])
        await until(pilot, lambda: acts.offers[0].name != offer.name)
        assert screen.session.cursor == before
        await decide(screen, pilot, "1")

    played(tmp_path, (80, 24), act)


def test_what_binds_the_host_to_a_paper_is_asked_for_twice(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        while screen.session.view().state.paper is None or (
            screen.session.view().state.phase is not Phase.REPLY
        ):
            await decide(screen, pilot, "1")
        state = screen.session.view().state
        for decision in (Decision("consult"), Decision("tactic", "lay", (), state.paper)):
            warning = screen.twice.warning(state, decision, "f", "d")
            assert "your word" in warning
            assert screen.twice.is_about(decision.verb)
            assert not screen.twice.warning(state, decision, "f", "d")

    played(tmp_path, (80, 24), act, seat="yishan")


def test_under_a_last_word_the_refusal_says_that_it_calls_it(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        while screen.session.view().state.paper is None or (
            screen.session.view().state.phase is not Phase.REPLY
        ):
            await decide(screen, pilot, "1")
        state, legal = screen.session.view().state, screen.session.legal()
        for wager, calls in ((0, False), (1, False), (2, True)):
            found = offers(screen.rules, legal, state._replace(wager=wager), "advisers")
            called = {offer.name: "calls his last word" in offer.text.plain for offer in found}
            assert called["refuse"] is calls
            assert sum(called.values()) == calls

    played(tmp_path, (80, 24), act, seat="yishan")


def test_a_forecast_that_cannot_be_kept_leaves_the_acts_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        def full(decision: Decision) -> None:
            raise AmurError("the disk is full")

        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        with monkeypatch.context() as broken:
            broken.setattr(screen.session, "decide", full)
            await pilot.press("d", "f")
            await until(pilot, lambda: helped(screen) == "The disk is full.")
        assert not acts.is_waiting
        await pilot.press("escape")
        await decide(screen, pilot, key_of(screen, "dinner"))

    played(tmp_path, (80, 24), act)

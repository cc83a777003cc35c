"""Campaigns at the keyboard of a screen that nobody sees."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from shutil import copytree
from typing import Any

from textual.pilot import Pilot

from game.cli.seating import seating
from game.files.library import Library
from game.files.plays import heading_for, start_play
from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.session import Session
from game.tui.app import AmurApp
from game.tui.play.acts import Acts
from game.tui.play.doubled import WITHIN
from game.tui.play.in_play import InPlay
from game.tui.play.screen import PlayScreen
from game.tui.season.screen import SeasonScreen
from game.tui.season.talks import TalksPages
from game.tui.shelf import Shelf
from tests.fords import FORDS, rules_of_fords
from tests.tui.playing import read_on, until

Act = Callable[[AmurApp, Pilot[None]], Awaitable[None]]

QUIET = "3"
"""A seed in whose first season no scene comes, and in whose second only the flood."""

VIEW = """\
geography: shared-map
title: The two fords
year: 1801
windows:
  theatre: {west: 120.3, south: 43.2, east: 142.0, north: 54.2}
  lower-river: {west: 137.2, south: 50.4, east: 142.4, north: 54.0}
called: {petrovskoye: The dike}
regions:
  mouth-left-bank: {name: the mouth, holder: qing}
  ussuri-maritime: {name: the hills, holder: undefined}
tracts:
  mouth: {name: Mouth, regions: [mouth-left-bank]}
  hills: {name: Hills, regions: [ussuri-maritime]}
seasons:
  places:
    petrovskoye: {if: note.dike-stands}
  claims:
    diked:
      if: note.dike-stands
      says: The town has diked the mouth.
      words: {mouth-left-bank: diked}
    town:
      if: note.upper-sounded
      says: The mouth is the town's.
      holders: {mouth-left-bank: russia}
  boats:
    sounding: {name: The sounding boat, action: sound, river: amur, near: [mariinsk, nikolaevsk]}
"""
"""A map for the two fords, on geography that is none of theirs."""


def with_a_map(folder: Path, view: str = VIEW) -> CampaignRules:
    """Return the rules of the two fords with a map."""
    own = folder / "the-two-fords"
    copytree(FORDS, own)
    (own / "map").mkdir()
    (own / "map" / "view.yaml").write_text(view, encoding="utf-8")
    campaign = read_any(own)
    assert isinstance(campaign, Campaign)
    return CampaignRules(campaign)


def in_seasons(
    home: Path,
    size: tuple[int, int],
    act: Act,
    *,
    rules: CampaignRules | None = None,
    seed: str = QUIET,
    mode: str = "advisers",
    done: tuple[str, ...] = (),
) -> None:
    """Open a campaign in a window, `done` having been decided, and have something done in it."""

    async def play() -> None:
        whole = rules or rules_of_fords()
        heading = heading_for(whole, seed, whole.seats[0], mode=mode)
        kept = start_play(whole, heading, seating, Library(home))
        for words in done:
            decide(kept.session, words)
        app = AmurApp(Shelf(seating, home), kept)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(app, pilot)

    asyncio.run(play())


def decide(session: Session, words: str) -> None:
    """Decide something in words."""
    session.decide(session.game.parsed(words, session.state))


def season(app: AmurApp) -> SeasonScreen:
    """Return the screen of the season, which lies on top."""
    assert isinstance(app.screen, SeasonScreen)
    return app.screen


def offered(app: AmurApp) -> str:
    """Return the lines that can be chosen from."""
    return "\n".join(str(offer.text) for offer in app.screen.query_one(Acts).offers)


async def press(app: AmurApp, pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each once what the one before brought is there."""
    for key in keys:
        screen = app.screen
        if isinstance(screen, InPlay):
            await read_on(screen, pilot)
        await pilot.press(key)
        await pilot.pause()


async def let_pass(app: AmurApp, pilot: Pilot[None]) -> None:
    """Let a season pass, again where that was asked because something ends with it."""
    turn = season(app).session.state.turn
    await press(app, pilot, "s")
    if not season(app).session.is_over and season(app).session.state.turn == turn:
        await pilot.pause(WITHIN)
        await press(app, pilot, "s")


async def arrive(app: AmurApp, pilot: Pilot[None], kind: type[Any]) -> Any:
    """Wait until a screen of a kind lies on top, and return it."""
    await until(pilot, lambda: isinstance(app.screen, kind))
    await pilot.pause()
    return app.screen


async def leaf_through(app: AmurApp, pilot: Pilot[None]) -> str:
    """Read the pages before or after talks to their end, and go on; return what they said."""
    pages = await arrive(app, pilot, TalksPages)
    told = []
    for _ in range(40):
        if app.screen is not pages:
            return "\n".join(told)
        if pages.text not in told:
            told.append(pages.text)
        keys = ("down", "enter") if pages.query("OptionList") else ("right",)
        await pilot.press(*keys)
        await pilot.pause()
    raise AssertionError("the pages have no end")


async def go_home(app: AmurApp, pilot: Pilot[None]) -> None:
    """Leave a table without a paper, and wait for the pages after it."""
    table = await arrive(app, pilot, PlayScreen)
    for _ in range(20):
        if "g" in {str(offer.text)[:1] for offer in table.query_one(Acts).offers}:
            break
        await press(app, pilot, "1")
    await press(app, pilot, "g", "g")
    await arrive(app, pilot, TalksPages)

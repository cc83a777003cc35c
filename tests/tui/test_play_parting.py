"""Where the other ends the talks, his words stay in view until the last pages are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.state import Decision, View
from game.tui.play.acts import Acts
from game.tui.play.advisers import OVER, Advisers
from game.tui.play.ending import EndPages
from game.tui.play.ledger import Ledger
from game.tui.play.screen import PlayScreen
from game.tui.play.sheet import Sheet
from game.tui.play.story import Story
from tests.tui.playing import decide, helped, played, to_the_table, until


class Signer:
    """A host who signs whatever he may."""

    def choose(self, view: View, legal: Sequence[Decision]) -> Decision:
        """Return his signature, or the first thing he can do."""
        return next((d for d in legal if d.verb == "accept"), legal[0])


async def until_signed(screen: PlayScreen, pilot: Pilot[None]) -> None:
    """Have a paper signed that cedes nothing."""
    screen.session.policies = dict.fromkeys(screen.session.policies, Signer())
    await to_the_table(screen, pilot)
    screen.hand.write((0,) * len(screen.hand.draft))
    await pilot.press("1")
    await until(pilot, lambda: "Press it once more" in helped(screen))
    await pilot.press("1")
    await until(pilot, lambda: screen.session.is_over)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_his_signature_is_read_before_the_last_pages(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await until_signed(screen, pilot)
        pages, acts = screen.query_one(EndPages), screen.query_one(Acts)
        assert not pages.display
        assert [offer.text.plain for offer in acts.offers] == ["Enter: the last pages"]
        assert not screen.query_one(Sheet).border_subtitle
        newest = screen.query_one(Story).newest
        assert "signs" in newest
        assert screen.query_one(Advisers).text == OVER
        await pilot.press("d", "f", "a", "p")
        await pilot.pause()
        assert not screen.query_one(Ledger).has_focus
        assert not pages.display
        await pilot.press("space", "enter")
        await until(pilot, lambda: pages.display)
        assert "How it ended" not in pages.text, "it was read before"
        assert "The court" in pages.text
        read = [pages.text]
        for _ in range(30):
            if pages.is_last:
                break
            await pilot.press("right")
            await pilot.pause()
            read.append(pages.text)
        assert "The paper is signed; every line" in read[-1]
        assert "To talk about" in read[-2]
        assert "What lasted, all told" in read[-3]
        await pilot.press("u")
        await until(pilot, lambda: not screen.session.is_over)
        await until(pilot, lambda: not pages.display)
        await decide(screen, pilot, "1")

    played(tmp_path, size, act)


def test_whoever_ends_them_himself_comes_to_the_last_pages_at_once(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("g", "g")
        await until(pilot, lambda: screen.query_one(EndPages).display)

    played(tmp_path, (80, 24), act)

"""A line is stepped through on the screen: it tells, shows remarks, and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, Static

from game.record import OPENING, Glyph, Node, Record
from game.record.history import documented
from game.rules import Rules
from game.tui.glyphs_table import GLYPHS
from game.tui.map.glyphs import Level
from game.tui.map.widget import MapCanvas
from game.tui.play.ending import EndPages
from game.tui.play.head import Head
from game.tui.play.story import Story
from game.tui.replay.keys import KEYMAP
from game.tui.replay.last_pages import LastPages
from game.tui.replay.panes import PANES
from game.tui.replay.remarks import Remarks
from game.tui.replay.screen import NO_PARTING, NO_UNSEEN, STILL, ReplayScreen
from game.tui.replay.track import Track
from game.tui.screens.help import Help
from game.tui.screens.reading import Reading
from game.tui.widgets.hanging import Hanging
from game.tui.widgets.prose import Prose
from tests.tui.playing import until
from tests.tui.showing import painted, shown
from tests.tui.test_play_hostile import ACTING, LONG, hostile
from tests.tui.test_replay_course import forked, rules

SIZES = [(80, 24), (120, 40), (200, 60)]


@dataclass
class Heard:
    """What a screen posted upward."""

    stands: list[int] = field(default_factory=list)
    what_ifs: list[int] = field(default_factory=list)


class Listening(ReplayScreen):
    """A replay whose messages are written down."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.heard = Heard()

    def on_replay_screen_stand(self, event: ReplayScreen.Stand) -> None:
        self.heard.stands.append(event.node)

    def on_replay_screen_what_if(self, event: ReplayScreen.WhatIf) -> None:
        self.heard.what_ifs.append(event.node)


def replay(
    record: Record | None = None,
    to: int | None = None,
    *,
    at: int | None = None,
    seen: frozenset[str] = frozenset(),
    parts_at: int | None = None,
) -> Listening:
    record = documented(rules()) if record is None else record
    end = record.main_line()[-1].id if to is None else to
    return Listening(rules(), record, end, mode="advisers", at=at, seen=seen, parts_at=parts_at)


def head(screen: ReplayScreen) -> str:
    return screen.query_one(Head).text


def said(screen: ReplayScreen) -> str:
    return str(screen.query_one("#said", Static).content)


def story(screen: ReplayScreen) -> Story:
    return screen.query_one(Story)


async def stands(pilot: Pilot[None], screen: ReplayScreen, place: int) -> None:
    await until(pilot, lambda: screen.place == place)
    await pilot.pause()


def test_keys_step_forward_and_back_and_the_head_names_node_and_date(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        assert head(screen).startswith("The opening · 0 of 48")
        assert "Today we feast" in story(screen).newest
        await pilot.press("right", "space")
        await stands(pilot, screen, 2)
        assert head(screen).startswith("Node 2 · 2 of 48")
        assert "22 May 1858" in head(screen)
        await pilot.press("left")
        await stands(pilot, screen, 1)
        assert "› Eat little, say less" in story(screen).newest
        await pilot.press("backspace", "left")
        await stands(pilot, screen, 0)
        await pilot.press("end")
        await stands(pilot, screen, 48)
        assert "28 May 1858" in head(screen)
        await pilot.press("home")
        await stands(pilot, screen, 0)

    shown(tmp_path, (120, 40), replay(), act)


def test_the_arrows_go_by_sittings(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        begun = screen.course.sittings_begun
        await pilot.press("down", "down")
        await stands(pilot, screen, begun[1])
        await pilot.press("right", "up")
        await stands(pilot, screen, begun[1])
        await pilot.press("up", "up")
        await stands(pilot, screen, 0)

    shown(tmp_path, (80, 24), replay(), act)


@pytest.mark.parametrize("size", SIZES)
def test_every_window_shows_the_words_and_can_show_the_rest(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def seen(screen: ReplayScreen) -> set[str]:
        found = (screen.query_one(f"#{pane}", Widget) for pane in PANES)
        return {str(pane.id) for pane in found if pane.region.height > 2}

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        assert len(screen.query("FooterKey")) <= 8
        assert max(key.region.right for key in screen.query("FooterKey")) <= size[0]
        all_seen = set(seen(screen))
        assert "happened" in all_seen
        for _ in PANES:
            await pilot.press("tab")
            await pilot.pause()
            all_seen |= seen(screen)
        assert all_seen == set(PANES)
        if "land" not in seen(screen):
            await pilot.press("m")
        await until(pilot, lambda: "land" in seen(screen))
        await pilot.press("m")
        await until(pilot, lambda: ("land" in seen(screen)) == (size[0] >= 140))

    shown(tmp_path, size, replay(at=20), act)


def test_the_paper_and_the_map_are_as_they_were_at_the_moment(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        canvas = screen.query_one(MapCanvas)
        bare = canvas.state
        assert "No paper lies on the table yet" in painted(screen)
        await pilot.press("end")
        await stands(pilot, screen, 48)
        assert "The treaty, as signed" in painted(screen)
        assert canvas.state != bare
        await pilot.press("home")
        await until(pilot, lambda: canvas.state == bare)

    shown(tmp_path, (200, 60), replay(), act)


def test_it_goes_on_by_itself_when_asked_and_any_key_stops_it(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await pilot.pause(0.1)
        assert screen.place == 0
        for stops in ("v", "right", "p"):
            await pilot.press("p")
            await until(pilot, lambda: "goes on evenly" in painted(screen))
            await pilot.press("plus")
            await until(pilot, lambda: "goes on fast" in painted(screen))
            before = screen.place
            await until(pilot, lambda before=before: screen.place > before)
            await pilot.press("minus", "minus")
            await until(pilot, lambda: "goes on slowly" in painted(screen))
            await pilot.press(stops)
            await until(pilot, lambda: "goes on by itself" in painted(screen))
            assert not screen.is_playing
            await pilot.press("plus")

    shown(tmp_path, (120, 40), replay(), act)


def test_it_stops_at_the_end_of_the_line(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await pilot.press("plus", "p")
        await stands(pilot, screen, 48)
        await until(pilot, lambda: not screen.is_playing)

    last = documented(rules()).main_line()[-2].id
    shown(tmp_path, (120, 40), replay(at=last), act)


def test_without_motion_nothing_goes_on_by_itself(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        screen.app.animation_level = "none"
        await pilot.press("p")
        await until(pilot, lambda: said(screen) == STILL)
        assert not screen.is_playing

    shown(tmp_path, (120, 40), replay(), act)


async def go(pilot: Pilot[None], screen: ReplayScreen, word: str) -> None:
    await pilot.press("g")
    await until(pilot, lambda: screen.query_one(Input).has_focus)
    screen.query_one(Input).value = word
    await pilot.press("enter")
    await pilot.pause()


def test_a_node_is_gone_to_by_its_number_or_its_bookmark(tmp_path: Path) -> None:
    record = documented(rules())
    record = record.named(30, "storm")

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await go(pilot, screen, "17")
        await stands(pilot, screen, 17)
        assert not screen.query_one(Input).display
        await go(pilot, screen, "storm")
        await stands(pilot, screen, 30)
        assert "“storm”" in painted(screen)
        await go(pilot, screen, "400")
        await until(pilot, lambda: "there is no node 400" in said(screen).casefold())
        assert screen.query_one(Input).has_focus
        await pilot.press("escape")
        await until(pilot, lambda: not screen.query_one(Input).display)
        assert screen.app.screen is screen
        await pilot.press("right")
        await stands(pilot, screen, 31)
        assert not said(screen)

    shown(tmp_path, (120, 40), replay(record), act)


def test_a_node_of_another_line_is_gone_to_on_that_line(tmp_path: Path) -> None:
    record = forked()
    a, b = record.ends()[0].id, record.ends()[-1].id

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        assert screen.course.place_of(b) is None
        await go(pilot, screen, str(b))
        await until(pilot, lambda: screen.course.place_of(b) is not None)
        await stands(pilot, screen, len(record.path(b)))
        await pilot.press("enter")
        await until(pilot, lambda: screen.heard.stands == [b])

    shown(tmp_path, (120, 40), replay(record, a), act)


def test_unseen_scenes_and_the_parting_are_gone_to(tmp_path: Path) -> None:
    record = forked()
    a = record.ends()[0].id
    parting = next(
        at for at, n in enumerate(record.path(a), 1) if len(record.variations(n.parent)) > 1
    )

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        place = screen.course.unseen_from(0, screen.seen)
        assert place is not None
        await pilot.press("u")
        await stands(pilot, screen, place)
        scene = screen.course.scene(place)
        assert rules().scenario.events[scene].title in story(screen).newest
        await pilot.press("d")
        await stands(pilot, screen, parting)
        await pilot.press("end", "u")
        await until(pilot, lambda: said(screen) == NO_UNSEEN)

    shown(tmp_path, (120, 40), replay(record, a), act)


def test_where_nothing_parts_that_is_said(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await pilot.press("d")
        await until(pilot, lambda: said(screen) == NO_PARTING)
        assert screen.place == 0

    shown(tmp_path, (120, 40), replay(), act)


NOTE = "What would you give him here?\n\nWrite it down before you go on."


def test_notes_signs_and_bookmarks_stand_in_a_box_at_their_decision(tmp_path: Path) -> None:
    record = documented(rules())
    record = record.noted(5, NOTE).signed(5, Glyph.DUBIOUS).named(9, "here it turned")

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        box, track = screen.query_one(Remarks), screen.query_one(Track)
        assert not box.display
        assert "?" in track.drawn(100).plain
        assert "▼" in track.drawn(100).plain
        await go(pilot, screen, "5")
        await until(pilot, lambda: box.display)
        await pilot.pause()
        assert "?! dubious · ¶ note" in painted(screen)
        assert "What would you give him here?" in painted(screen)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(screen.app.screen, Reading))
        assert screen.app.screen.query_one(Prose).text == NOTE
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen)
        await go(pilot, screen, "9")
        await until(pilot, lambda: "“here it turned”" in painted(screen))
        await pilot.press("n")
        await pilot.pause()
        assert screen.app.screen is screen

    shown(tmp_path, (80, 24), replay(record), act)


def test_the_play_is_taken_up_here_or_before_the_decision(tmp_path: Path) -> None:
    record = documented(rules())

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await pilot.press("w", "enter")
        await until(pilot, lambda: screen.heard.stands == [OPENING])
        assert not screen.heard.what_ifs
        await pilot.press("right", "right", "enter", "w")
        await until(pilot, lambda: screen.heard.what_ifs == [2])
        assert screen.heard.stands == [OPENING, 2]
        assert screen.course.record is record

    shown(tmp_path, (120, 40), replay(record), act)


def test_after_the_last_decision_come_the_pages_after_the_end(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("end", "right")
        await until(pilot, lambda: isinstance(app.screen, LastPages))
        await pilot.pause()
        pages = app.screen.query_one(EndPages)
        assert "The court that was not in the room" in pages.text
        while not pages.is_last:
            before = pages.text
            await pilot.press("right")
            await until(pilot, lambda before=before: pages.text != before)
        assert "What lasted" in pages.text
        assert not app.screen.query("OptionList")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        assert screen.place == 48
        await pilot.press("q")
        await until(pilot, lambda: app.screen is not screen)

    shown(tmp_path, (80, 24), replay(), act)


def test_a_line_that_goes_on_says_so_and_opens_no_archives(tmp_path: Path) -> None:
    record = documented(rules())

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await pilot.press("end", "right")
        await until(pilot, lambda: "The talks go on here; Enter plays on." in said(screen))
        assert screen.app.screen is screen

    shown(tmp_path, (120, 40), replay(record, record.main_line()[20].id), act)


def test_a_line_that_no_longer_replays_is_shown_as_far_as_it_does(tmp_path: Path) -> None:
    record = documented(rules())
    twentieth = record.main_line()[19].id
    broken = [
        Node(line.id, line.parent, line.seat_id, "accept", "")
        if isinstance(line, Node) and line.parent == twentieth
        else line
        for line in record.lines
    ]
    spoilt, _ = Record(record.heading).with_lines(broken)

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "tops at node 21" in said(screen))
        await pilot.press("end")
        await stands(pilot, screen, 20)
        assert "tops at node 21" in said(screen)

    shown(tmp_path, (80, 24), replay(spoilt, record.main_line()[-1].id), act)


def test_a_record_without_a_decision_says_what_to_do(tmp_path: Path) -> None:
    empty = Record(documented(rules()).heading)

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        assert "The opening · 0 of 0" in head(screen)
        await pilot.press("right", "down", "end", "p", "u", "d", "w")
        await pilot.pause()
        assert "Enter: play on from here" in painted(screen)

    shown(tmp_path, (80, 24), replay(empty, OPENING), act)


@pytest.mark.parametrize("words", [ACTING, LONG], ids=["acting", "long"])
def test_hostile_words_are_letters(tmp_path: Path, words: str) -> None:
    evil = Rules(hostile(words))
    record = documented(evil)
    record = record.noted(3, words).named(3, words[:200]).signed(3, Glyph.BLUNDER)
    screen = Listening(evil, record, record.main_line()[-1].id, mode="points")

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        for keys in (["right"], ["right"], ["right"], ["n"], ["escape"], ["tab"], ["end"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert not {"\x1b", "\u202e"} & set(painted(screen))
        await go(pilot, screen, "[@click=app.quit]x[/] [/")
        assert "no node is called" in said(screen).casefold()
        assert screen.app.is_running

    shown(tmp_path, (80, 24), screen, act)


def test_the_ascii_setting_holds_for_every_mark(tmp_path: Path) -> None:
    record = documented(rules()).noted(20, "Look.").named(9, "storm")

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await pilot.press("right")
        await pilot.pause()
        text = str(screen.query_one(Track).render())
        fine = {fine for fine, plain in GLYPHS.values() if fine != plain}
        assert not fine & set(text)
        assert "@" in text
        assert "n note" in painted(screen)

    shown(tmp_path, (120, 40), replay(record, at=19), act, level=Level.ASCII)


def test_help_tells_of_every_key(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await pilot.press("right", "f1")
        await until(pilot, lambda: isinstance(screen.app.screen, Help))
        await pilot.pause()
        text = screen.app.screen.query_one(Hanging).text
        assert all(command.help in text for command in KEYMAP if command.id != "replay-note")
        await pilot.press("f1", "p", "f1")
        await until(pilot, lambda: isinstance(screen.app.screen, Help))
        assert not screen.is_playing

    shown(tmp_path, (80, 24), replay(), act)


def test_the_name_of_the_whole_play_is_no_bookmark(tmp_path: Path) -> None:
    record = documented(rules()).named(OPENING, "Tuesday's class").noted(OPENING, "Read first.")

    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        assert "¶ note" in painted(screen)
        assert "Tuesday" not in painted(screen)
        assert screen.query_one(Track).drawn(60).plain.startswith("¶")

    shown(tmp_path, (80, 24), replay(record), act)


def test_the_signs_of_the_line_are_told(tmp_path: Path) -> None:
    async def act(screen: Listening, pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(screen.app.screen, Reading))
        text = screen.app.screen.query_one(Prose).text
        assert "a sitting begins" in text
        assert "another line parts there" in text

    shown(tmp_path, (120, 40), replay(documented(rules())), act)

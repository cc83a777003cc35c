"""The timeline: a play's tree on the screen, walked, folded, marked, and gone on from."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from game.cli.seating import seating
from game.coach.compare import Comparison
from game.files.library import Library
from game.files.plays import KeptPlay, start_play
from game.files.scenarios import read_scenario
from game.record import OPENING, Cursor, Glyph, Record
from game.record.history import documented
from game.record.outline import Row
from game.rules import Rules
from game.session import LOOKED
from game.state import Phase
from game.tui.app import AmurApp
from game.tui.compare.screen import CompareScreen
from game.tui.map.widget import MapCanvas
from game.tui.play.curtain import Curtain
from game.tui.play.ending import EndPages
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from game.tui.screens.library import Plays
from game.tui.screens.reading import Reading
from game.tui.shelf import Shelf
from game.tui.timeline.forest import Forest
from game.tui.timeline.retelling import Retelling
from game.tui.timeline.screen import TimelineScreen
from game.tui.timeline.stops import Stop
from game.tui.widgets.prose import Prose
from tests.proof.luck import branched
from tests.tui.playing import played, to_the_end, until

SIZES = ((80, 24), (120, 40), (200, 60))
Look = Callable[[TimelineScreen, Pilot[None]], Awaitable[None]]


@cache
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@cache
def forked() -> Record:
    """Return a record of two lines that both came to an end, the second the one played last."""
    return next(
        record
        for number in range(99)
        if len((record := branched(rules(), Random(number))).ends()) > 1
    )


def kept_in(home: Path, record: Record) -> KeptPlay:
    kept = start_play(rules(), record.heading, seating, Library(home))
    for line in record.lines:
        kept.file.append(line)
    path = kept.file.path
    kept.close()
    return Shelf(seating, home).resume(path)


def shown(
    home: Path, look: Look, record: Record | None = None, size: tuple[int, int] = (120, 40)
) -> None:
    """Open a play's timeline, and have it looked at."""

    async def open_it() -> None:
        game = AmurApp(Shelf(seating, home), kept_in(home, record or forked()))
        async with game.run_test(size=size) as pilot:
            await until(pilot, lambda: isinstance(game.screen, PlayScreen))
            await pilot.press("v")
            await until(pilot, lambda: isinstance(game.screen, TimelineScreen))
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, TimelineScreen)
            await look(screen, pilot)

    asyncio.run(open_it())


def rows(screen: TimelineScreen) -> list[str]:
    """Return the rows in view as text."""
    forest = screen.query_one(Forest)
    return [forest.render_line(y).text.rstrip() for y in range(forest.size.height)]


def status(screen: TimelineScreen) -> str:
    return str(screen.query_one("#status", Static).content)


@pytest.mark.parametrize("size", SIZES)
def test_it_opens_where_the_play_stands_and_tells_how_the_lines_end(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        text = "\n".join(rows(screen))
        assert screen.stop.node == screen.session.cursor
        assert "here" in text
        ends = ("ratified", "in silence", "torn up", "went home", "broken off", "lapsed")
        assert any(end in text for end in ends)
        assert max(map(len, rows(screen))) <= size[0]

    shown(tmp_path, look, size=size)


def test_the_cursor_goes_over_every_row_and_the_preview_follows(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        forest = screen.query_one(Forest)
        await pilot.press("home")
        assert screen.stop.node == OPENING
        for at in range(1, len(forest.stops)):
            await pilot.press("down")
            assert forest.at == at
        await pilot.press("home", "down")
        first = screen.stop
        await until(
            pilot, lambda: f"Node {first.node}" in str(screen.query_one("#happened").border_title)
        )
        assert screen.query_one(Prose).text
        await pilot.press("end", "pageup", "pagedown", "up")
        assert forest.at == len(forest.stops) - 2

    shown(tmp_path, look)


def test_a_variation_is_opened_and_folded_away(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        forest = screen.query_one(Forest)
        screen.session.go_to(forked().main_line()[-1].id)
        screen.grove.opened = set()
        screen._show(node=OPENING)
        at = next(
            at for at, stop in enumerate(forest.stops) if stop.row.folded and not stop.is_history
        )
        forest.action_go_to(at)
        before = len(forest.stops)
        await pilot.press("right")
        await until(pilot, lambda: len(forest.stops) > before)
        assert not screen.stop.row.folded
        await pilot.press("left")
        await until(pilot, lambda: len(forest.stops) == before)
        await pilot.press("o")
        await until(pilot, lambda: not any(s.row.folded for s in forest.stops if not s.is_history))

    shown(tmp_path, look)


def test_left_goes_from_a_row_to_the_one_that_it_stands_on(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        forest = screen.query_one(Forest)
        await pilot.press("home", "down", "down", "down")
        stop = screen.stop
        if stop.row.is_variation:
            return
        parent = stop.record.nodes[stop.row.decided].parent
        await pilot.press("left")
        assert forest.stop is not None
        assert forest.stop.node == parent

    shown(tmp_path, look)


def test_enter_stands_at_the_row_and_the_play_is_asked_there(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        session, app = screen.session, screen.app
        await pilot.press("home", "down", "down")
        node = screen.stop.node
        await pilot.press("enter", "enter")  # it is far off, so that one is not enough
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        assert session.cursor == node
        assert session.awaits_person

    shown(tmp_path, look)


def test_what_if_stands_before_the_decision_and_says_that_fortune_stays(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        session, app = screen.session, screen.app
        nodes = len(session.record.nodes)
        await pilot.press("home", "down", "down")
        decided = screen.stop.row.decided
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        assert session.cursor == session.record.nodes[decided].parent
        assert len(session.record.nodes) == nodes
        play = app.screen
        assert isinstance(play, PlayScreen)
        assert "fortune stays as it was" in play.notes[0].plain

    shown(tmp_path, look)


def test_a_decision_is_marked_named_noted_and_its_line_promoted(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        session = screen.session
        await pilot.press("home", "down")
        stop = screen.stop
        for glyph in Glyph:
            await pilot.press("g")
            assert session.record.glyphs[stop.row.decided] == glyph
        await pilot.press("g")
        assert stop.row.decided not in session.record.glyphs
        await pilot.press("n", *"tea", "enter")
        await until(pilot, lambda: session.record.names.get(stop.node) == "tea")
        await pilot.press("e", *"why", "enter")
        await until(pilot, lambda: session.record.notes.get(stop.node) == "why")
        assert any("“tea”" in row and "note" in row for row in rows(screen))
        end = session.cursor
        await pilot.press("slash", *"here", "enter", "p")
        await until(pilot, lambda: session.record.main_line()[-1].id == end)
        await pilot.press("home", "n", *"The long way", "enter")
        await until(pilot, lambda: session.record.names.get(OPENING) == "The long way")
        assert "“The long way”" in str(screen.query_one("#tree").border_title)

    shown(tmp_path, look)


def test_escape_leaves_what_is_asked_before_it_leaves_the_timeline(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("n", *"qqq", "escape")
        await pilot.pause()
        assert app.screen is screen
        assert screen.query_one(Forest).has_focus
        assert screen.session.record.names == forked().names
        before = screen.session.cursor
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        assert screen.session.cursor == before

    shown(tmp_path, look)


def test_a_jump_to_what_is_no_node_says_so_and_asks_again(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        await pilot.press("slash", *"9999", "enter")
        await pilot.pause()
        asked = str(screen.app.screen.query_one("#said", Static).content)
        assert "no row that is open has these words" in asked
        node = next(iter(forked().nodes))
        line = screen.app.screen.query_one(Input)
        line.value = str(node)
        await pilot.press("enter")
        await until(pilot, lambda: node in screen.stop.row.nodes)

    shown(tmp_path, look)


def test_history_is_a_branch_once_a_line_has_ended_and_can_be_gone_on_from(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app, old = screen.app, screen.session
        assert isinstance(app, AmurApp)
        forest = screen.query_one(Forest)
        await pilot.press("end")
        assert screen.stop.is_history
        assert "History: the documented line" in rows(screen)[forest.at - forest.scroll_offset.y]
        await pilot.press("g")
        assert "History is not yours to mark" in status(screen)
        await pilot.press("right")
        await until(pilot, lambda: len([s for s in forest.stops if s.is_history]) > 20)
        await pilot.press("down", "down", "down")
        node = screen.stop.node
        await pilot.press("enter")
        assert "begins a new play" in status(screen)
        await pilot.press("enter")
        await until(pilot, lambda: app.kept is not None and app.kept.session is not old)
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        assert app.kept is not None
        session = app.kept.session
        assert session.record.heading.seed == "history"
        assert session.record.heading.seat == old.record.heading.seat
        assert node in session.record.nodes
        assert session.awaits_person
        assert session.has_looked, "what was really done is known here"
        assert session.record.names[OPENING] == "From the documented line"
        assert any("22 May" in note for note in session.record.notes.values())

    shown(tmp_path, look)


def test_history_is_not_shown_before_a_line_has_ended(tmp_path: Path) -> None:
    record = forked()
    short = Record(record.heading).with_lines(record.path(record.cursor)[:6])[0]

    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        assert not [stop for stop in screen.query_one(Forest).stops if stop.is_history]

    shown(tmp_path, look, short)


def test_a_row_after_which_something_was_never_tried_is_found(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        await pilot.press("home", "u")
        painter = screen.grove.play.painter
        stop = screen.stop
        assert painter.is_untried(stop)
        before = screen.session.states.at(stop.record, stop.record.nodes[stop.row.decided].parent)
        assert before.phase is Phase.SCENE
        await until(pilot, lambda: "Never tried in this play" in screen.query_one(Prose).text)

    shown(tmp_path, look)


def test_roads_that_meet_are_named(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        painter = screen.grove.play.painter
        painter.same = {screen.stop.node: 1}
        screen.query_one(Forest).repaint()
        assert any("= 1" in row for row in rows(screen))

    shown(tmp_path, look)


@pytest.mark.parametrize("size", SIZES)
def test_the_map_answers_the_paper_of_the_row(tmp_path: Path, size: tuple[int, int]) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        canvas = screen.query_one(MapCanvas)
        await pilot.press("home")
        await until(pilot, lambda: canvas.state == canvas.chart.state({}))
        forest = screen.query_one(Forest)
        signed = next(
            at
            for at, stop in enumerate(forest.stops)
            if (screen.grove.part(stop).preview.papers(stop)) is not None
        )
        forest.action_go_to(signed)
        await until(pilot, lambda: canvas.state != canvas.chart.state({}))
        if size[0] < 100:
            await pilot.press("tab")
            assert screen.query_one("#paper").display

    shown(tmp_path, look, size=size)


def test_hostile_names_and_notes_are_letters(tmp_path: Path) -> None:
    acting = "[/] [@click=app.quit]x[/] [bold]b[/bold] \x1b[31mred \u202eback " + "long " * 500
    record = forked().named(OPENING, acting)
    for node in forked().nodes:
        record = record.named(node, acting).noted(node, acting)

    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        assert any("[/]" in row for row in rows(screen))
        assert not any("\x1b" in row or "\u202e" in row for row in rows(screen))
        await pilot.press("home", "down", "tab", "tab", "n", "enter", "e", "enter")
        await pilot.pause()
        assert "[bold]b[/bold]" in screen.query_one(Prose).text

    shown(tmp_path, look, record)


def test_a_line_that_no_longer_replays_is_told_in_its_own_words(tmp_path: Path) -> None:
    record = forked()
    at = record.path(record.cursor)[3].id
    record, broken = record.moved(at).add(at, "muraviev", "choose nowhere nothing", "")
    record = record.moved(at)

    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        screen._show(node=broken.id)
        await pilot.pause()
        assert any("muraviev: choose nowhere nothing" in row for row in rows(screen))
        await until(pilot, lambda: "no longer replays" in screen.query_one(Prose).text)
        await pilot.press("enter")
        await pilot.pause()
        assert "Stops at node" in status(screen)
        assert screen.app.screen is screen

    shown(tmp_path, look, record)


def test_a_row_is_put_beside_where_the_play_stands_beside_another_and_beside_history(
    tmp_path: Path,
) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        compares: list[Comparison] = []

        async def compared(*keys: str) -> tuple[str, str]:
            await pilot.press(*keys)
            await until(pilot, lambda: isinstance(app.screen, CompareScreen))
            found = app.screen
            assert isinstance(found, CompareScreen)
            names = found.compared.a.name, found.compared.b.name
            compares.append(found.compared)
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
            return names

        await pilot.press("c")
        assert "Go to another row first" in status(screen)
        await pilot.press("home", "down")
        first = screen.stop.node
        assert await compared("c") == ("Here", f"node {first}")
        await pilot.press("a", "down")
        assert await compared("c") == (f"node {first}", f"node {screen.stop.node}")
        assert await compared("h") == ("History", f"node {screen.stop.node}")
        await pilot.press("end")
        assert screen.stop.is_history
        assert await compared("c") == (f"node {first}", "History")
        assert compares[-1].b.is_over, "of what is folded away it is the end"

    shown(tmp_path, look)


def test_history_is_not_compared_with_before_a_line_has_ended(tmp_path: Path) -> None:
    record = forked()
    short = Record(record.heading).with_lines(record.path(record.cursor)[:6])[0]

    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        await pilot.press("h")
        assert "what was really done is no plan" in status(screen)

    shown(tmp_path, look, short)


def test_the_last_page_leads_to_the_tree(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_end(screen, pilot)
        pages = screen.query_one(EndPages)
        await pilot.press("1")
        while not pages.is_last:
            await pilot.press("right")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(screen.app.screen, TimelineScreen))

    played(tmp_path, (120, 40), act)


def test_a_kept_play_opens_with_its_tree(tmp_path: Path) -> None:
    kept_in(tmp_path, forked()).close()

    async def open_it() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=(120, 40)) as pilot:
            await game.run_action("plays")
            await until(pilot, lambda: isinstance(game.screen, Plays))
            await pilot.pause()
            await pilot.press("v")
            await until(pilot, lambda: isinstance(game.screen, TimelineScreen))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(game.screen, PlayScreen))

    asyncio.run(open_it())


def test_a_line_is_told_again_from_the_row_and_played_on_from_there(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app, session = screen.app, screen.session
        await pilot.press("home", "down", "down")
        node = screen.stop.node
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, Retelling))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, Retelling))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        assert session.cursor == node

    shown(tmp_path, look)


def test_of_a_line_that_is_told_again_another_decision_can_be_asked(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app, session = screen.app, screen.session
        await pilot.press("home", "down", "down", "r")
        await until(pilot, lambda: isinstance(app.screen, Retelling))
        await pilot.pause()
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        assert session.awaits_person

    shown(tmp_path, look)


def test_words_of_a_row_are_found_and_what_a_note_says(tmp_path: Path) -> None:
    node = forked().main_line()[2].id
    record = forked().noted(node, "Why not the villages?").moved(forked().cursor)

    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        await pilot.press("home", "slash", *"why not the", "enter")
        await until(pilot, lambda: node in screen.stop.row.nodes)

    shown(tmp_path, look, record)


def test_what_was_open_and_marked_is_so_again(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("home", "down", "a", "o")
        marked = screen.stop.key
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        again = app.screen
        assert isinstance(again, TimelineScreen)
        assert again is not screen
        assert again.grove.opened is None
        assert again.marked is not None
        assert again.marked.key == marked

    shown(tmp_path, look)


def test_the_signs_are_told(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(screen.app.screen, Reading))
        text = screen.app.screen.query_one(Prose).text
        for sign in ("●", "○", "◆", "◇", "✕", "□", "◦", "fair copy", "= 12"):
            assert sign in text

    shown(tmp_path, look)


def test_the_machines_own_note_is_no_note_of_a_person(tmp_path: Path) -> None:
    end = forked().cursor
    record = forked().noted(end, LOOKED)

    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        await pilot.press("slash", *str(end), "enter")
        await until(pilot, lambda: end in screen.stop.row.nodes)
        assert not any(" note" in row for row in rows(screen))
        await until(pilot, lambda: LOOKED in screen.query_one(Prose).text)

    shown(tmp_path, look, record)


def test_between_two_people_a_line_is_told_again_to_the_one_who_looks(tmp_path: Path) -> None:
    record = forked()
    people = replace(record.heading, persons=rules().table.seats)
    path = record.path(record.cursor)
    host = next(n for n in path if n.seat_id == "yishan" and not n.decision_text.startswith("ch"))
    at = record.nodes[host.id].parent
    both, _ = Record(people).with_lines([*path, Cursor(at)])

    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("home", "down", "r")
        await until(pilot, lambda: isinstance(app.screen, Retelling))
        await pilot.pause()
        told = app.screen
        assert isinstance(told, Retelling)
        assert rules().table.seats[told.course.seat] == "yishan"
        own_scene = rules().scenario.events["dinner"].text.split(".")[0]
        assert own_scene not in told.query_one(Story).text

    async def open_it() -> None:
        game = AmurApp(Shelf(seating, tmp_path), kept_in(tmp_path, both))
        async with game.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: isinstance(game.screen, Curtain))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(game.screen, PlayScreen))
            await pilot.press("v")
            await until(pilot, lambda: isinstance(game.screen, TimelineScreen))
            assert isinstance(game.screen, TimelineScreen)
            await look(game.screen, pilot)

    asyncio.run(open_it())


def test_history_is_gone_on_from_out_of_its_replay(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app, old = screen.app, screen.session
        assert isinstance(app, AmurApp)
        await pilot.press("end", "r")
        await until(pilot, lambda: isinstance(app.screen, Retelling))
        await pilot.press("down", "down", "right", "right")
        await pilot.pause()
        told = app.screen
        assert isinstance(told, Retelling)
        node = told._node
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen)
        assert "begins a new play" in status(screen)
        assert node in screen.stop.row.nodes
        await pilot.press("enter")
        await until(pilot, lambda: app.kept is not None and app.kept.session is not old)
        assert app.kept is not None
        assert node in app.kept.session.record.nodes

    shown(tmp_path, look)


def test_what_if_of_history_stands_before_its_decision(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        app, old = screen.app, screen.session
        assert isinstance(app, AmurApp)
        await pilot.press("end", "right", "down", "down", "down")
        stop = screen.stop
        before = stop.record.nodes[stop.row.decided].parent
        await pilot.press("w", "w")
        await until(pilot, lambda: app.kept is not None and app.kept.session is not old)
        assert app.kept is not None
        assert app.kept.session.cursor == before
        assert stop.row.decided not in app.kept.session.record.nodes

    shown(tmp_path, look)


def test_a_note_of_ones_own_stands_beside_the_mark_that_the_archives_were_open(
    tmp_path: Path,
) -> None:
    end = forked().cursor
    record = forked().noted(end, LOOKED)

    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        await pilot.press("e")
        await until(pilot, lambda: bool(screen.app.screen.query(Input)))
        assert screen.app.screen.query_one(Input).value == ""
        await pilot.press(*"best", "enter")
        await until(pilot, lambda: screen.session.record.notes[end] == f"best\n{LOOKED}")
        assert screen.session.has_looked

    shown(tmp_path, look, record)


def test_the_paper_that_was_signed_is_the_paper_that_is_shown(tmp_path: Path) -> None:
    async def look(screen: TimelineScreen, pilot: Pilot[None]) -> None:
        part, line = screen.grove.history, documented(rules())
        assert part is not None
        row = Row(part.outline.row_of(line.cursor), "", False, 0)
        paper = part.preview.paper(Stop(part.record, row, True), 60).plain
        assert "the Ussuri held in common until settled" in paper

    shown(tmp_path, look)

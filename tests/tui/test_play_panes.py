"""The panes: what is in view in a window of which width, and how one goes from one to another."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets._footer import FooterKey

from game.files.scenarios import read_scenario
from game.state import Phase
from game.tui.play.acts import ALL_READ, TO_CHOOSE, TO_READ, Acts
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from game.tui.widgets.prose import Prose
from tests.tui.playing import decide, forecast, helped, played, to_the_end, to_the_table, until


def shown(screen: PlayScreen) -> set[str]:
    """Return the panes that can be seen: they are displayed, and have room."""
    ids = ("happened", "draft", "choices", "advisers", "land")
    found = {id: screen.query(f"#{id}") for id in ids}
    return {id for id, some in found.items() if some and is_seen(some.first(Widget))}


def is_seen(pane: Widget) -> bool:
    return pane.region.height > 2 and pane.region.width > 2 and pane.is_on_screen


def test_a_wide_window_shows_all_panes_at_once(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        assert shown(screen) >= {"happened", "draft", "choices", "land"}

    played(tmp_path, (140, 40), act)


def test_a_middling_window_shows_the_map_when_asked(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        assert "land" not in shown(screen)
        await pilot.press("m")
        await pilot.pause()
        assert {"land", "choices"} <= shown(screen)
        await pilot.press("m")
        await pilot.pause()
        assert "land" not in shown(screen)

    played(tmp_path, (120, 40), act)


def test_a_narrow_window_shows_the_acts_and_one_pane_more(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        assert shown(screen) == {"choices", "happened"}
        seen = []
        for _ in range(8):
            await pilot.press("tab")
            await pilot.pause()
            assert "choices" in shown(screen)
            assert len(shown(screen)) == 2
            seen.append((shown(screen) - {"choices"}).pop())
        assert {"happened", "draft", "land"} <= set(seen)

    played(tmp_path, (80, 24), act)


def test_the_title_of_a_narrow_windows_pane_names_the_panes_behind_it(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        assert titled(screen, "happened").startswith("What happened · Draft · Advisers")
        await pilot.press("1", "d")
        speaking = "Happened · The draft · Advisers: 2 speak · Map  Tab"
        await until(pilot, lambda: titled(screen, "draft") == speaking)
        await pilot.press("tab", "tab")
        await until(pilot, lambda: " · The map  Tab" in titled(screen, "land"))
        await pilot.resize_terminal(140, 40)
        await until(pilot, lambda: titled(screen, "happened") == "What happened")

    played(tmp_path, (80, 24), act)


def titled(screen: PlayScreen, pane: str) -> str:
    return Content.from_markup(screen.query_one(f"#{pane}", Widget).border_title or "").plain


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_newest_words_are_in_view_and_older_ones_above(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        story = screen.query_one(Story)
        first = story.newest
        for _ in range(3):
            await decide(screen, pilot, "enter")
        assert first.split("\n")[-1] in story.text
        assert first != story.newest
        newest = story.query_one("#newest", Widget)
        assert story.scroll_offset.y > 0
        assert story.region.contains(*newest.region.offset)

    played(tmp_path, size, act)


def test_what_he_asks_goes_on_where_its_words_began(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        story = screen.query_one(Story)
        asks = f"He gives his word:\n  he asks: {'a town and ' * 9}a road."
        story.tell([], [Content(asks)])
        newest = story.query_one("#newest", Widget)
        await until(pilot, lambda: newest.size.height == 3)
        last = newest.render_line(2).text
        assert last.startswith("  ")
        assert not last.startswith("   ")

    played(tmp_path, (80, 24), act)


def test_the_footer_is_complete_in_eighty_columns(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        keys = screen.query("FooterKey")
        assert len(keys) > 5
        assert max(key.region.right for key in keys) <= 80

    played(tmp_path, (80, 24), act)


def test_the_footer_offers_a_forecast_only_where_one_can_be_had(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        def offers() -> bool:
            return any(key.description == "Forecast" for key in screen.query(FooterKey))

        await until(pilot, lambda: bool(screen.query(FooterKey)) and not offers())
        await to_the_table(screen, pilot)
        await until(pilot, offers)
        await forecast(screen, pilot)
        await until(pilot, lambda: not offers())
        await pilot.press("f")
        await until(pilot, lambda: "already" in helped(screen))

    played(tmp_path, (80, 24), act)


def test_a_window_that_is_made_narrow_shows_the_pane_that_was_last_gone_to(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await pilot.press("d")
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: shown(screen) == {"choices", "draft"})

    played(tmp_path, (140, 40), act)


def test_the_key_line_stays_when_the_focus_moves_and_follows_the_end(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await pilot.pause()
        before = list(screen.query("FooterKey"))
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert list(screen.query("FooterKey")) == before
        await to_the_end(screen, pilot)
        await until(pilot, lambda: len(screen.query("FooterKey")) < len(before))

    played(tmp_path, (120, 40), act)


def test_a_key_that_left_the_key_line_is_held_by_nothing(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: bool(screen.query(FooterKey)))
        before = [ref(key) for key in screen.query(FooterKey)]
        await to_the_end(screen, pilot)
        await until(pilot, lambda: 0 < len(screen.query(FooterKey)) < len(before))

        def all_gone() -> bool:
            gc.collect()
            return not any(key() for key in before)

        await until(pilot, all_gone)

    played(tmp_path, (120, 40), act)


def test_a_long_scene_is_read_before_its_choices_come(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        story, acts = screen.query_one(Story), screen.query_one(Acts)
        await decide(screen, pilot, "1")
        await decide(screen, pilot, "1")
        assert screen.session.view().state.phase is Phase.SCENE
        await until(pilot, lambda: story.size.height >= 15)
        said = TO_CHOOSE if story.is_at_end else TO_READ
        assert helped(screen) == said
        await pilot.press("9")
        await pilot.pause()
        assert helped(screen).endswith(said), "what is to be done is said on"
        assert not acts.query_one(OptionList).size.height
        before = screen.session.cursor
        await pilot.press("1")
        await pilot.pause()
        assert helped(screen).startswith("Not taken: “1 ")
        while acts.is_resting:
            await pilot.press("space")
            await pilot.pause()
        options = acts.query_one(OptionList)
        await until(pilot, lambda: options.size.height > 0 and options.max_scroll_y == 0)
        await until(pilot, lambda: story.is_at_end)
        assert screen.session.cursor == before
        assert helped(screen) != TO_READ
        await pilot.press("1")
        await until(pilot, lambda: screen.session.cursor != before)

    played(tmp_path, (80, 24), act)


def test_the_draft_leaves_its_room_to_a_scene_that_would_begin_out_of_sight(
    tmp_path: Path,
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        story = screen.query_one(Story)
        assert "draft" in shown(screen)
        await decide(screen, pilot, "1")
        await decide(screen, pilot, "1")
        await until(pilot, lambda: "draft" not in shown(screen))
        assert story.rows_told(story.size.width) <= story.size.height
        await pilot.press("d")
        await until(pilot, lambda: "draft" in shown(screen))
        await pilot.press("d")
        await to_the_table(screen, pilot)
        await until(pilot, lambda: "draft" in shown(screen))

    async def at_once(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "draft" not in shown(screen))

    played(tmp_path / "claimant", (100, 30), act)
    kulja = read_scenario("the-fair-at-kulja")
    played(tmp_path / "host", (100, 30), at_once, scenario=kulja, seat="yishan")


def test_the_acts_of_a_small_window_have_the_rows_that_the_draft_leaves(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        acts = screen.query_one(Acts)
        is_all_seen = screen.query_one(Story).is_at_end
        assert helped(screen) == (TO_CHOOSE if is_all_seen else TO_READ)
        await pilot.press("tab")
        await until(pilot, lambda: "draft" in shown(screen))
        await to_the_table(screen, pilot)
        await pilot.press("d")
        await until(pilot, lambda: acts.query_one(OptionList).size.height >= 6)

    kulja = read_scenario("the-fair-at-kulja")
    played(tmp_path, (80, 24), act, scenario=kulja, seat="yishan")


def test_what_was_decided_is_told_in_sight_beside_a_forecast(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await forecast(screen, pilot)
        stamp = screen.query_one("#stamp", Widget)
        await until(pilot, lambda: stamp.display)
        home = "At home"
        reckoned, story = screen.query_one("#reckoned"), screen.query_one(Story)
        told = f"{reckoned.content} {stamp.content} {story.newest}"  # type: ignore[attr-defined]
        assert told.count(home) == 1
        await decide(screen, pilot, "1")
        await until(pilot, lambda: story.rows_told(story.size.width) <= story.size.height)

    kulja = read_scenario("the-fair-at-kulja")
    played(tmp_path, (120, 40), act, scenario=kulja, seat="kovalevsky")


def test_a_list_that_is_longer_than_its_room_says_so(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        await pilot.press("d")
        await until(pilot, lambda: acts.border_subtitle == "more below")
        await pilot.press("escape", "end")
        await until(pilot, lambda: acts.border_subtitle == "more above")
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: not acts.border_subtitle)

    played(tmp_path, (80, 24), act)


def test_what_does_not_fit_of_a_choice_goes_on_where_its_words_began(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        options = screen.query_one(Acts).query_one(OptionList)
        found = [strip.text for strip in map(options.render_line, range(options.size.height))]
        choices = [line for line in found if line.strip()]
        assert len(choices) > 2 * len(screen.query_one(Acts).offers)
        assert all(line[0].isdigit() or line.startswith("  ") for line in choices)
        assert any(line.startswith("    ") for line in choices)

    played(tmp_path, (100, 40), act)


def test_a_window_with_room_to_spare_has_the_chairs_instructions_and_the_help_at_its_line(
    tmp_path: Path,
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        brief = screen.query_one("#brief Prose", Prose)
        await decide(screen, pilot, "1")
        lines, help = screen.query_one(Acts).query_one(OptionList), screen.query_one("#help")
        await until(pilot, lambda: help.region.y == lines.region.bottom > 10)
        assert lines.virtual_size.height == lines.size.height
        await until(pilot, lambda: brief.size.width > 60)
        assert "The one thing that this man cannot go home without." in brief.text
        await pilot.press("shift+tab")
        await until(pilot, lambda: brief.has_focus)
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: not brief.size.width)

    kulja = read_scenario("the-fair-at-kulja")
    played(tmp_path, (200, 60), act, scenario=kulja, seat="kovalevsky")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_space_after_the_last_page_of_a_table_stays_there(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.pause()
        for _ in range(20):
            await pilot.press("space")
            await pilot.pause()
        assert screen.query_one(Story).is_at_end
        assert helped(screen) == ALL_READ

    played(tmp_path, size, act)

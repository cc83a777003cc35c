"""The game on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from game.errors import AmurError
from game.tui.commands import Command, bindings
from game.tui.everywhere import LEAVE, LONGEST_SENTENCE
from game.tui.hearing import Hearing
from game.tui.screens.title import Title
from game.tui.settings import Value
from game.tui.shelf import Shelf, Wanted
from game.tui.strips import make_stores_late
from game.tui.texts import clipped
from game.tui.widgets.size_guard import SizeGuard, is_too_small

if TYPE_CHECKING:
    from game.files.plays import KeptPlay
    from game.scenario.model import AnyScenario
    from game.tui.following import Follower
    from game.tui.play.in_play import InPlay
    from game.tui.screens.choose import Choose
    from game.tui.screens.library import Plays
    from game.tui.timeline.screen import TimelineScreen


class AmurApp(Hearing):
    """Opens on the title, or straight on a play."""

    TITLE = "The Amur Question"
    KEYMAP: ClassVar[tuple[Command, ...]] = (*Hearing.KEYMAP, LEAVE)
    BINDINGS = bindings((LEAVE,))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now: only a play can be left, or gone on with."""
        if action == "leave_play":
            return self.is_playing
        if action == "go_on":
            return self.shelf.last_play() is not None
        return super().check_action(action, parameters)

    def __init__(
        self, shelf: Shelf, kept: KeptPlay | None = None, wanted: Wanted | None = None
    ) -> None:
        """`kept` is a play to open on; `wanted` is what the next one should begin with."""
        make_stores_late()
        super().__init__()
        self.shelf = shelf
        self.kept = kept
        self.wanted = wanted or Wanted()
        self.when_warm: Callable[[], None] = lambda: None
        """Is done, in a thread, once all is imported that a play needs."""
        self._playing: InPlay | None = None
        self._named = self.wanted.scenario
        """What was named last to be played, an id or a folder."""
        self._follower: Follower | None = None
        self._is_opening = False

    def remember(self, changes: Mapping[str, Value]) -> None:
        """Keep changed settings in the player's library."""
        self.shelf.library.change_settings(changes)

    @property
    def scenario(self) -> AnyScenario:
        """The scenario that is played, or was last; before any play, the first one."""
        if self.kept is not None:
            return self.kept.session.game.scenario
        return self.shelf.scenario_at_hand()

    @property
    def is_playing(self) -> bool:
        """Whether a play is on top of everything, but for the palette with what can be done."""
        stack = reversed(self.screen_stack)
        top = next((screen for screen in stack if not isinstance(screen, CommandPalette)), None)
        return top is not None and top is self._playing

    @property
    def playing(self) -> InPlay | None:
        """The screen of the play, wherever it lies; `None` when it was left."""
        return self._playing if self._playing in self.screen_stack else None

    def on_mount(self) -> None:
        """Show the title; with a play to open on, the play itself."""
        self.push_screen(Title(self.shelf.plays))
        if self.kept is not None:
            self._show(self.kept)
        is_begun = self.kept is not None
        self.call_after_refresh(self.shelf.warm, self.when_warm, is_begun=is_begun)
        if self.kept is None and self.wanted.names_scenario:
            self.action_new_game()
        self._guard(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything with a card while the window is too small to play in."""
        self._guard(event.size)

    def _guard(self, size: Size) -> None:
        covered = any(isinstance(screen, SizeGuard) for screen in self.screen_stack)
        # The first size is told before there is a title to cover.
        if is_too_small(size) and not covered and len(self.screen_stack) > 1:
            self.push_screen(SizeGuard())

    def on_unmount(self) -> None:
        """Let go of the file; everything is in it already."""
        if self.kept is not None:
            self.kept.close()

    def action_go_on(self) -> None:
        """Take up the play that was left last; a long one takes a while, and that is said first."""
        path = self.shelf.last_play()
        if path is None or self._is_opening:
            return
        self._is_opening = True
        if isinstance(self.screen, Title):
            self.screen.say_opening()
        self.call_after_refresh(self._go_on, path)

    def _go_on(self, path: Path) -> None:
        self.open_play(lambda: self.shelf.resume(path))
        self._is_opening = False
        if isinstance(self.screen, Title):
            self.screen.tell_of_line()

    def action_new_game(self) -> None:
        """Ask what is to be played."""
        # Imported here, and warmed after the first paint: it needs the scenarios' model.
        from game.tui.screens.choose import Choose

        self.push_screen(Choose(self.shelf.found(self.wanted.scenario), self.wanted))

    def on_choose_chosen(self, event: Choose.Chosen) -> None:
        """Begin what was chosen; the screen that asked for it goes, and its terms with it."""
        self._named = event.wanted.scenario
        wanted = replace(event.wanted, record=self.wanted.record)
        self.open_play(lambda: self.shelf.begin(wanted), instead=event.asked_by)

    def action_plays(self) -> None:
        """Show every play that is kept."""
        # Imported here: whoever plays on may never look for another.
        from game.tui.screens.library import Plays

        self.push_screen(Plays(self.shelf))

    def on_plays_chosen(self, event: Plays.Chosen) -> None:
        """Take up the play that was chosen."""
        self.open_play(lambda: self.shelf.resume(event.path))
        # Where a curtain is down between two people, one of them has to lift it first.
        if event.shows_tree and self._playing is not None and self.is_playing:
            self.call_after_refresh(self._playing.action_timeline)

    def on_in_play_elsewhere(self, event: InPlay.Elsewhere) -> None:
        """Show a play on the screen that is made for where it stands now."""
        # Imported here, and warmed after the first paint: it needs the rules and the coach.
        from game.tui.play.stages import stage

        left = event.left
        if left is not self._playing:
            return
        there = stage(left.play, left.mode)
        there.take_over(left, is_news=event.is_news)
        self._replace(left, there)

    def _replace(self, left: InPlay, there: InPlay) -> None:
        """Put the screen of a play in the place of the one before, and of all that lies on it."""
        kept, self._playing = self.kept, there
        with self.batch_update():
            while left in self.screen_stack:
                self.pop_screen()
            self.push_screen(there, lambda _: kept.close() if kept is not None else None)
        self.call_after_refresh(there.refresh_bindings)

    def on_in_play_again(self, event: InPlay.Again) -> None:
        """Begin a new play where an old one has ended."""
        played = self.kept
        if played is not None:
            self.open_play(lambda: self.shelf.again(played, event.seat, event.seed))

    def on_timeline_screen_from_history(self, event: TimelineScreen.FromHistory) -> None:
        """Begin a play that goes on from the documented line."""
        played = self.kept
        if played is not None:
            self.action_leave_play()
            self.open_play(lambda: self.shelf.from_history(played, event.node))

    def on_timeline_screen_retell(self, event: TimelineScreen.Retell) -> None:
        """Tell a line again, step by step."""
        # Imported here: a tree can be walked without it.
        from game.tui.timeline.retelling import told_again

        session = event.timeline.session
        seen = self.shelf.scenes_seen(session.record.heading, self.kept)
        try:
            told = told_again(session.game, event.timeline, event.stop_at, seen)
        except AmurError as error:
            self.say_sorry(error)
        else:
            self.push_screen(told)

    def open_play(self, opened: Callable[[], KeptPlay], instead: Screen[Any] | None = None) -> None:
        """Show a play that is being opened, or say in one sentence why it cannot be.

        `instead` is the screen that goes when the play is there.
        """
        if self.kept is not None:
            self.kept.close()  # else the same play could not be held again
        try:
            kept = opened()
        except AmurError as error:
            self.say_sorry(error)
        else:
            if instead is not None and instead is self.screen:
                self.pop_screen()
            self._show(kept)

    def say_sorry(self, error: AmurError) -> None:
        """Say what went wrong, over whatever is shown."""
        words = clipped(str(error), LONGEST_SENTENCE)
        self.notify(words, severity="error", timeout=12, markup=False)

    def _show(self, kept: KeptPlay) -> None:
        # Imported here, and warmed after the first paint: it needs the rules and the coach.
        from game.tui.play.stages import stage

        self.kept = kept
        self.wanted = replace(self.wanted, record=None)  # that file has its play now
        kept.session.advance()
        self._playing = stage(kept, kept.session.record.heading.mode)
        self.push_screen(self._playing, lambda _: kept.close())
        self.call_after_refresh(self._playing.refresh_bindings)  # now it can be left
        if self.wanted.watch:
            self._follow(kept)

    def _follow(self, kept: KeptPlay) -> None:
        """Follow what is changed in the folder of a play's scenario."""
        # Imported here: only an author's play needs it.
        from game.tui.following import Follower, reloading

        if self._follower is not None:
            self._follower.stop()
        try:
            self._follower = Follower(self, self, reloading(self.shelf, kept, self._named))
        except AmurError as error:
            self.say_sorry(error)

    def pop_screen(self) -> AwaitComplete:
        """Leave a screen, and what was painted of it.

        Textual remembers the last thousand widgets, however long they have gone: a screen keeps
        some 3 MB so.
        """
        for widget in self.screen.walk_children(Widget):
            widget.refresh()  # forgets what it had painted
        return super().pop_screen()

    def carry_over(self, kept: KeptPlay, said: tuple[str, ...]) -> None:
        """Show a play that was carried over in the place of the one before."""
        from game.tui.play.stages import stage

        before = self._playing
        if before is None:
            return
        self.kept = kept
        kept.session.advance()
        there = stage(kept, before.mode)
        there.go_on_from(before, said)
        is_drafting = before.is_drafting and not kept.session.is_over
        self._replace(before, there)
        if is_drafting:
            self.call_after_refresh(there.draft)
        if kept.session.is_over:
            self.notify(clipped(said[0], LONGEST_SENTENCE), markup=False)

    def action_leave_play(self) -> None:
        """Leave the play for what lies beneath; everything is kept, and can be continued."""
        if self._playing is not None:
            self._playing.dismiss()

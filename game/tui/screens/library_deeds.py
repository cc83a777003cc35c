"""What can be done with kept plays on the screen that lists them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path

from textual.content import Content
from textual.screen import Screen

from game.errors import AmurError
from game.tui.keyboard import keys_now
from game.tui.screens.library_keys import BRING_BACK, TRASH
from game.tui.screens.play_told import LONGEST, MUTED, WARNING
from game.tui.shelf import Kept, Shelf
from game.tui.texts import plain
from game.tui.widgets.asked import Asked


class Deeds(Screen[None]):
    """Names, copies, throws away and brings back; what lists the plays is above it."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.said = Content()
        """What was done last, or why it could not be; nothing once the cursor has gone on."""
        self._thrown: list[Path] = []
        """Where the plays lie in the trash that were thrown away here, the last one last."""

    @property
    @abstractmethod
    def chosen(self) -> Kept | None:
        """The play under the cursor."""

    @abstractmethod
    def read_again(self, at: Path | None = None) -> None:
        """Read all plays and list them, the cursor on one of them."""

    @abstractmethod
    def leave_search(self) -> None:
        """List all plays again."""

    @abstractmethod
    def tell(self) -> None:
        """Say what was done last, and what is known of the play under the cursor."""

    def forget_said(self) -> None:
        """Say nothing more of what was done last."""
        self.said = Content()

    def action_rename(self) -> None:
        """Ask for a name for the play."""
        kept = self.chosen
        if kept is None:
            return

        def rename(name: str) -> None:
            from game.files.naming import rename

            now = rename(kept.path, name)
            self._note("It has its name." if now else "It has no name of its own now.")

        help = "What you call the play; nothing takes the name away. The file keeps its own."
        self._ask("A name for the play", kept.play.name, help, rename)

    def action_copy(self) -> None:
        """Make a second one of the play."""
        from game.files.copies import duplicate

        if (kept := self.chosen) is not None:
            path, title = kept.path, kept.title
            self._do(lambda: duplicate(self.shelf.library, path, title), "This is the copy.")

    def action_export(self) -> None:
        """Ask where to copy the play."""
        kept = self.chosen
        if kept is None:
            return

        def export(said: str) -> None:
            from game.files.copies import export, path_said

            path = export(self.shelf.library, kept.path, path_said(said))
            self._note(f"Copied to {path}.")

        from game.files.library import free_name

        wanted = free_name(_here(), kept.path.name)
        help = "Where a copy of the play goes; never over a file that is there."
        self._ask("Export the play", str(wanted), help, export)

    def action_take_in(self) -> None:
        """Ask for the record to take in."""

        def take_in(said: str) -> None:
            from game.files.copies import take_in
            from game.files.doubles import told_of_same
            from game.record import is_code

            # Who pastes a code does so behind the folder that stands there.
            code = said.removeprefix(f"{_here()}/")
            wanted = code if is_code(code) else said
            path, notices, same = take_in(self.shelf.library, wanted, self.shelf.catalogue.rules)
            twice = [] if same is None else [f"{told_of_same(same)}."]
            self._note(" ".join(("This is the play that was taken in.", *notices, *twice)))
            self.leave_search()
            self.read_again(path)

        help = "The file of a record, which stays as it is, or a code that somebody sent."
        self._ask("Import a play", f"{_here()}/", help, take_in)

    def action_throw_away(self) -> None:
        """Throw the play under the cursor away."""
        from game.files.trash import throw_away

        kept = self.chosen
        if kept is None:
            return
        try:
            self._thrown.append(throw_away(self.shelf.library, kept.path))
        except AmurError as error:
            self._say(str(error), WARNING)
            return
        self.read_again()
        self._say(f"It lies in the trash; {keys_now(self.app, BRING_BACK)} brings it back.")

    def action_bring_back(self) -> None:
        """Bring back the play that was thrown away last."""
        from game.files.trash import bring_back

        if not self._thrown:
            self._say(f"Nothing was thrown away here; {keys_now(self.app, TRASH)} shows the trash.")
            return
        thrown = self._thrown[-1]
        if self._do(lambda: bring_back(self.shelf.library, thrown), "It is kept again."):
            self._thrown.pop()

    def action_trash(self) -> None:
        """Show what was thrown away."""
        from game.tui.screens.trash import Trash

        self.app.push_screen(Trash(self.shelf))

    def _do(self, done: Callable[[], Path], sentence: str) -> bool:
        """Do something that a play comes of, and go to that; return whether it could be done."""
        try:
            path = done()
        except AmurError as error:
            self._say(str(error), WARNING)
            return False
        self.leave_search()
        self.read_again(path)
        self._say(sentence)
        return True

    def _say(self, sentence: str, style: str = MUTED) -> None:
        self._note(sentence, style)
        self.tell()

    def _note(self, sentence: str, style: str = MUTED) -> None:
        self.said = plain(sentence, LONGEST, style)

    def _ask(self, title: str, line: str, help: str, do: Callable[[str], None]) -> None:
        self.app.push_screen(Asked(title, line, (help, MUTED), do))


def _here() -> Path:
    """Return the folder that the game was called in; where that is gone, the player's own."""
    try:
        return Path.cwd()
    except OSError:
        return Path.home()

"""The smallest Textual app: the yardstick that the game's screens are compared with."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, Static


class Hello(App[None]):
    """Says hello, and counts on a key."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit"), ("n", "next", "Next")]
    count = 0

    def compose(self) -> ComposeResult:
        """Yield a header, one line and a footer."""
        yield Header()
        yield Static("Hello, Amur 0", id="body")
        yield Footer()

    def action_next(self) -> None:
        """Change the line."""
        self.count += 1
        self.query_one("#body", Static).update(f"Hello, Amur {self.count}")


if __name__ == "__main__":
    Hello().run()

"""What happened, told to whoever sits at the table, turn by turn."""

from __future__ import annotations

from game.cli.plain_text import put, put_all, wrapped
from game.coach.chronicle import told
from game.rules import Rules
from game.session import Session
from game.state import State, Turn


class Story:
    """Keeps what a chair has not been told yet; the other chair may have heard it."""

    def __init__(self, session: Session, mode: str) -> None:
        self.session = session
        self.rules = session.rules
        self.mode = mode
        self._untold: dict[int, list[tuple[State, Turn]]] = {0: [], 1: []}

    def add(self, before: State, turns: list[Turn]) -> None:
        """Note turns that followed a state, one upon the other."""
        for turn in turns:
            for untold in self._untold.values():
                untold.append((before, turn))
            before = turn.state

    def tell(self, seat: int) -> None:
        """Tell a chair what it has not heard yet."""
        for before, turn in self._untold[seat]:
            print_turn(self.rules, before, turn, seat, self.mode)
        self._untold[seat].clear()

    def forget(self) -> None:
        """Forget what was not told: the play stands elsewhere."""
        for untold in self._untold.values():
            untold.clear()


def print_turn(rules: Rules, before: State, turn: Turn, seat: int, mode: str) -> None:
    """Print what a turn brought about, as a chair sees it."""
    lines = told_turn(rules, before, turn, seat, mode)
    if lines:
        put_all(lines)
        put()


def told_turn(rules: Rules, before: State, turn: Turn, seat: int, mode: str) -> list[str]:
    """Return what a turn brought about, as a chair sees it, laid out."""
    return [laid_out(line.text) for line in told(rules, before, turn, seat, mode)]


def laid_out(text: str) -> str:
    """Return a sentence wrapped; one that goes on from the one before hangs beneath it."""
    return wrapped(text, "  ", "    ") if text.startswith("  ") else wrapped(text)

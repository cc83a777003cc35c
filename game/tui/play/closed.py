"""Lines that may not be chosen now: a reason that several of them share is said once, below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content

from game.tui.texts import lines, said

DISABLED = "$text-disabled"
SET_IN = " " * 4
"""What stands before a line that belongs to the one above it, so that it is told from that."""


@dataclass(frozen=True, slots=True)
class Closed:
    """One or more things that may not be chosen for one reason."""

    labels: tuple[str, ...]
    why: str
    how: str = "not now"

    @property
    def text(self) -> Content:
        """Return it as a line of a list; what several things share stands below them."""
        how = f"{self.how}: {self.why}"
        if not self.labels[1:]:
            return said((f"  {self.labels[0]}  {how}", DISABLED))
        return lines((f"  {' · '.join(self.labels)}", DISABLED), (f"{SET_IN}{how}", DISABLED))


def together(found: Iterable[tuple[str, str]]) -> Iterator[Closed]:
    """Yield labels by their reasons, those first that stand alone.

    >>> both = [("Dine", "he is ill"), ("Lay", "no paper"), ("Ask", "he is ill")]
    >>> for closed in together(both):
    ...     print(closed.text.plain)
      Lay  not now: no paper
      Dine · Ask
        not now: he is ill
    """
    by_reason: dict[str, list[str]] = {}
    for label, why in found:
        by_reason.setdefault(why, []).append(label)
    for why, labels in sorted(by_reason.items(), key=lambda item: len(item[1]) > 1):
        yield Closed(tuple(labels), why)

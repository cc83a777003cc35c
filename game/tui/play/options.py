"""What can be chosen now, as lines of a list; each stands for heads of the legal decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from game.coach.foreseen import foreseen
from game.coach.menu import about, entries
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.state import Phase, State
from game.tui.texts import lines, said

KEYS = 10
"""Digits 1 to 9 choose a line."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the list, the heads behind it and what is said of it below."""

    text: Content
    heads: tuple[Head, ...]
    help: str = ""

    @property
    def is_open(self) -> bool:
        """Return whether it may be chosen now."""
        return bool(self.heads)


def offers(rules: Rules, legal: Legal, state: State, mode: str) -> Iterator[Offer]:
    """Yield what the seat to move may choose, what it may not choose with the reason."""
    match state.phase:
        case Phase.SCENE:
            event = rules.scenario.events[rules.scenes.all[state.scene].id]
            for number, head in enumerate(legal.heads, 1):
                choice = event.choices[head.about[0]]
                seen = foreseen(rules.scenario, choice, mode)
                text = said(_key(number), choice.say)
                yield Offer(lines(text, (f"  {seen}", "$text-muted")) if seen else text, (head,))
        case Phase.OVER:
            return
        case _:
            for number, entry in enumerate(entries(rules, legal, state.seat), 1):
                if entry.heads:
                    yield Offer(said(_key(number), entry.label), entry.heads, entry.help)
                else:
                    why = f"  not now: {entry.refused}"
                    yield Offer(
                        said((f"  {entry.label}", "$text-disabled"), (why, "$text-disabled")), ()
                    )


def arguments(rules: Rules, heads: tuple[Head, ...]) -> Iterator[Offer]:
    """Yield what an act may be about."""
    for number, head in enumerate(heads, 1):
        yield Offer(said(_key(number), about(rules, head)), (head,))


def _key(number: int) -> tuple[str, str]:
    """Return the digit that chooses a line; lines past the ninth are chosen by the cursor."""
    return (f"{number} " if number < KEYS else "  ", "$accent")

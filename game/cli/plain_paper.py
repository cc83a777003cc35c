"""A paper in lines of text: what it says on each issue, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import item, wrapped
from game.coach.words_for import issue_label, option_text
from game.negotiation import Package, value
from game.rules import Rules
from game.state import State


def ledger(
    rules: Rules, paper: Package, before: Package | None, word: Package | None
) -> Iterator[str]:
    """Yield a paper issue by issue, beside the last one and the host's word where they differ."""
    for issue, option in enumerate(paper):
        yield item(
            issue + 1,
            f"{issue_label(rules.scenario, issue)}: {option_text(rules.scenario, issue, option)}",
        )
        for what, other in (("before", before), ("his word", word)):
            if other is not None and other[issue] != option:
                yield wrapped(
                    f"({what}: {option_text(rules.scenario, issue, other[issue])})", "      "
                )


def points_said(rules: Rules, seat: int, state: State, paper: Package) -> str:
    """Return what a paper is worth to a seat in points, and what it keeps without any."""
    man = state.men[seat]
    if man is None:
        return ""
    worth, walk = value(paper, man.utility), rules.walk(seat, state)
    return f"Worth {worth / 100:.1f} to you; without a paper you keep {walk / 100:.1f}."

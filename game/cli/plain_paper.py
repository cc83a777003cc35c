"""A paper in lines of text: what it says on each issue, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import item, wrapped
from game.coach.persons import persons
from game.coach.words_for import issue_label, option_text
from game.negotiation import Package
from game.rules import Rules


def ledger(
    rules: Rules, paper: Package, before: Package | None, word: Package | None = None
) -> Iterator[str]:
    """Yield a paper issue by issue, beside the last one and the host's word where they differ."""
    _, host = persons(rules, None)
    for issue, option in enumerate(paper):
        yield item(
            issue + 1,
            f"{issue_label(rules.scenario, issue)}: {option_text(rules.scenario, issue, option)}",
        )
        for what, other in (("before", before), (f"{host.his} word", word)):
            if other is not None and other[issue] != option:
                yield wrapped(
                    f"({what}: {option_text(rules.scenario, issue, other[issue])})", "      "
                )

"""The names by which what an act is about is typed: grounds, and sentences for his report."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import wrapped
from game.rules import Rules
from game.scenario.table_model import ActKind

NAMED = "To type, each behind its name, as in '{act} {one}':"


def names_to_type(rules: Rules, act: str) -> Iterator[str]:
    """Yield what an act can be about, each behind its name; nothing where it needs no such name."""
    found = rules.table.by_id.get(act)
    if found is None:
        return
    said = {}
    if found.kind == ActKind.ARGUE:
        said = {ground.id: ground.say for ground in rules.table.grounds}
    elif found.kind == ActKind.MEMORIAL:
        said = {sentence.id: sentence.say for sentence in rules.table.memorial}
    if said:
        yield wrapped(NAMED.format(act=act, one=next(iter(said))))
        yield from (wrapped(f"{id}: “{say}”", "  ", "    ") for id, say in said.items())

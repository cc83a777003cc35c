"""Write the digests of documented records anew: `python -m tests.remake_history [FILE...]`.

For whoever changes a rule or a scenario. The decisions of each file, by default the shipped
histories, are played again by the present rules; the file then holds the digests of the states
that follow now and the digest of the scenario as it is. Decisions and remarks stay as they are. A
record with a decision that is no longer legal is left alone, and said so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.errors import AmurError
from game.files.folders import shipped
from game.files.record_lines import heading_text, line_text
from game.files.records import read_record
from game.files.scenarios import HISTORY, read_any
from game.record import OPENING, Line, Node, Record, digest
from game.record.replay import played
from game.rules import Game, rules_for


def main(files: list[Path]) -> int:
    """Write each file anew and return 0, or 1 when one could not be replayed."""
    broken = 0
    for path in files or sorted(shipped().glob(f"*/{HISTORY}")):
        try:
            before, after = path.read_bytes(), remade(path)
        except (AmurError, OSError) as error:
            print(f"{path}: {error}; left as it was", file=sys.stderr)  # noqa: T201
            broken = 1
            continue
        if before != after:
            path.write_bytes(after)
        print(f"{path}: {'as it was' if before == after else 'written anew'}")  # noqa: T201
    return broken


def remade(path: Path) -> bytes:
    """Return what a record's file should hold today.

    Raises `RecordError` at the first decision that is no longer legal.
    """
    record = read_record(path).record
    scenario = path.parent if path.name == HISTORY else record.heading.scenario
    rules = rules_for(read_any(scenario), record.heading.start, record.heading.twists)
    heading = replace(record.heading, version=rules.scenario.version, digest=rules.scenario.digest)
    texts = [heading_text(heading), *map(line_text, replayed(rules, record))]
    return "".join(text + "\n" for text in texts).encode("utf-8", "surrogateescape")


def replayed(rules: Game, record: Record) -> Iterator[Line]:
    """Yield the lines of a record, each decision with the digest that follows it now."""
    states = {OPENING: rules.opening(record.heading.seed)}
    for line in record.lines:
        if isinstance(line, Node):
            states[line.id] = played(rules, states[line.parent], line).state
            yield replace(line, digest=digest(states[line.id]))
        else:
            yield line


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))

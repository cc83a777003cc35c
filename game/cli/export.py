"""`amur export`: a play in a form that can be sent, as a code or as a record of one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.record import Record
    from game.rules import Rules

TextOf = Callable[["Rules", "Record", int | None], str]
"""Given the rules, a record and the node that a line leads to, returns a form that is text."""


def _code(rules: Rules, record: Record, node: int | None) -> str:
    from game.record import code_of

    return code_of(rules, record, node)


TEXTS: dict[str, TextOf] = {"code": _code}
"""Each form that can be printed, by its name."""
RECORD = "record"
"""The form that is always a file of its own."""


@click.command()
@click.argument("record")
@click.option(
    "--format", "form", type=click.Choice((*TEXTS, RECORD)), default="code", help="As what."
)
@click.option("--to", "node", type=int, metavar="NODE", help="The line that leads to this node.")
@click.option("--output", metavar="FILE", help="Into a new file, instead of printing it.")
@click.option("--scenario", metavar="S", help="The scenario's folder, if it is not installed.")
def export(
    record: str, form: str, node: int | None, output: str | None, scenario: str | None
) -> None:
    """Write a line of a play in a form that can be sent.

    RECORD is a file, or history:SCENARIO for the documented line. Without --to it is the line
    that was played last. A code holds what was decided, and no remarks; 'amur play --from CODE'
    goes on from it. A record is a file like any other, with that line and its remarks alone.
    """
    from game.cli.opening import opened
    from game.cli.plain_text import put
    from game.errors import UsageError

    if form == RECORD and output is None:
        raise UsageError("a record is a file of its own; name it with --output FILE")
    rules, reading = opened(record, scenario)
    if output is None:
        put(TEXTS[form](rules, reading.record, node))
    elif form == RECORD:
        _write_record(Path(output), reading.record, node)
    else:
        _write_text(Path(output), TEXTS[form](rules, reading.record, node))


def _write_record(path: Path, record: Record, node: int | None) -> None:
    from game.files.records import RecordFile
    from game.record import line_alone

    alone = line_alone(record, node)
    RecordFile.create(path, alone.heading, alone.lines).close()


def _write_text(path: Path, text: str) -> None:
    from game.errors import UsageError

    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(f"{text}\n")
    except FileExistsError as error:
        raise UsageError(f"{path} exists already; choose another name") from error

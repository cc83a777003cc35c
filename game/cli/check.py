"""`amur check` and `amur schema`: what an author asks while writing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.scenario.faults import Fault


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@click.option("--tests", is_flag=True, help="Run the scenario's own tests, too.")
@click.option("--json", "as_json", is_flag=True, help="A list of faults, for tools.")
@click.option("--explain", metavar="CODE", help="What a kind of fault is, with an example.")
@click.pass_context
def check(
    context: click.Context, paths: tuple[str, ...], tests: bool, as_json: bool, explain: str | None
) -> None:
    """All faults of scenarios, each with its place and a way to mend it.

    PATH is the folder or the id of a scenario, a file in it, or the folder of a map that scenarios
    share; within the folder of one it may be left out. Where there are no faults it prints
    nothing. Exits with 1 if any of them is an error.
    """
    from game.cli import WRONG, refused
    from game.cli.check_told import row, summary, told
    from game.cli.handbook import page_lines
    from game.cli.paged import put_page
    from game.cli.plain_text import put
    from game.errors import ScenarioError, UsageError
    from game.files.folders import begun_in
    from game.files.handbook import explained
    from game.files.library import Library
    from game.files.scenarios import check_scenario

    if explain is not None:
        put_page(page_lines(explained(explain)))
        return
    if not paths and not begun_in(Path()):
        raise UsageError("say which scenario to check, by its folder or its id")
    own = Library.of_player().scenarios_folder
    found: list[tuple[str, Fault]] = []
    is_wrong = False
    for path in paths or (".",):
        try:
            found += [(path, fault) for fault in check_scenario(path, own, run_cases=tests)]
        except ScenarioError as error:
            is_wrong = bool(refused(error))
    if as_json:
        rows = [{"scenario": path, **row(fault)} for path, fault in found]
        put(json.dumps(rows, ensure_ascii=True, indent=1))
    else:
        for words in told(found, is_terminal=sys.stdout.isatty(), names_scenario=len(paths) > 1):
            put(words)
    if found:
        click.echo(_in_columns(summary(found)) if sys.stderr.isatty() else summary(found), err=True)
    context.exit(WRONG if is_wrong else int(any(fault.is_error for _, fault in found)))


def _in_columns(line: str) -> str:
    """Return a line as lines that a terminal need not break within a word."""
    return fill(line, get_terminal_size().columns, break_on_hyphens=False)


@click.command()
@click.argument("file", required=False)
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="One schema for each kind of file, written into a folder.",
)
def schema(file: str | None, output: Path | None) -> None:
    """The JSON Schema of scenario files, for editors.

    FILE is one kind of file, such as scenario.yaml or 'events/*.yaml'; without it, all of them.
    """
    from game.cli.plain_text import put
    from game.errors import UsageError
    from game.files.schema import json_schema, schema_of

    if output is not None:
        _write_schemas(file, output)
        return
    whole = json_schema()
    kinds = [name.removeprefix("file:") for name in whole["$defs"] if name.startswith("file:")]
    if file is not None and file not in kinds:
        raise UsageError(f"there is no kind of file '{file}'; there are {', '.join(kinds)}")
    put(json.dumps(whole if file is None else schema_of(file), indent=1))


def _write_schemas(file: str | None, output: Path) -> None:
    from game.cli.plain_text import put
    from game.errors import UsageError
    from game.files.scaffolding import write_schemas

    if file is not None:
        raise UsageError("--output writes the schemas of all kinds of file; leave out FILE")
    try:
        paths = write_schemas(output)
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from error
    names = ", ".join(path.name for path in paths)
    put(f"{output}: {names}")
    put("Begin a file with a line such as # yaml-language-server: $schema=../.schema/events.json")

"""`amur check` and `amur schema`: what an author asks while writing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.scenario.faults import Fault


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="A list of faults, for tools.")
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], as_json: bool) -> None:
    """All faults of scenarios, each with its place and a way to mend it.

    PATH is the folder or the id of a scenario, or the folder of a map that scenarios share.
    Exits with 1 if any fault is an error.
    """
    from game.cli.plain_text import put
    from game.coach.visible import visible
    from game.files.library import Library
    from game.files.scenarios import check_scenario

    own = Library.of_player().scenarios_folder
    found = [(path, fault) for path in paths for fault in check_scenario(path, own)]
    if as_json:
        put(json.dumps([_row(path, fault) for path, fault in found], ensure_ascii=True, indent=1))
    else:
        for path, fault in found:
            where = f"{path}: " if len(paths) > 1 else ""
            kind = "" if fault.is_error else " [warning]"
            put(visible(f"{where}{fault}{kind}").replace("\n", " "))
        put(_summary([fault for _, fault in found], len(paths)))
    context.exit(int(any(fault.is_error for _, fault in found)))


def _row(path: str, fault: Fault) -> dict[str, str | int]:
    return {
        "scenario": path,
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "code": str(fault.code),
        "severity": str(fault.severity),
        "message": fault.message,
        "hint": fault.hint,
    }


def _summary(faults: list[Fault], scenarios: int) -> str:
    errors = sum(fault.is_error for fault in faults)
    warnings = len(faults) - errors
    what = "the scenario" if scenarios == 1 else f"{scenarios} folders"
    if not faults:
        return f"No faults in {what}."
    counts = [
        f"{count} {word}{'s' if count != 1 else ''}"
        for count, word in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    return f"{' and '.join(counts)} in {what}."


@click.command()
@click.argument("file", required=False)
def schema(file: str | None) -> None:
    """The JSON Schema of scenario files, for editors.

    FILE is one kind of file, such as scenario.yaml or 'events/*.yaml'; without it, all of them.
    """
    from game.cli.plain_text import put
    from game.errors import UsageError
    from game.files.schema import json_schema, schema_of

    whole = json_schema()
    kinds = [name.removeprefix("file:") for name in whole["$defs"] if name.startswith("file:")]
    if file is not None and file not in kinds:
        raise UsageError(f"there is no kind of file '{file}'; there are {', '.join(kinds)}")
    put(json.dumps(whole if file is None else schema_of(file), indent=1))

"""`amur new`: a small scenario to write over."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--id", "id", metavar="ID", help="What records call it; the folder's name if left.")
@click.option("--title", metavar="TEXT", help="What players read.")
def new(folder: Path, id: str | None, title: str | None) -> None:
    """Write a small sound scenario into the new folder DIR.

    It passes `amur check` and can be played at once: two villages, a mill-race, three issues.
    """
    from game.cli.plain_text import put
    from game.files.scaffolding import begin_scenario

    begin_scenario(folder, id, title)
    next_steps = {
        f"amur check {folder}": "what is wrong in it: nothing yet",
        f"amur play {folder}": "plays it",
        "amur handbook tutorial": "how to make it your own, step by step",
    }
    width = max(map(len, next_steps))
    for command, does in next_steps.items():
        put(f"{command:<{width}}   {does}")

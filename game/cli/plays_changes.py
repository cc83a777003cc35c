"""What can be done with kept plays: naming, copying, throwing away and bringing back."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("play")
@click.argument("name", nargs=-1, required=True)
def rename(play: str, name: tuple[str, ...]) -> None:
    """Call PLAY by NAME; '' takes the name away.

    The name stands in the record; the file keeps its own. A word without a folder is sought in the
    library first, and then in the current folder.
    """
    from game.files.finding import find_play
    from game.files.library import Library
    from game.files.naming import rename as renamed

    path = find_play(Library.of_player(), play)
    now = renamed(path, " ".join(name))
    _say(f"{path} is called '{now}' now." if now else f"{path} has no name now.")


@click.command()
@click.argument("play")
def copy(play: str) -> None:
    """Copy PLAY within the library, all its lines included."""
    from game.errors import AmurError
    from game.files.begun_with import title_of
    from game.files.catalogue import Catalogue
    from game.files.copies import duplicate
    from game.files.finding import find_play
    from game.files.library import Library
    from game.files.records import read_record
    from game.files.summaries import summary

    library = Library.of_player()
    found = find_play(library, play)
    heading = read_record(found).record.heading
    try:
        scenario = Catalogue(library).scenario(heading.scenario)
    except AmurError:
        scenario = None
    title = title_of(heading, scenario)
    path = duplicate(library, found, title)
    _say(f"{found} is copied to {path}, called '{summary(path).name}'.")


@click.command()
@click.argument("play")
@click.argument("file")
def export(play: str, file: str) -> None:
    """Copy PLAY out to FILE, never over one.

    FILE may be a folder, and lies outside of the library.
    """
    from game.files.copies import export as exported
    from game.files.copies import path_said
    from game.files.finding import find_play
    from game.files.library import Library

    library = Library.of_player()
    _say(f"Copied to {exported(library, find_play(library, play), path_said(file))}.")


@click.command("import")
@click.argument("shared", metavar="FILE|CODE")
def take_in(shared: str) -> None:
    """Take a record or a code into the library.

    FILE stays as it is; of a CODE, as 'amur export' prints it, a record is made.
    """
    from game.coach.visible import visible
    from game.files.catalogue import Catalogue
    from game.files.copies import take_in as taken_in
    from game.files.doubles import told_of_same
    from game.files.library import Library

    library = Library.of_player()
    path, notices, same = taken_in(library, shared, Catalogue(library).rules)
    for notice in (*notices, *([] if same is None else [told_of_same(same)])):
        line = visible(f"{path.name}: {notice}")
        print(f"amur: {line}", file=sys.stderr)  # noqa: T201
    _say(f"Kept as {path}.")


@click.command("throw-away")
@click.argument("play")
def throw_away(play: str) -> None:
    """Move PLAY into the trash; bring-back undoes it."""
    from shlex import join

    from game.files.finding import find_play
    from game.files.library import Library
    from game.files.trash import throw_away as thrown_away

    library = Library.of_player()
    found = find_play(library, play)
    path = thrown_away(library, found)
    command = join(["amur", "plays", "bring-back", path.stem])
    _say(f"{found} lies in the trash as {path.name}; '{command}' brings it back.")


@click.command()
def trash() -> None:
    """List what lies in the trash."""
    from game.cli.plain_text import put, put_all
    from game.cli.plays import told
    from game.files.catalogue import Catalogue
    from game.files.library import Library

    catalogue = Catalogue(Library.of_player())
    plays = catalogue.trash()
    for play in plays:
        put_all(told(catalogue, play))
        put()
    _say(
        "'amur plays bring-back PLAY' brings one back; 'amur plays empty-trash' deletes them."
        if plays
        else "The trash is empty."
    )


@click.command("bring-back")
@click.argument("play")
def bring_back(play: str) -> None:
    """Move PLAY back out of the trash."""
    from game.files.finding import find_thrown
    from game.files.library import Library
    from game.files.trash import bring_back as brought_back

    library = Library.of_player()
    _say(f"It is kept again, as {brought_back(library, find_thrown(library, play))}.")


@click.command("empty-trash")
@click.pass_context
def empty_trash(context: click.Context) -> None:
    """Delete what is thrown away for good.

    At a keyboard it asks first.
    """
    from game.coach.words_for import counted
    from game.files.library import Library
    from game.files.trash import empty_trash as emptied
    from game.files.trash import thrown_away

    library = Library.of_player()
    lying = counted(len(thrown_away(library)), "play")
    if sys.stdin.isatty() and not click.confirm(f"Delete {lying} for good?"):
        _say("Nothing was deleted.")
        context.exit(1)
    _say(f"Deleted for good: {counted(emptied(library), 'play')}.")


CHANGES = (rename, copy, export, take_in, throw_away, trash, bring_back, empty_trash)
"""The subcommands, in the order in which a reader meets them."""


def _say(sentence: str) -> None:
    from game.cli.plain_text import put
    from game.coach.visible import visible

    put(visible(sentence))

"""`amur export`: a play in a form that can be sent, printed, or looked at without the game."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from game.record import Record
    from game.rules import Game


class Asked(NamedTuple):
    """What is to be exported."""

    rules: Game
    record: Record
    node: int | None
    """The node that a line leads to; `None` where none was named."""
    size: str
    theme: str | None
    has_remarks: bool
    is_whole: bool


def _code(asked: Asked) -> str:
    from game.record import code_of

    return code_of(asked.rules, asked.record, asked.node)


def _markdown(asked: Asked) -> str:
    from game.cli import export_campaign, export_story
    from game.rules import CampaignRules

    rules, remarks = asked.rules, asked.has_remarks
    if isinstance(rules, CampaignRules):
        return export_campaign.markdown(
            rules, asked.record, asked.node, has_remarks=remarks, is_whole=asked.is_whole
        )
    return export_story.markdown(rules, asked.record, asked.node, has_remarks=remarks)


def _html(asked: Asked) -> str:
    from game.cli import export_campaign, export_story
    from game.rules import CampaignRules

    rules, remarks = asked.rules, asked.has_remarks
    if isinstance(rules, CampaignRules):
        return export_campaign.html(
            rules, asked.record, asked.node, has_remarks=remarks, is_whole=asked.is_whole
        )
    return export_story.html(rules, asked.record, asked.node, has_remarks=remarks)


def _picture(asked: Asked) -> str:
    from game.cli.export_picture import picture

    return picture(asked.rules, asked.record, asked.node, asked.size, asked.theme)


PICTURE, SIZE = "svg", "120x40"
TEXTS: dict[str, Callable[[Asked], str]] = {
    "code": _code,
    "markdown": _markdown,
    "html": _html,
    PICTURE: _picture,
}
"""Each form that can be printed, by its name."""
WRITTEN = ("markdown", "html")
"""The forms that have what was written beside the play."""
RECORD = "record"
"""The form that is always a file of its own."""


@click.command()
@click.argument("record")
@click.option(
    "--format", "form", type=click.Choice((*TEXTS, RECORD)), default="code", help="As what."
)
@click.option("--to", metavar="NODE", help="The line that leads to this node.")
@click.option("--output", metavar="FILE", help="Into a new file, instead of printing it.")
@click.option(
    "--without-remarks", is_flag=True, help="Of markdown and html: no bookmarks, notes and glyphs."
)
@click.option(
    "--all", "is_whole", is_flag=True, help="Of a campaign in words: season by season, too."
)
@click.option("--size", metavar="CxR", help=f"Of an svg; {SIZE} without it.")
@click.option("--theme", metavar="NAME", help="Of an svg; the player's own without it.")
@click.option("--scenario", metavar="S", help="The scenario's folder, if it is not installed.")
def export(
    record: str,
    form: str,
    to: str | None,
    output: str | None,
    without_remarks: bool,
    is_whole: bool,
    size: str | None,
    theme: str | None,
    scenario: str | None,
) -> None:
    """Write a play in a form that can be sent, printed or looked at without the game.

    RECORD is a file, a play of the library, a code, or history:SCENARIO for the documented line.
    NODE is a number, a bookmark, or here, main, fair or opening; without --to it is the line that
    was played last.

    code: what was decided, and no remarks; 'amur play --from CODE' goes on from it.

    record: a file like any other, with that line and its remarks alone.

    markdown: a handout, told day by day, with the papers as tables, the player's remarks, the
    pages after the talks, and where other lines part; with --to nothing of what came after it.

    Of a campaign both are a few pages: how it ended, where it turned, the papers, what was expected
    beside what came, and questions to talk about; with --all everything, season by season.

    html: the whole tree on one page, which needs no other file, no script and no network.

    With --without-remarks both are a sheet for pupils: nothing that anybody wrote beside the play.

    svg: the screen as it stands there, as a picture; of the line played last where it stands.
    """
    from game.cli.opening import opened_game
    from game.cli.plain_text import in_utf8, put
    from game.errors import UsageError
    from game.files.new_file import check_new, write_new_text
    from game.record import node_called

    if form == RECORD and output is None:
        raise UsageError("a record is a file of its own; name it with --output FILE")
    if form != PICTURE and (size or theme):
        raise UsageError(f"--size and --theme are of a picture; say --format {PICTURE}, too")
    if without_remarks and form not in WRITTEN:
        raise UsageError(f"--without-remarks is of a play in words; say --format {WRITTEN[0]}, too")
    if is_whole and form not in WRITTEN:
        raise UsageError(f"--all is of a play in words; say --format {WRITTEN[0]}, too")
    if output is not None:
        check_new(Path(output))
    rules, reading = opened_game(record, scenario)
    node = None if to is None else node_called(reading.record, to)
    asked = Asked(rules, reading.record, node, size or SIZE, theme, not without_remarks, is_whole)
    if form == RECORD and output is not None:
        _write_record(Path(output), asked)
        return
    text = TEXTS[form](asked)
    if output is None:
        in_utf8()
        put(text)
    else:
        write_new_text(Path(output), f"{text}\n")


def _write_record(path: Path, asked: Asked) -> None:
    from game.files.records import RecordFile
    from game.record import line_alone

    alone = line_alone(asked.record, asked.node)
    RecordFile.create(path, alone.heading, alone.lines).close()

"""`amur plays`: every play that is kept, where it stands, how it ended, what was seen in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli import Listing
from game.cli.plays_changes import CHANGES

if TYPE_CHECKING:
    from game.files.catalogue import Catalogue, Part
    from game.files.summaries import Play
    from game.scenario.model import AnyScenario

NOTHING = "No play is kept yet; 'amur play' begins one."
NONE_SO = "No play has these words."


@click.group(cls=Listing, invoke_without_command=True)
@click.option("--find", "words", default="", metavar="WORDS", help="Only plays with these words.")
@click.option("--json", "as_json", is_flag=True, help="All of it as an object, for tools.")
@click.pass_context
def plays(context: click.Context, words: str, as_json: bool) -> None:
    """List the plays that are kept, the last one played first.

    Each is told by its name, else by its file's; then come what is played and from which chair,
    where it stands in the story, how it ended, how many lines it has, and how many of the endings
    and scenes of its chair were met in it. At the foot stands what was seen in all of
    them, those too that --find leaves out. Records in the current folder are named above them.

    PLAY is a file, the name of a file in the library, or the name of a play.
    """
    if context.invoked_subcommand is not None:
        return
    from game.cli.plain_text import put, put_all, say
    from game.cli.plays_json import listed
    from game.coach.visible import visible
    from game.files.catalogue import Catalogue
    from game.files.library import Library

    catalogue = Catalogue(Library.of_player())
    every = catalogue.plays()
    _survey(catalogue, every)
    found = [play for play in every if _has_words(catalogue, play, words)]
    if as_json:
        put(json.dumps(listed(catalogue, found, every), indent=1))
        return
    if not found:
        put(NONE_SO if every else NOTHING)
    for play in found:
        put_all(told(catalogue, play))
        put()
    if found:
        folder = visible(str(catalogue.library.records_folder))
        say(f"They are files in {folder}; 'amur play --record FILE' takes one up.")
        put()
    outside = _outside(catalogue)
    if outside:
        say(outside)
        put()
    put_all(_part(catalogue, part) for part in catalogue.seen(every))
    lying = len(catalogue.trash())
    if lying:
        put(f"In the trash: {lying}; 'amur plays trash' lists them.")


for _change in CHANGES:
    plays.add_command(_change)


def told(catalogue: Catalogue, play: Play) -> Iterator[str]:
    """Yield the lines on one play, laid out; only what was surveyed is told in full."""
    from game.cli.plain_text import wrapped
    from game.coach.visible import visible
    from game.coach.words_for import counted
    from game.files.begun_with import chair_of, terms_of, title_of

    def below(*parts: str) -> str:
        return wrapped(" · ".join(filter(None, parts)), "    ")

    yield visible(play.called)
    if play.heading is None:
        yield below(play.trouble)
        return
    if play.name:
        yield visible(f"    {play.path.name}")
    scenario = _scenario(catalogue, play)
    heading = play.heading
    yield below(title_of(heading, scenario), chair_of(heading, scenario))
    yield below(terms_of(heading, scenario))
    begun = counted(play.decisions, "decision") if play.nodes else "not begun"
    yield below(f"played {play.played:%d %b %Y %H:%M}", begun)
    survey = catalogue.known(play)
    if survey is None:
        return
    if survey.trouble:
        yield below(survey.trouble)
    over = f"over, {survey.result}" if survey.result else ""
    for line in (below(survey.day, over or survey.ends), below(survey.met)):
        if line:
            yield line
    if play.names:
        yield below(f"bookmarks: {', '.join(play.names)}")


def _survey(catalogue: Catalogue, every: list[Play]) -> None:
    """Survey the plays, and show how far that is."""
    from game.cli.progress import progress, progress_ends

    for number, play in enumerate(every, 1):
        catalogue.survey(play)
        progress(number, len(every))
    progress_ends()


def _outside(catalogue: Catalogue) -> str:
    """Return which records lie in the current folder, as `--record NAME` leaves them there."""
    from game.coach.visible import visible
    from game.coach.words_for import listed
    from game.files.finding import MOST
    from game.files.library import latest_first

    if Path().absolute() == catalogue.library.records_folder.absolute():
        return ""
    found = [visible(path.name) for path in latest_first(Path())]
    if not found:
        return ""
    more = [f"{len(found) - MOST} more"] if found[MOST:] else []
    return (
        f"In this folder, outside of the library: {listed([*found[:MOST], *more])}. Every command "
        "takes such a name here; 'amur plays import FILE' takes one in."
    )


def _has_words(catalogue: Catalogue, play: Play, words: str) -> bool:
    from game.files.finding import has_words

    return has_words(words, play, _scenario(catalogue, play), catalogue.known(play))


def _scenario(catalogue: Catalogue, play: Play) -> AnyScenario | None:
    from game.errors import AmurError

    try:
        return None if play.heading is None else catalogue.scenario(play.heading.scenario)
    except AmurError:
        return None


def _part(catalogue: Catalogue, part: Part) -> str:
    from game.cli.plain_text import wrapped

    scenario = catalogue.scenario(part.scenario)
    name = scenario.seats[part.seat].name
    kinds = part.coverage
    return wrapped(
        f"{scenario.title}, seen as {name}: {kinds.told} · {kinds.choices} choices"
        f" · {kinds.acts} acts",
        "",
        "    ",
    )

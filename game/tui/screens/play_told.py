"""A kept play in a line of a list, and in all that is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content

from game.tui.shelf import Kept
from game.tui.texts import lines, plain, said

if TYPE_CHECKING:
    from game.coach.seen import Coverage
    from game.coach.survey import Survey
    from game.files.catalogue import Part

MUTED, WARNING = "$text-muted", "$warning"
WIDE = 100
"""Cells of a line from which there is room for what was seen."""
TITLE_CELLS = 60
"""Cells of a name in a frame; a longer one is told within it, whole."""
_YEAR = re.compile(r" \d{4}\b")
ENDED = "It ended so: "
"""Before the pieces of a campaign's epilogue."""
LONGEST = 300
"""Cells of anything that a record says of itself."""


class Columns(NamedTuple):
    """Cells of each column; a blank cell parts them."""

    name: int
    chair: int
    stands: int
    share: int
    """Of endings, and of scenes; 0 where there is no room for them."""
    played: int

    @classmethod
    def within(cls, cells: int) -> Columns:
        """Return the columns of a line of so many cells; the name takes what is left.

        >>> Columns.within(75)
        Columns(name=31, chair=16, stands=19, share=0, played=6)
        """
        chair, stands, share, played = (20, 24, 8, 12) if cells >= WIDE else (16, 19, 0, 6)
        others = chair + stands + played + 3 + (2 * share + 2 if share else 0)
        return cls(max(8, cells - others), chair, stands, share, played)


def heading_row(columns: Columns) -> Content:
    """Return what stands over the columns."""
    shares = ("Endings", "Scenes") if columns.share else ()
    cells = (columns.name, columns.chair, columns.stands, *[columns.share] * len(shares))
    words = ("Play", "Chair", "Day, or outcome", *shares)
    return said(*map(_column, words, cells), plain("Played".rjust(columns.played), style=MUTED))


def row(kept: Kept, survey: Survey | None, columns: Columns) -> Content:
    """Return a play as a line; what takes replaying is told when it was surveyed."""
    play = kept.play
    played = plain(_when(kept, columns.played).rjust(columns.played), style=MUTED)
    if play.heading is None:
        room = columns.name + columns.chair + columns.stands + 2
        return said(_column(f"{play.path.name} cannot be read", room, MUTED), played)
    shares = _shares(survey.coverage if survey is not None else None) if columns.share else ()
    return said(
        _column(_name(kept, columns.name), columns.name),
        _column(kept.chair, columns.chair),
        _stands(kept, survey, columns.stands),
        *(_column(share, columns.share, MUTED) for share in shares),
        played,
    )


def detail(kept: Kept, survey: Survey | None, parts: Iterable[Part]) -> Content:
    """Return all that is known of a play; `parts` is what was seen in all of them."""
    play = kept.play
    where = plain(str(play.path), LONGEST, MUTED)
    if play.heading is None:
        return lines(plain(play.trouble, LONGEST, WARNING), where)
    told = [plain(play.name, LONGEST, "bold")] if cell_len(play.name) > TITLE_CELLS else []
    told.append(plain(" · ".join((kept.title, kept.chair, kept.terms)), LONGEST))
    told += _survey_told(kept, survey, parts)
    if play.names:
        told.append(said(("Bookmarks: ", MUTED), plain(", ".join(play.names), LONGEST)))
    if survey is not None and survey.decided and not survey.result:
        told.append(said(("Last decided: ", MUTED), plain(survey.decided, LONGEST)))
    return lines(*told, where)


def _survey_told(kept: Kept, survey: Survey | None, parts: Iterable[Part]) -> Iterator[Content]:
    """Yield where it stands, how it ended and what was seen, as far as that is known."""
    play = kept.play
    counted = f"{play.decisions} decision{'s' * (play.decisions != 1)}" if play.nodes else ""
    day = "" if survey is None else survey.day
    stands = " · ".join(filter(None, (day, counted or "not begun")))
    yield said(plain(stands, LONGEST), (f" · played {play.played:%d %B %Y, %H:%M}", MUTED))
    if survey is None:
        return
    if survey.trouble:
        yield plain(survey.trouble, LONGEST, WARNING)
    if survey.result and survey.outcome is None:
        yield said((ENDED, "bold"), plain(survey.result, LONGEST))
    elif survey.result:
        endings = kept.scenario.endings if kept.scenario is not None else {}
        titles = [endings[id].title for id in survey.told if id in endings]
        lasted = f"{survey.result[:1].upper()}{survey.result[1:]} lasted"
        yield said((lasted, "bold"), plain(f": {', '.join(titles)}", LONGEST))
    if survey.ends:
        yield said((survey.ends, "bold"))
    if survey.met:
        yield said(survey.met)
    for part in parts:
        if kept.scenario is not None and part.scenario == kept.scenario.id:
            name = kept.scenario.seats[part.seat].name
            yield said((f"All plays as {name}: {part.coverage.told}", MUTED))


def _name(kept: Kept, cells: int) -> str:
    """Return what a play is called; one without a name by its seed, too, where there is room."""
    seed = "" if kept.play.heading is None else kept.play.heading.seed
    longer = f"{kept.called}, seed {seed}"
    return kept.called if kept.play.name or len(longer) > cells else longer


def _stands(kept: Kept, survey: Survey | None, cells: int) -> Content:
    play = kept.play
    if survey is not None and survey.result:
        return _column(survey.result, cells)
    if survey is not None and survey.ends:
        return _column(f"last: {survey.last_end}", cells)
    if survey is not None and survey.trouble:
        return _column("cannot be replayed", cells, WARNING)
    if not play.nodes:
        return _column("not begun", cells, MUTED)
    if survey is None:
        return _column("…", cells, MUTED)
    is_short = cell_len(survey.day) > cells
    return _column(_YEAR.sub("", survey.day) if is_short else survey.day, cells, MUTED)


def _shares(coverage: Coverage | None) -> tuple[str, str]:
    return ("", "") if coverage is None else (str(coverage.endings), str(coverage.scenes))


def _when(kept: Kept, cells: int) -> str:
    """Return when it was played: this year by the day and the hour, else by the day.

    In few cells what tells most: the hour of today, the day of this year, or the year.
    """
    played, now = kept.play.played, datetime.now().astimezone()
    is_this_year = played.year == now.year
    whole = f"{played:%d %b %H:%M}" if is_this_year else f"{played:%d %b %Y}"
    if len(whole) <= cells:
        return whole
    if played.date() == now.date():
        return f"{played:%H:%M}"
    return f"{played:%d %b}" if is_this_year else f"{played:%Y}"


def _column(text: str, cells: int, style: str = "") -> Content:
    content = plain(text, cells, style)
    return content.pad_right(max(0, cells - content.cell_length) + 1)

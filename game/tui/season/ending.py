"""The end of a campaign: its pages, the profile drawn as spokes, and what can be done next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from game.coach.leaves import LOOKED, Leaf
from game.coach.seasons.endings import Spoke, profile
from game.coach.seasons.ends import LEDGER, RIGHT, SPOKES, STANDS, ends_told, level_told, pages
from game.coach.seasons.in_short import in_short
from game.rules import CampaignRules
from game.session import Session
from game.state import State
from game.tui.map.glyphs import Level
from game.tui.play.ending import BILL, LEAVE, SAME_MAN, TAKE_BACK, TREE, WHAT_NOW, EndPage, page_of
from game.tui.season.asked import ledger_parts
from game.tui.texts import lines, plain, said
from game.tui.widgets.bars import bar

CELLS = 16
"""Of a whole spoke."""
HISTORY = "│", "|"
"""Where history stands on a spoke, and its ASCII twin."""
KEY = "The mark on a line is where history stands; no sum is made of them."
MUTED = "$text-muted"
LISTS = RIGHT, STANDS
"""Pages of short lines that belong together."""
LEADS = "The tree leads back to it."
BESIDE_HISTORY = (
    "{tree} opens the tree of all your lines. What was really done stands in it now: there"
    " {history} puts yours beside it, season by season, and {compare} any two lines."
)
KEPT = "The campaign is over; every line that was played is kept."


def end_pages(
    session: Session, rules: CampaignRules, level: Level, beside_history: str
) -> list[EndPage]:
    """Return the pages after the last season, and a last one that asks what comes next.

    `beside_history` says how a line is put beside what was really done.
    """
    state, steps = session.state, session.steps()
    spokes = profile(rules, state)
    found = [
        _spokes_page(spokes, level)
        if leaf.heading == SPOKES
        else _ledger_page(rules, state)
        if leaf.heading == LEDGER
        else _list_page(leaf)
        if leaf.heading in LISTS
        else page_of(leaf)
        for leaf in (in_short(rules, state, steps, LEADS), *pages(rules, state, steps))
    ]
    afterwards = rules.scenario.afterwards
    looked = [LOOKED] if session.has_looked else []
    compares = [beside_history] if any(spoke.history is not None for spoke in spokes) else []
    told = [KEPT, *compares, *([afterwards] if afterwards else []), *looked]
    return [*found, EndPage(WHAT_NOW, (said((WHAT_NOW, "bold $secondary")), *map(plain, told)))]


def next_of(rules: CampaignRules) -> Mapping[str, str]:
    """Return what can be done after the last page, in words."""
    return {
        BILL: "Read the archives of the talks held last: the bill, and what each could have had",
        TREE: "See every line as a tree: go on from any decision, or compare it with history",
        TAKE_BACK: "Take back the last decision, and try another; this line is kept, too",
        SAME_MAN: f"Begin again, in {rules.scenario.title}, with the same fortune",
        LEAVE: "Leave the play",
    }


def _ledger_page(rules: CampaignRules, state: State) -> EndPage:
    paid = lines(*ledger_parts(rules, state))
    return EndPage(LEDGER, (said((LEDGER, "bold $secondary")), paid))


def _list_page(leaf: Leaf) -> EndPage:
    """Return a page of short lines that belong together."""
    title = said((leaf.heading, "bold $secondary"))
    return EndPage(leaf.heading, (title, lines(*map(plain, leaf.paragraphs))))


def _spokes_page(spokes: Sequence[Spoke], level: Level) -> EndPage:
    drawn = lines(*spokes_drawn(spokes, level))
    title = said((SPOKES, "bold $secondary"))
    is_beside_history = any(spoke.history is not None for spoke in spokes)
    key = (said((KEY, MUTED)),) if is_beside_history else ()
    return EndPage(SPOKES, (title, drawn, *key))


def spokes_drawn(spokes: Sequence[Spoke], level: Level) -> Iterator[Content]:
    """Yield each measure as a line of a length, history's mark on it, and in words behind it.

    >>> spoke = Spoke("blood", "Blood", 50, 75)
    >>> next(spokes_drawn([spoke], Level.ASCII)).plain
    'Blood  ########    |     50 (history: 75)'
    """
    widest = max((len(spoke.label) for spoke in spokes), default=0)
    for spoke in spokes:
        way = list(bar(spoke.value, CELLS, level))
        if spoke.history is not None:
            at = min(CELLS - 1, spoke.history * CELLS // 100)
            way[at] = HISTORY[level is Level.ASCII]
        label = plain(spoke.label, style="bold").pad_right(widest - len(spoke.label) + 2)
        yield said(label, ("".join(way), "$accent"), "  ", level_told(spoke, of=""))
        if meant := ends_told(spoke):
            yield said(("  " + meant, MUTED))

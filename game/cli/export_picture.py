"""The screen of a play as a picture; the one form of an export that needs the screen."""

from __future__ import annotations

import re

from game.cli.seating import seating
from game.coach.play_facts import title_of
from game.errors import UsageError
from game.record import Record, told_to
from game.record.excerpt import up_to
from game.rules import CampaignRules, Game
from game.session import Session
from game.tui.portrait import portrait


def picture(rules: Game, record: Record, node: int | None, size: str, theme: str | None) -> str:
    """Return the screen as it stands at a node, or where the play stands, as an SVG.

    Of a campaign that is the season, its map and its tracks, or the table at which one sits. Where
    nobody was to decide there, it stands at how the decision was answered.
    """
    persons = record.heading.played or {_told_to(rules, record)}
    policies = seating(rules, record.heading.seed)
    whole = Session(rules, record, policies, persons=persons)
    whole.go_to(record.cursor if node is None else node)
    while not (whole.awaits_person or whole.is_over) and whole.ways_on():
        whole.go_to(whole.ways_on()[0].id)
    session = Session(rules, up_to(record, whole.cursor), policies, persons=persons)
    session.advance()
    title = f"{title_of(rules, record)} · node {whole.cursor}"
    return portrait(session, title, _size(size), theme)


def _told_to(rules: Game, record: Record) -> str:
    """Return whose chair a play is told to: of a campaign, who governs."""
    if isinstance(rules, CampaignRules):
        return rules.seats[0]
    return rules.table.seats[told_to(rules, record.heading)]


def _size(text: str) -> tuple[int, int]:
    """Return columns and rows, as in `120x40`."""
    found = re.fullmatch(r"([0-9]{1,5})[x×]([0-9]{1,5})", text.strip().casefold())
    if found is None:
        raise UsageError(f"'{text}' is no size; write columns and rows, as in 120x40")
    return int(found[1]), int(found[2])

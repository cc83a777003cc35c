"""What comes of itself at its time of year, all in all: one line in place of many alike."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules import CampaignRules
from game.state import Entry

CAME, USUAL, MOVED = "usage-came", "usages-came", "track-changed"
"""Kinds of entry: of one thing that is usual, of several of them, and of what they moved."""
FOLDED = "What comes of itself at this time of year, all in all ({each})."


def folded(rules: CampaignRules, entries: Sequence[Entry], each: str) -> tuple[Entry, ...]:
    """Return entries in which what is usual, and has no words of its own, came as one thing.

    What it moved stands behind it as moved by one cause. One alone stays as it is; `each` says
    where every one of them is told.
    """
    usages = rules.scenario.seasons.usages
    came = [e for e in entries if e.what == CAME and not usages[str(dict(e.data)["id"])].text]
    if len(came) < 2:
        return tuple(entries)
    bare = {f"usage {dict(entry.data)['id']}" for entry in came}
    own = [e for e in entries if e in came or (e.what == MOVED and e.because in bare)]
    all_in_all = (
        Entry(USUAL, (("each", each),), USUAL),
        *(entry._replace(because=USUAL) for entry in own if entry.what == MOVED),
    )
    found: list[Entry] = []
    for entry in entries:
        if entry is came[0]:
            found += all_in_all
        elif entry not in own:
            found.append(entry)
    return tuple(found)

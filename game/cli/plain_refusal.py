"""Why a line decides nothing, in one sentence."""

from __future__ import annotations

from game.cli.plain_text import put, say
from game.coach.words_for import sentence


def refuse(reason: str) -> None:
    """Print a reason and a blank line."""
    say(sentence(reason))
    put()

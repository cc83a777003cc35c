"""Why a line decides nothing, in one sentence."""

from __future__ import annotations

from game.cli.plain_text import put, say
from game.coach.words_for import sentence


def refuse(*reasons: str) -> None:
    """Print a reason, or several line by line, and a blank line."""
    for reason in reasons:
        say(sentence(reason))
    put()

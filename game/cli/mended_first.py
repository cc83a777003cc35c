"""A watched play of a scenario that has faults: they are told, and it begins once it is mended."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from game.cli.check_told import told
from game.cli.plain_input import InputEnded, Reader
from game.cli.plain_text import put, say
from game.coach.words_for import sentence
from game.errors import ScenarioError
from game.scenario.faults import Fault

MOST_TOLD = 3
"""Faults that are told before an author mends them; the screen has room for no more."""
MEND = "Mend it, then press Enter: the play begins. Ctrl-C leaves. "


def once_mended(begin: Callable[[], object], author: Reader) -> None:
    """Begin a play; where faults forbid that, tell them and begin anew whenever Enter is pressed.

    Raises `ScenarioError` where there is no scenario at all, or nobody at a keyboard to mend it.
    """
    while True:
        try:
            begin()
        except ScenarioError as error:
            faults = [each for each in error.faults if isinstance(each, Fault) and each.is_error]
            if not faults or not author.is_keyboard:
                raise
            _tell(sentence(str(error.args[0]).rstrip(":")), faults)
            try:
                author.enter(MEND)
            except InputEnded:
                raise error from None
            put()
        else:
            return


def _tell(what: str, faults: list[Fault]) -> None:
    say(what)
    found = [("", fault) for fault in faults]
    for words in islice(told(found, is_terminal=True, names_scenario=False), MOST_TOLD):
        put(words)
    more = len(faults) - MOST_TOLD
    if more > 0:
        say(f"{more} more; `amur check` shows them all.")
    put()

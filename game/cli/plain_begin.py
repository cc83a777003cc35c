"""Before the first decision: what may hurt, and the instructions for whoever wants them."""

from __future__ import annotations

from contextlib import suppress

from game.cli.plain_input import BACK
from game.cli.plain_line import AskAgain, Lines
from game.cli.plain_text import item, put, put_all, say
from game.cli.plain_unknown import LONGEST, is_known
from game.cli.plain_words import verb_of
from game.coach.invented import legend_of
from game.coach.persons import each_his, persons

NOWHERE = "There is nothing to go back to here."
MEANS_NOTHING = (
    "'{text}' means nothing here; 1 {begins}, 2 shows your instructions first, and 'help' shows "
    "every word."
)
"""Said of what neither begins a play nor asks anything."""


def sit_down(lines: Lines) -> None:
    """Say what may hurt, and let a person read the instructions before sitting down."""
    session = lines.session
    if session.rules.scenario.content_note:
        say(session.rules.scenario.content_note)
        put()
    if legend := legend_of(session.rules.scenario):
        say(legend)
        put()
    if len(session.persons) > 1:
        his = each_his(persons(session.rules, None))
        say(f"Two people at one keyboard: 'brief' shows each {his} instructions in {his} turn.")
        put()
        return
    while not _is_seated(lines):
        pass


def _is_seated(lines: Lines) -> bool:
    """Ask until a line sits its reader down; return whether it did, else ask from the start."""
    put_all((item(1, "Sit down at the table."), item(2, "Read your instructions first.")))
    with suppress(AskAgain):
        while not _sits(lines, lines.line()):
            put()
        return True
    return False


def _sits(lines: Lines, text: str) -> bool:
    """Return whether a line sits its reader down: the first two numbers and decisions do."""
    if text == "2":
        lines.answers.answer("brief")
        put()
    elif text.lower() in BACK:
        say(NOWHERE)
        return False
    elif text != "1":
        table = lines.session.rules.table
        if not is_known(verb_of(text, table), table):
            say(MEANS_NOTHING.format(text=text[:LONGEST], begins="sits you down"))
            return False
        lines.reader.give_back(text)
    return True

"""Before the first decision: what may hurt, and the instructions for whoever wants them."""

from __future__ import annotations

from game.cli.plain_input import BACK
from game.cli.plain_line import Lines
from game.cli.plain_text import item, put, put_all, say

NOWHERE = "There is nothing to go back to here."


def sit_down(lines: Lines) -> None:
    """Say what may hurt, and let a person read the instructions before sitting down."""
    session = lines.session
    if session.rules.scenario.content_note:
        say(session.rules.scenario.content_note)
        put()
    if len(session.persons) > 1:
        say("Two people at one keyboard: 'brief' shows each his instructions in his turn.")
        put()
        return
    put_all((item(1, "Sit down at the table."), item(2, "Read your instructions first.")))
    while (text := lines.line()).lower() in BACK:
        say(NOWHERE)
        put()
    if text == "2":
        lines.answers.answer("brief")
        put()
    elif text != "1":
        lines.reader.give_back(text)

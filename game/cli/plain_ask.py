"""One question before a play: which scenario, or whose chair."""

from __future__ import annotations

from collections.abc import Callable

from game.cli.plain_input import BACK, LEAVE, InputEnded, Reader
from game.cli.plain_text import item, number_of, put, put_all, say

ANSWERED = "'help', 'rules' and 'codex' are answered, too."


def ask_one(
    reader: Reader, question: str, labels: list[str], is_answered: Callable[[str], bool]
) -> str:
    """Return the label that is chosen by its number; raises `InputEnded` when none is wanted.

    `is_answered` answers what is asked instead, and says whether anything was.
    """
    say(question)
    put_all(item(n, label) for n, label in enumerate(labels, 1))
    put(item(0, "Leave"))
    while True:
        text = reader.line()
        if text.lower() in (*BACK, *LEAVE):
            raise InputEnded
        if text.isdecimal() and 1 <= int(text) <= len(labels):
            return labels[int(text) - 1]
        if text in labels:
            return text
        if not is_answered(text):
            say(f"{number_of(range(1, 1 + len(labels)))}, please. {ANSWERED}")

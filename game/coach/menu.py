"""Menus made from what is legal: acts with their numbers, and why some may not be done now."""

from __future__ import annotations

import re
from typing import NamedTuple

from game.coach.words_for import issue_label
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.rules.table import Act, Table
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST

_WORDS = (
    {
        "accept": "Lay his word down unchanged",
        "go-home": "Go home without a paper",
        "stay": "Stay, and be the man whose last word was called",
    },
    {
        "accept": "Sign the paper",
        "sign-to-disown": "Sign it, and ask {throne} to disown it",
        "consult": "Consult your {officers} on ceding: his paper becomes your word, and binds you",
        "refuse": "Refuse the paper for today",
        "listen": "Listen, and say nothing",
        "fall-ill": "Fall ill; the sitting passes",
        "break-off": "Break off the talks",
    },
)
"""What the decisions without arguments are called, by chair."""
_TURNED = {"him": "you", "you": "him", "his": "your", "your": "his"}
_PERSONS = re.compile(rf"\b({'|'.join(_TURNED)})\b")
HIS_WORD = "Give him your word, and say nothing"


def words_of(table: Table, seat: int) -> dict[str, str]:
    """Return what the decisions without arguments are called in a chair, by verb."""
    words = table.words
    named = {"throne": words.throne, "officers": words.officers}
    return {verb: called.format(**named) for verb, called in _WORDS[seat].items()}


class Entry(NamedTuple):
    """A numbered line of a menu and the heads behind it; none where it may not be done now."""

    label: str
    heads: tuple[Head, ...]
    refused: str = ""
    help: str = ""


def entries(rules: Rules, legal: Legal, seat: int) -> list[Entry]:
    """Return everything the seat to move could do, in an order that never changes.

    What may not be done now keeps its number and says why; to listen and to refuse share one.
    """
    hidden = "refuse" if any(head.verb == "listen" for head in legal.heads) else "listen"
    acts = [act for act in rules.table.acts if seat in act.seats]
    found = [_entry(legal, "tactic", act.id, label(act, seat), act.help) for act in acts]
    found += [
        _entry(legal, verb, "", label)
        for verb, label in words_of(rules.table, seat).items()
        if verb != hidden
    ]
    return [entry for entry in found if entry.heads or entry.refused]


def label(act: Act, seat: int) -> str:
    """Return what an act is called in a chair: what the host lays down is his word."""
    return HIS_WORD if seat == HOST and act.kind == ActKind.LAY else act.label


def turned_round(label: str) -> str:
    """Return what an act is called, as it is told to the other of the two.

    >>> turned_round("Lay his word down unchanged"), turned_round("Tell him what weighs with you")
    ('Lay your word down unchanged', 'Tell you what weighs with him')
    >>> turned_round("Would you rather")
    'Would he rather'
    """
    asked = label.replace("Would you", "Would he")
    return _PERSONS.sub(lambda found: _TURNED[found[0]], asked)


def _entry(legal: Legal, verb: str, name: str, label: str, help: str = "") -> Entry:
    heads = tuple(head for head in legal.heads if (head.verb, head.name) == (verb, name))
    reasons = [why for head, why in legal.refused if (head.verb, head.name) == (verb, name)]
    reason = "" if heads or not reasons else reasons[0]
    return Entry(label, heads, reason, help)


def about(rules: Rules, head: Head) -> str:
    """Return the argument of an act in words."""
    table = rules.scenario.table
    act = table.acts[head.name]
    match act.kind:
        case ActKind.ARGUE:
            return table.grounds[head.about[0]].say
        case ActKind.MEMORIAL:
            say = table.memorial[head.about[0]].say
            return say if head.bare else f"{say} (Only with a paper that says so.)"
        case _:
            return " or ".join(
                issue_label(rules.scenario, rules.table.issue(issue)) for issue in head.about
            )


def question(rules: Rules, head: Head, seat: int) -> str:
    """Return what is asked before the argument of an act."""
    match rules.scenario.table.acts[head.name].kind:
        case ActKind.ARGUE:
            return "Which reason?"
        case ActKind.MEMORIAL:
            return "Which sentence?"
        case ActKind.TELL:
            return "Of which issue do you say how much it weighs?"
        case ActKind.ASK:
            return "Of which issue do you ask why?"
        case _:
            return "Which two issues?" if seat == CLAIMANT else "Which?"

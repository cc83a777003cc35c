"""Menus made from what is legal: acts with their keys, and why some may not be done now."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import count
from typing import NamedTuple

from game.coach.persons import Person, opposite, persons
from game.coach.words_for import issue_label, listed, option_text
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.rules.table import Act
from game.scenario.pronoun import Pronoun
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST

_WORDS = (
    {
        "accept": "Lay {host.his} word down unchanged",
        "go-home": "{leaves}",
        "stay": "Stay, and be the {claimant.man} whose last word was called",
    },
    {
        "accept": "Sign the paper",
        "refuse": "Refuse the paper for today",
        "listen": "Listen, and say nothing",
        "consult": (
            "Consult {host.his} {officers} on ceding: {claimant.his} paper becomes {host.his} "
            "word, and binds {host.him}"
        ),
        "sign-to-disown": "Sign it, and ask {throne} to disown it",
        "fall-ill": "Fall ill; the sitting passes",
        "break-off": "Break off the talks",
    },
)
"""What the decisions without arguments are called, by chair."""
HIS_WORD = "Give {claimant.him} {host.his} word, and say nothing"
"""What the host lays down is his word."""
OWN_KEYS = {"accept": "a", "go-home": "g", "break-off": "g"}
"""Decisions that are chosen by a letter, on the screen and in line mode."""
_AFTER_HIM = (
    "a|about|after|again|an|and|as|at|before|but|by|for|from|how|if|in|into|no|of|on|or|than|that|"
    "the|this|to|until|what|when|where|whether|which|who|whom|whose|why|with|your"
)
_YOU, _YOUR = "you", "your"
_MEANT = re.compile(
    rf"\b(?:(?P<you>you)|(?P<your>your)|(?P<him>him|her(?=\s+(?:{_AFTER_HIM})\b|\W*$|[^\w\s]))|"
    r"(?P<his>his|her))\b"
)
"""Who is meant in a label; `her` stands for `him` where no noun can follow, else for `his`."""


def words_of(rules: Rules, seat: int) -> dict[str, str]:
    """Return what the decisions without arguments are called in a chair, by verb."""
    return _words(rules, seat, seat)


def words_across(rules: Rules, doer: int) -> dict[str, str]:
    """Return the same as the other of the two is told of it."""
    return _words(rules, doer, 1 - doer)


def _words(rules: Rules, doer: int, told: int) -> dict[str, str]:
    words, (claimant, host) = rules.table.words, persons(rules, told)
    return {
        verb: called.format(
            claimant=claimant,
            host=host,
            throne=words.throne,
            officers=words.officers,
            leaves=words.leaves,
        )
        for verb, called in _WORDS[doer].items()
    }


class Entry(NamedTuple):
    """A line of a menu and the heads behind it; none where it may not be done now."""

    label: str
    heads: tuple[Head, ...]
    refused: str = ""
    help: str = ""
    key: str = ""
    """A number from 1 or a letter: the same for as long as the talks last."""
    name: str = ""
    """The word of the act, or of the decision that is none, whether or not it may be done now."""

    @property
    def number(self) -> int:
        """Its number; 0 where a letter chooses it."""
        return int(self.key) if self.key.isdecimal() else 0


def entries(rules: Rules, legal: Legal, seat: int) -> list[Entry]:
    """Return everything the seat to move could do now, in an order that never changes.

    Only what takes the other's word comes first where it can be taken: it is not to be missed in a
    small window. Each keeps its key, whatever else is there or not; what may not be done now says
    why. To listen and to refuse share one.
    """
    hidden = "refuse" if any(head.verb == "listen" for head in legal.heads) else "listen"
    acts = [act for act in rules.table.acts if seat in act.seats]
    found = [_entry(legal, "tactic", act.id, label(rules, act, seat), act.help) for act in acts]
    numbers = count(1 + len(acts))
    keyed = [entry._replace(key=str(n)) for n, entry in enumerate(found, 1)]
    keyed += [
        _entry(legal, verb, "", label)._replace(key=OWN_KEYS.get(verb) or str(next(numbers)))
        for verb, label in words_of(rules, seat).items()
        if verb != hidden
    ]
    known = [entry for entry in keyed if entry.heads or entry.refused]
    return sorted(known, key=lambda e: not (e.heads and e.key == OWN_KEYS["accept"]))


def label(rules: Rules, act: Act, seat: int) -> str:
    """Return what an act is called in a chair."""
    return _his_word(rules, act, seat, seat) or act.label


def label_across(rules: Rules, act: Act, doer: int) -> str:
    """Return the same as the other of the two is told of it."""
    told = 1 - doer
    # Of an act that is open to both, who is called he or she in its label is either of the two.
    meant = {persons(rules, None)[1 - seat].pronoun for seat in act.seats}
    return _his_word(rules, act, doer, told) or turned_round(
        act.label, opposite(rules, told), meant
    )


def _his_word(rules: Rules, act: Act, doer: int, told: int) -> str:
    if doer != HOST or act.kind != ActKind.LAY:
        return ""
    claimant, host = persons(rules, told)
    return HIS_WORD.format(claimant=claimant, host=host)


def turned_round(label: str, doer: Person, meant: Set[Pronoun]) -> str:
    """Return a label as it is told to who is meant in it, by one of these pronouns.

    >>> he, she = Person("Yishan", is_you=False), Person("Datu", False, Pronoun.SHE)
    >>> turned_round("Tell him what weighs with you", he, {Pronoun.HE})
    'Tell you what weighs with him'
    >>> turned_round("Tell him what weighs with you", she, {Pronoun.HE})
    'Tell you what weighs with her'
    >>> both = {Pronoun.HE, Pronoun.SHE}
    >>> turned_round("Dine with her", he, both), turned_round("Help with her memorial", he, both)
    ('Dine with you', 'Help with your memorial')
    >>> turned_round("Show him her letter", he, {Pronoun.HE})
    'Show you her letter'
    >>> turned_round("Would you rather", she, {Pronoun.SHE})
    'Would she rather'
    """
    of_doer = {_YOU: doer.him, _YOUR: doer.his}
    others = {form for pronoun in meant for form in (pronoun.him, pronoun.his)}

    def turned(found: re.Match[str]) -> str:
        if found[0] in of_doer:
            return of_doer[found[0]]
        if found[0] not in others:
            return found[0]
        return _YOU if found["him"] else _YOUR

    return _MEANT.sub(turned, label.replace("Would you", f"Would {doer.he}"))


def _entry(legal: Legal, verb: str, name: str, label: str, help: str = "") -> Entry:
    heads = tuple(head for head in legal.heads if (head.verb, head.name) == (verb, name))
    reasons = [why for head, why in legal.refused if (head.verb, head.name) == (verb, name)]
    reason = "" if heads or not reasons else reasons[0]
    return Entry(label, heads, reason, help, name=name or verb)


def about(rules: Rules, head: Head, along: Package | None = None) -> str:
    """Return the argument of an act in words; `along` is the paper that goes with it, if any."""
    table = rules.scenario.table
    act = table.acts[head.name]
    match act.kind:
        case ActKind.ARGUE:
            return table.grounds[head.about[0]].say
        case ActKind.MEMORIAL:
            written = rules.table.memorial[rules.table.sentence(head.about[0])]
            if head.allows(along):
                return written.say
            bearing = (
                f"“{option_text(rules.scenario, written.issue, option)}”"
                for option in sorted(written.borne_by)
            )
            return f"{written.say} (Only with a paper that says {listed(bearing, 'or')}.)"
        case _:
            return " or ".join(
                issue_label(rules.scenario, rules.table.issue(issue)) for issue in head.about
            )


def place(rules: Rules, head: Head) -> int:
    """Return the number of an argument, from 1: its place among all that there are at the table.

    Of two issues it is the place of the first.
    """
    table = rules.scenario.table
    match table.acts[head.name].kind:
        case ActKind.ARGUE:
            known = list(table.grounds)
        case ActKind.MEMORIAL:
            known = list(table.memorial)
        case _:
            known = list(table.issues)
    return 1 + known.index(head.about[0])


def asked_of_the_called(rules: Rules, seat: int) -> str:
    """Return what is asked of a chair whose last word was called."""
    return f"{opposite(rules, seat).He} calls your last word. What now?"


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

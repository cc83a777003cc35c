"""A simple condition on tracks in words: what an adviser foretells of them.

It tells only what it can tell truly: the comparison of a track with a number, whether a paper was
signed, and several of them joined; anything else is left untold.
"""

from __future__ import annotations

from game.coach.bands import at_least, at_most
from game.coach.seasons.naming import is_seen, label_of
from game.coach.words_for import listed
from game.rules import CampaignRules
from game.scenario import Expression
from game.scenario.model import Track
from game.scenario.syntax import All, Comparison, Name, Node, Not, Number, Some

SIGNED = "signed."
"""Begins the name of whether a paper was signed at a table."""
_SAID = {
    ">=": "{label} at {number} or more",
    ">": "{label} above {number}",
    "<=": "{label} at {number} or less",
    "<": "{label} below {number}",
    "=": "{label} at {number}",
    "!=": "{label} not at {number}",
}
_TURNED = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "=", "!=": "!="}
_CONTRARY = {">=": "<", "<": ">=", ">": "<=", "<=": ">", "=": "!=", "!=": "="}


BETWEEN, BOTH = "between the two both hold", "both may come"


def told_condition(rules: CampaignRules, condition: Expression, mode: str) -> str:
    """Return a condition in words, as a part of a sentence; empty where it has none.

    What is shown in words where no numbers are told is compared in words there, too.
    """
    return _told(rules, condition.root, mode, holds=True) or ""


def may_both_hold(one: Expression, other: Expression) -> str:
    """Return that two conditions may hold at once, in words; empty where they exclude each other.

    >>> from game.scenario import parse
    >>> may_both_hold(parse("favour >= 50"), parse("favour <= 55"))
    'between the two both hold'
    >>> may_both_hold(parse("favour >= 50"), parse("favour < 50"))
    ''
    >>> may_both_hold(parse("favour >= 50"), parse("alarm >= 20"))
    'both may come'
    """
    match one.root, other.root:
        case (Name(name), Not(Name(denied))) | (Not(Name(denied)), Name(name)) if name == denied:
            return ""
        case (
            Comparison(("<" | "<=" | ">" | ">=") as here, Name(name), Number(bound)),
            Comparison(("<" | "<=" | ">" | ">=") as there, Name(named), Number(limit)),
        ) if name == named and here[0] != there[0]:
            (low, from_), (high, to) = sorted(((bound, here), (limit, there)), key=_downward)
            meets = low == high and "=" in from_ and "=" in to
            return BETWEEN if low < high or meets else ""
    return BOTH


def _downward(bound: tuple[int, str]) -> bool:
    """Return whether a bound is one from above, which stands behind one from below."""
    return bound[1].startswith("<")


def _told(rules: CampaignRules, node: Node, mode: str, *, holds: bool) -> str | None:
    match node:
        case Not(part):
            return _told(rules, part, mode, holds=not holds)
        case All(parts) | Some(parts):
            told = [_told(rules, part, mode, holds=holds) for part in parts]
            if None in told:
                return None
            joined = "and" if isinstance(node, All) == holds else "or"
            return listed([part for part in told if part], joined)
        case Comparison(relation, Name(name), Number(hundredths)):
            return _compared(rules, name, relation, hundredths, mode, holds=holds)
        case Comparison(relation, Number(hundredths), Name(name)):
            return _compared(rules, name, _TURNED[relation], hundredths, mode, holds=holds)
        case Name(name) if name.startswith(SIGNED):
            table = rules.scenario.tables[name.removeprefix(SIGNED)]
            return f"{'a' if holds else 'no'} paper signed at “{table.title}”"
    return None


def _compared(
    rules: CampaignRules, name: str, relation: str, hundredths: int, mode: str, *, holds: bool
) -> str | None:
    if not is_seen(rules.scenario, name) or hundredths % 100:
        return None
    relation, number = relation if holds else _CONTRARY[relation], hundredths // 100
    track, label = rules.scenario.tracks[name], label_of(rules.scenario, name)
    if track.words and mode != "points" and (said := _in_words(track, relation, number)):
        return f"{label} {said}"
    return _SAID[relation].format(label=label, number=number)


def _in_words(track: Track, relation: str, number: int) -> str:
    """Return where a track is to stand, in its own words; empty where they cannot tell it."""
    match relation:
        case ">=" | ">":
            return at_least(track, number + (relation == ">"))
        case "<=" | "<":
            return at_most(track, number - (relation == "<"))
    return ""

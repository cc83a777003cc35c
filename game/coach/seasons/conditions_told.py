"""A simple condition on tracks in words: what an adviser foretells of them.

It tells only what it can tell truly: the comparison of a track with a number, whether a paper was
signed, and several of them joined; anything else is left untold.
"""

from __future__ import annotations

from game.coach.seasons.naming import is_seen, label_of
from game.coach.words_for import listed
from game.rules import CampaignRules
from game.scenario import Expression
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


def told_condition(rules: CampaignRules, condition: Expression) -> str:
    """Return a condition in words, as a part of a sentence; empty where it has none."""
    return _told(rules, condition.root, holds=True) or ""


def _told(rules: CampaignRules, node: Node, *, holds: bool) -> str | None:
    match node:
        case Not(part):
            return _told(rules, part, holds=not holds)
        case All(parts) | Some(parts):
            told = [_told(rules, part, holds=holds) for part in parts]
            if None in told:
                return None
            joined = "and" if isinstance(node, All) == holds else "or"
            return listed([part for part in told if part], joined)
        case Comparison(relation, Name(name), Number(hundredths)):
            return _compared(rules, name, relation, hundredths, holds=holds)
        case Comparison(relation, Number(hundredths), Name(name)):
            return _compared(rules, name, _TURNED[relation], hundredths, holds=holds)
        case Name(name) if name.startswith(SIGNED):
            table = rules.scenario.tables[name.removeprefix(SIGNED)]
            return f"{'a' if holds else 'no'} paper signed at “{table.title}”"
    return None


def _compared(
    rules: CampaignRules, name: str, relation: str, hundredths: int, *, holds: bool
) -> str | None:
    if not is_seen(rules.scenario, name) or hundredths % 100:
        return None
    said = _SAID[relation if holds else _CONTRARY[relation]]
    return said.format(label=label_of(rules.scenario, name), number=hundredths // 100)

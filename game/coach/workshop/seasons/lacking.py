"""What was lacking where no play reached something: which parts of its condition never held."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.words_for import listed
from game.coach.workshop.seasons.aims import Aim, Kind
from game.coach.workshop.seasons.directed import CampaignDirected
from game.coach.workshop.seasons.routes import route_to
from game.rules import CampaignRules
from game.rules.formulas import Now
from game.rules.legal import Legal
from game.scenario import Expression
from game.scenario.expressions import names_used
from game.scenario.syntax import All, Node, parts_of
from game.state import Decision

LOOKED_INTO = 12
"""Plays that are looked into, of those that were made for it."""


def lacking(rules: CampaignRules, aim: Aim) -> str:
    """Return in words which parts of what it asks for never held in a season of some plays."""
    conditions = [written for written in _asked_by(rules, aim) if written is not None]
    parts = [part for written in conditions for part in _parts(written)]
    parts = [(text, node) for text, node in parts if _is_of_seasons(rules, node)]
    if not parts:
        return "it asks for nothing that a season could lack"
    asked = [(text, rules.questions.whole(Expression("", node))) for text, node in parts]
    held, together = set[str](), False
    for number in range(LOOKED_INTO):
        directed = CampaignDirected(rules, route_to(aim, rules, number), f"{aim} {number} lacking")

        def watched(now: Now, legal: Legal, directed: CampaignDirected = directed) -> Decision:
            nonlocal together
            if not now.at:
                here = {text for text, holds in asked if holds(now)}
                together = together or len(here) == len(asked)
                held.update(here)
            return directed(now, legal)

        rules.played(str(number), (watched, watched))
    never = [f"“{text}”" for text, _ in asked if text not in held]
    if never:
        return f"in {LOOKED_INTO} of them {listed(never)} never held"
    if together:
        return "all that it asks for held, and something else came in its place"
    return f"each part of “{listed([text for text, _ in asked])}” held, but never all at once"


def _asked_by(rules: CampaignRules, aim: Aim) -> Iterator[Expression | None]:
    scenario = rules.scenario
    match aim.kind:
        case Kind.EVENT:
            yield scenario.events[aim.id].when
        case Kind.CHOICE:
            event, _, choice = aim.id.partition(".")
            yield scenario.events[event].choices[choice].when
        case Kind.ENDING:
            yield scenario.endings[aim.id].when
        case Kind.ACTION:
            action, _, target = aim.id.partition(".")
            yield scenario.actions[action].when
            if target:
                yield scenario.actions[action].targets[target].when
        case Kind.OPTION | Kind.TACTIC:
            yield scenario.tables[aim.id.partition(".")[0]].when


def _parts(written: Expression) -> list[tuple[str, Node]]:
    """Return what a condition joins by `and`, each with the words it is written in."""
    root = written.root
    if not isinstance(root, All):
        return [(written.text, root)]
    starts = [_start(part) for part in root.parts]
    ends = [*starts[1:], len(written.text)]
    return [
        (_words(written.text[start:end]), part)
        for start, end, part in zip(starts, ends, root.parts, strict=True)
    ]


def _words(text: str) -> str:
    """Return a part of a condition without what joins it to the next, its brackets whole.

    >>> _words("note.a or note.b) and ("), _words("signed.ford and ")
    ('(note.a or note.b)', 'signed.ford')
    """
    words = text.rstrip("( ").removesuffix("and").rstrip()
    return f"({words}" if words.count(")") > words.count("(") else words


def _is_of_seasons(rules: CampaignRules, node: Node) -> bool:
    """Return whether a season can answer a question; some only a table can."""
    try:
        for name in names_used(Expression("", node)):
            rules.resolve(name)
    except KeyError:
        return False
    return True


def _start(node: Node) -> int:
    """Return where a node begins in the text: operators stand behind what they join."""
    return min([node.at, *(_start(part) for part in parts_of(node))])

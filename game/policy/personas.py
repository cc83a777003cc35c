"""The personas that play-tests use, by name; each is made anew for every play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.negotiation import Package
from game.policy.craft import Craft
from game.policy.historical import Historical
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.policy.plain import Hard, Random
from game.policy.protocol import Policy
from game.policy.search import Search
from game.policy.yielding import early, late
from game.rules import Rules
from game.scenario.table_model import ActKind, IssueKind
from game.state import CLAIMANT, HOST

Maker = Callable[[Rules, str, int], Policy]


def _best(rules: Rules) -> Package:
    """Return the paper that a claimant likes best."""
    rows = rules.table.utilities[CLAIMANT].worth
    return tuple(max(range(len(row)), key=row.__getitem__) for row in rows)


def _asked_for(rules: Rules) -> Package:
    """Return the text of history, or where none is told all that a claimant likes best."""
    return rules.table.historical or _best(rules)


def _quarrelled_over(rules: Rules) -> set[int]:
    """Return the issues on which land can pass; where it can on none, the distributive ones.

    Where there are none of these either, the one that weighs most with the claimant.
    """
    land = {issue for issue, row in enumerate(rules.table.cession) if any(row)}
    kinds = [issue.kind for issue in rules.scenario.table.issues.values()]
    shared_out = {at for at, kind in enumerate(kinds) if kind is IssueKind.DISTRIBUTIVE}
    ours = rules.table.utilities[CLAIMANT].worth
    return land or shared_out or {max(range(len(ours)), key=lambda at: max(ours[at]))}


def _referred(rules: Rules) -> tuple[tuple[str, str], ...]:
    """Return the terms by which a paper binds nobody until it is ratified, by their ids."""
    table = rules.table
    return tuple((table.issues[i], table.options[i][option]) for i, option in table.lapses)


def _in_substance(rules: Rules) -> set[int]:
    """Return the issues on which more is settled than words and what both want."""
    light = (IssueKind.COMPATIBLE, IssueKind.FACE)
    kinds = [issue.kind for issue in rules.scenario.table.issues.values()]
    return {issue for issue, kind in enumerate(kinds) if kind not in light}


def _terms(rules: Rules, paper: Package, issues: set[int]) -> tuple[tuple[str, str], ...]:
    """Return the terms of a paper on some issues, by their ids."""
    table = rules.table
    return tuple((table.issues[i], table.options[i][paper[i]]) for i in sorted(issues))


def _acts(rules: Rules, *kinds: ActKind) -> tuple[str, ...]:
    """Return the claimant's acts of some kinds, as far as there are any, by their ids."""
    acts = rules.table.acts_of(CLAIMANT)
    return tuple(acts[kind].id for kind in kinds if kind in acts)


def _hard_papers(rules: Rules) -> list[Package]:
    """Return papers from what is asked for down by four steps."""
    table = rules.table
    ours, theirs = table.utilities[CLAIMANT].worth, table.utilities[HOST].worth
    paper = list(_asked_for(rules))
    ladder = [tuple(paper)]
    order = sorted(
        range(len(ours)),
        key=lambda i: (max(ours[i]) - min(ours[i])) - (max(theirs[i]) - min(theirs[i])),
    )
    for issue in order[:4]:
        better = max(range(len(theirs[issue])), key=theirs[issue].__getitem__)
        paper[issue] = better
        ladder.append(tuple(paper))
    return ladder


def _crafted(craft: Craft) -> Maker:
    """Return the maker of an integrative claimant who bargains with a craft."""
    return lambda rules, _, holds: Integrative(rules, replace(craft, holds=holds))


def pressing(rules: Rules, acts: int, holds: int = 0) -> Policy:
    """Return a claimant who begins with so many acts of pressure, and reads no court."""
    press = (ActKind.PRESSURE,) * acts
    craft = Craft(asks=0, press=press, press_from=2, reads_court=False, tells=False, holds=holds)
    return Integrative(rules, craft)


PERSONAS: dict[str, Maker] = {
    "random": lambda rules, key, _: Random(rules, key),
    "official": lambda rules, *_: Official(rules),
    "boulware": lambda rules, *_: Official(rules, late),
    "conceder": lambda rules, *_: Official(rules, early, pleads=True),
    "integrative": _crafted(Craft()),
    "novice": _crafted(Craft(courtesies=1, asks=0, rather=False, tells=False, memorial=False)),
    "conciliator": _crafted(Craft(courtesies=3, patience=500, hurry=60)),
    "cautious": _crafted(Craft(courtesies=2, patience=300, hurry=120)),
    "hawk": lambda rules, _, holds: Hard(
        rules,
        _acts(rules, ActKind.PRESSURE, ActKind.WAGER, ActKind.PRESSURE),
        _hard_papers(rules),
        holds,
    ),
    "stickler": lambda rules, _, holds: Integrative(
        rules,
        Craft(insists=_terms(rules, _asked_for(rules), _quarrelled_over(rules)), holds=holds),
    ),
    "annexer": lambda rules, _, holds: Integrative(
        rules,
        Craft(
            courtesies=3,
            insists=_terms(rules, _best(rules), _quarrelled_over(rules)) + _referred(rules),
            press=(ActKind.PRESSURE,) * 2,
            press_from=3,
            holds=holds,
        ),
    ),
    "gunboat": lambda rules, _, holds: pressing(rules, 4, holds),
    "historical": lambda rules, *_: Historical(rules),
    "reenactor": lambda rules, _, holds: Integrative(
        rules,
        Craft(
            insists=_terms(rules, _asked_for(rules), _in_substance(rules)),
            press=(ActKind.PRESSURE,) * 2,
            press_from=3,
            holds=holds,
        ),
    ),
    "search": lambda rules, _, holds: Search(rules, Craft(holds=holds)),
    "bluffer": _crafted(
        Craft(asks=0, rather=False, press=(ActKind.PRESSURE, ActKind.WAGER), press_from=4)
    ),
}
"""Each takes the rules, a key for luck of its own, and the per cent of his hope he holds to."""


def persona(name: str, rules: Rules, key: str, *, holds: int = 0) -> Policy:
    """Return a persona by name, made for one play."""
    return PERSONAS[name](rules, key, holds)


HOLDS = 50
"""Per cent of what he still hopes for that a claimant opposite a person holds to."""


def opposite(name: str, rules: Rules, key: str) -> Policy:
    """Return a claimant of a persona's manner to sit opposite a person, made for one play.

    He holds to what he still hopes for: only what the host gives, cites, pleads and stalls wears
    that, so that who says one word and waits waits for nothing.
    """
    return persona(name, rules, key, holds=HOLDS)

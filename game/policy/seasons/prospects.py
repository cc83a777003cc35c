"""What orders and choices are expected to change: each as a few changes of tracks, told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.rules.lasting import once_by_rules
from game.rules.seasons import CampaignRules
from game.rules.seasons.deeds import TOLL
from game.rules.seasons.orders import Feat
from game.scenario.clauses import Change, Effect, Later, Note, OpenTable, Set, Toll
from game.scenario.expressions import Expression, names_used
from game.scenario.things import expressions_of, things

LATER = 80
"""Per cent that something counts which comes later."""
MOST_OPENED = 8
"""Things that an order can open up to which they count."""
OF_ACTIONS, OF_SCENES = 3, 1
"""How much it counts that an order, or talks, ask for something; and that anything else does."""

Changes = tuple[tuple[int, int], ...]
"""(place of a track, points in hundredths)."""


class Prospect(NamedTuple):
    """What is to be expected of something that can be decided."""

    changes: Changes
    sets: tuple[tuple[int, int], ...] = ()
    """(place of a track, where it is put)."""
    money: int = 0
    """Units that it brings, in hundredths; what it costs is told elsewhere."""
    opens: tuple[int, ...] = ()
    """Tables that it opens, by index."""


@dataclass(frozen=True, slots=True)
class Prospects:
    """What is to be expected of every order and choice of a campaign."""

    orders: tuple[Prospect, ...]
    """By the place of the order."""
    goes_wrong: tuple[Prospect | None, ...]
    """What the hazard of each brings where it comes."""
    asked_for: tuple[int, ...]
    """How much else asks for what each order does for the first time."""
    choices: Mapping[tuple[str, str], Prospect]
    risks: Mapping[tuple[str, str], tuple[int, Prospect]]
    """The odds of each risk in per cent, and what it brings."""


@once_by_rules
def prospects(rules: CampaignRules) -> Prospects:
    """Return what is to be expected of everything that can be decided in the seasons."""
    scenario, reader = rules.scenario, _Reader(rules)
    asked = _asked_for(rules)
    orders, wrong, wanted = [], [], []
    for feat in rules.orders.all:
        action = scenario.actions[feat.action]
        target = action.targets[feat.target] if feat.target else None
        effects = (*action.do, *(target.do if target else ()))
        orders.append(reader.of(effects))
        wrong.append(reader.of(action.hazard.do) if action.hazard else None)
        wanted.append(min(MOST_OPENED, sum(asked[name] for name in _brings(feat, effects))))
    choices, risks = {}, {}
    for scene in rules.scenes.all.values():
        for id, choice in scenario.events[scene.id].choices.items():
            choices[scene.id, id] = reader.of(choice.do)
            if choice.risk is not None:
                risks[scene.id, id] = choice.risk.odds, reader.of(choice.risk.do)
    return Prospects(tuple(orders), tuple(wrong), tuple(wanted), choices, risks)


class _Reader:
    """Reads effects as an author wrote them."""

    def __init__(self, rules: CampaignRules) -> None:
        self._levels = rules.levels
        self._purse = rules.scenario.seasons.purse
        self._tables = list(rules.scenario.tables)

    def of(self, effects: Iterable[Effect]) -> Prospect:
        """Return what effects change."""
        by, sets = Counter[int](), list[tuple[int, int]]()
        opens = list[int]()
        for effect, counts in _flat(effects, 100):
            match effect:
                case Change(track, points):
                    by[self._levels[track]] += counts * points
                case Toll(count=count):
                    by[self._levels[TOLL]] += counts * count
                case Set(track, to):
                    sets.append((self._levels[track], to))
                case OpenTable(table):
                    opens.append(self._tables.index(table))
        money = by.pop(self._levels[self._purse], 0)
        return Prospect(tuple(by.items()), tuple(sets), money, tuple(opens))


def _flat(effects: Iterable[Effect], counts: int) -> Iterator[tuple[Effect, int]]:
    """Yield effects with those that come later, each with what it counts in per cent."""
    for effect in effects:
        if isinstance(effect, Later):
            yield from _flat(effect.do, counts * LATER // 100)
        else:
            yield effect, counts


def _brings(feat: Feat, effects: Iterable[Effect]) -> set[str]:
    """Return the names that an order makes true, or raises, when it is first carried out."""
    notes = {f"note.{e.id}" for e, _ in _flat(effects, 100) if isinstance(e, Note)}
    done = f"done.{feat.action}"
    return notes | ({done, f"{done}.{feat.target}"} if feat.target else {done})


def _asked_for(rules: CampaignRules) -> Counter[str]:
    """Return how much asks for each name: orders and talks more than scenes."""
    asked = Counter[str]()
    for path, thing in things(rules.scenario):
        if not path:
            continue
        counts = OF_ACTIONS if path[0] in ("actions", "tables") else OF_SCENES
        found: set[str] = set()
        for expression in expressions_of(thing):
            found |= _names(expression)
        for name in found:
            asked[name] += counts
    return asked


def _names(expression: Expression) -> set[str]:
    return {name for name in names_used(expression) if name.startswith(("note.", "done."))}

"""Where a play of a campaign is to go: what a condition asks for, followed back to who can do it.

Of what is joined by `or`, and of several that set a note, one is taken by lot, by the number.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.coach.workshop.seasons.aims import Aim, Kind
from game.coach.workshop.seasons.campaign_route import CampaignRoute, at_tables
from game.coach.workshop.seasons.setters import Setter, setters
from game.rules import CampaignRules
from game.rules.luck import lots_of
from game.scenario import Expression
from game.scenario.syntax import (
    All,
    Between,
    Calculation,
    Comparison,
    Is,
    Name,
    Node,
    Not,
    Some,
    parts_of,
)

DEEPEST = 6
"""Things, each waiting for the next, that are followed for one aim."""
LOTS = 64


def route_to(aim: Aim, rules: CampaignRules, number: int) -> CampaignRoute:
    """Return one way to something; each number may go another."""
    finder = _Finder(rules, f"{aim} {number}")
    scenario = rules.scenario
    act: tuple[int, str] | None = None
    match aim.kind:
        case Kind.EVENT:
            finder.scene(aim.id, 0)
        case Kind.CHOICE:
            finder.choice(aim.id, 0)
        case Kind.ACTION:
            action, _, target = aim.id.partition(".")
            finder.order(rules.orders.by_words[action, target].place, 0)
        case Kind.OPTION:
            table, issue, option = aim.id.split(".")
            finder.table(table, 0)
            finder.term(table, issue, (option,))
        case Kind.TACTIC:
            table, _, id = aim.id.partition(".")
            finder.table(table, 0)
            act = list(scenario.tables).index(table), id
        case Kind.ENDING:
            finder.ending(aim.id)
    route = finder.route
    route.shunned -= route.choices
    route.avoided -= route.orders
    route.silent -= route.terms.keys()
    route.tables = at_tables(rules, route, act, number)
    return route


class _Finder:
    """Follows what is asked for back to what can be decided."""

    def __init__(self, rules: CampaignRules, key: str) -> None:
        self._rules = rules
        self._scenario = rules.scenario
        self._tables = list(rules.scenario.tables)
        self._setters = setters(rules)
        self._lots = lots_of(LOTS, key, "policy", "route")
        self._drawn = 0
        self._sought: set[str] = set()
        self.route = CampaignRoute()

    def scene(self, id: str, depth: int) -> None:
        """Let a scene come."""
        if depth > DEEPEST or not self._new(f"scene {id}"):
            return
        event = self._scenario.events[id]
        if event.table is not None:
            self.table(event.table, depth + 1)
            self.route.hold_twice(self._tables.index(event.table), event, self._lots[0])
        appointed = self._setters.scenes.get(id, ())
        if appointed and (event.when is None or self._lot(2)):
            self._set(appointed, depth)
        self.condition(event.when, depth)

    def choice(self, id: str, depth: int) -> None:
        """Let a choice be made."""
        self.route.choices.add(id)
        event, _, choice = id.partition(".")
        self.scene(event, depth)
        self.condition(self._scenario.events[event].choices[choice].when, depth)

    def order(self, place: int, depth: int) -> None:
        """Let an order be given."""
        self.route.orders.add(place)
        if depth > DEEPEST or not self._new(f"order {place}"):
            return
        feat = self._rules.orders.all[place]
        action = self._scenario.actions[feat.action]
        self.condition(action.when, depth)
        if feat.target:
            self.condition(action.targets[feat.target].when, depth)

    def table(self, id: str, depth: int) -> None:
        """Let talks be held."""
        if depth > DEEPEST or not self._new(f"table {id}"):
            return
        when, opened = self._scenario.tables[id].when, self._setters.tables.get(id, ())
        if when is not None and (not opened or self._lot(2)):
            self.route.opens.add(self._tables.index(id))
            self.condition(when, depth + 1)
        elif opened:
            self._set(opened, depth)

    def term(self, table: str, issue: str, options: Iterable[str]) -> None:
        """Let one of some options be signed."""
        terms = self.route.terms.setdefault(self._tables.index(table), {})
        wanted = tuple(options)
        both = tuple(option for option in terms.get(issue, wanted) if option in wanted)
        terms[issue] = both or terms[issue]

    def ending(self, id: str) -> None:
        """Let an ending be told, and none that would be told before it."""
        wanted = self._scenario.endings[id]
        self.condition(wanted.when, 0)
        for other, piece in self._scenario.endings.items():
            if other == id:
                return
            if piece.group == wanted.group and piece.when is not None:
                self._node(piece.when.root, holds=False, depth=3)

    def condition(self, written: Expression | None, depth: int) -> None:
        """Let a condition hold."""
        if written is not None and depth <= DEEPEST:
            self._node(written.root, holds=True, depth=depth)

    def _node(self, node: Node, *, holds: bool, depth: int) -> None:
        match node:
            case Not():
                self._node(node.part, holds=not holds, depth=depth)
            case All() | Some():
                if isinstance(node, All) == holds:
                    for part in node.parts:
                        self._node(part, holds=holds, depth=depth)
                else:
                    part = node.parts[self._lot(len(node.parts))]
                    self._node(part, holds=holds, depth=depth)
            case Is():
                self._is(node, holds=holds != node.negated, depth=depth)
            case Name():
                self._name(node.name, holds=holds, depth=depth)
            case Comparison():
                self._compared(node, holds=holds, depth=depth)
            case Between(value=value, low=low):
                sign = 1 if self._lot(2) else -1
                self._pull(value, sign if holds else -sign, depth)
                self._pull(low, 0, depth)

    def _is(self, node: Is, *, holds: bool, depth: int) -> None:
        kind, _, rest = node.name.partition(".")
        words = [word.id for word in node.words]
        if kind == "term":
            table, _, issue = rest.partition(".")
            every = self._scenario.tables[table].issues[issue].options
            self.table(table, depth)
            self.term(table, issue, words if holds else [id for id in every if id not in words])
        elif kind == "verdict" and holds:
            at = self._tables.index(rest)
            if "none" in words:
                self.route.silent.add(at)
                return
            self.table(rest, depth)
            if "disowned" in words and self._lot(2):
                self.route.disowned.add(at)

    def _name(self, name: str, *, holds: bool, depth: int) -> None:
        kind, _, rest = name.partition(".")
        if kind in ("note", "chose"):
            of_note = self._setters.notes.get(rest, ()) if kind == "note" else ()
            known = of_note or ((Setter("choice", rest),) if "." in rest else ())
            if not holds:
                self.route.shunned |= {s.id for s in known if s.kind == "choice"}
                self.route.avoided |= {s.place for s in known if s.kind == "order"}
            elif known:
                self._set(known, depth)
        elif kind == "twist" and holds:
            self.route.twists.add(rest)
        elif kind in ("signed", "held"):
            if holds:
                self.table(rest, depth)
                if kind == "signed":
                    self.route.terms.setdefault(self._tables.index(rest), {})
            elif kind == "signed":
                self.route.silent.add(self._tables.index(rest))
        elif kind == "done":
            self._done(rest, want=holds, depth=depth)

    def _set(self, known: tuple[Setter, ...], depth: int) -> None:
        """Let one of several bring about what is wanted."""
        setter = known[self._lot(len(known))]
        if not self._new(f"{setter}") or depth > DEEPEST:
            return
        match setter.kind:
            case "choice":
                self.choice(setter.id, depth + 1)
            case "order":
                self.order(setter.place, depth + 1)
            case "after":
                self.table(setter.id, depth + 1)
                part = self._scenario.tables[setter.id].afterwards[setter.place]
                self.condition(part.when, depth + 1)
            case "ends":
                self.condition(self._scenario.seasons.breaches[setter.id].when, depth + 1)
            case _:
                pressure = self._scenario.pressure.get(setter.id)
                usage = self._scenario.seasons.usages.get(setter.id)
                comes = pressure or usage
                self.condition(comes.when if comes is not None else None, depth + 1)

    def _done(self, rest: str, *, want: bool, depth: int) -> None:
        action, _, target = rest.partition(".")
        places = [
            feat.place
            for feat in self._rules.orders.all
            if feat.action == action and (not target or feat.target == target)
        ]
        if not want:
            self.route.avoided |= set(places)
        elif len(places) == 1:
            self.order(places[0], depth + 1)
        else:
            for _ in range(2):
                self.order(places[self._lot(len(places))], depth + 1)

    def _compared(self, node: Comparison, *, holds: bool, depth: int) -> None:
        names = [part.name for part in (node.left, node.right) if isinstance(part, Name)]
        done = next((name for name in names if name.startswith("done.")), None)
        up = node.relation in (">", ">=")
        if done is not None:
            want = up == holds if node.relation not in ("=", "!=") else False
            self._done(done.removeprefix("done."), want=want, depth=depth)
        elif node.relation not in ("=", "!="):
            sign = 1 if up == holds else -1
            self._pull(node.left, sign, depth)
            self._pull(node.right, -sign, depth)

    def _pull(self, node: Node, sign: int, depth: int) -> None:
        """Let a number rise or fall, by the tracks that it is made of."""
        match node:
            case Name(name=name) if name in self._rules.levels and sign:
                self.route.pulls.setdefault(self._rules.levels[name], sign * (1 + self._lot(4)))
            case Name(name=name) if name in self._scenario.measures:
                self._pull(self._scenario.measures[name].root, sign, depth)
            case Name(name=name) if name.startswith("worth.") and sign > 0:
                self.table(name.split(".")[1], depth)
            case Calculation(sign=how):
                self._pull(node.left, sign, depth)
                self._pull(node.right, -sign if how in ("-", "/") else sign, depth)
            case _:
                for part in parts_of(node):
                    self._pull(part, sign, depth)

    def _new(self, what: str) -> bool:
        if what in self._sought:
            return False
        self._sought.add(what)
        return True

    def _lot(self, below: int) -> int:
        self._drawn += 1
        return self._lots[self._drawn % LOTS] % below

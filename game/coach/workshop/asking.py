"""What a test can ask of a state: the author's language, and what became of the talks besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from game.coach.aftermath import Afterwards, epilogue
from game.negotiation import every_package
from game.rules import Rules
from game.rules.formulas import Getter, Now
from game.scenario import Expression
from game.scenario.case_lint import ANSWERS, BETTER, LASTING, MET, WALK_AWAY, WORTH, ZONE
from game.scenario.case_model import NOTHING
from game.scenario.checks import Names, Sort
from game.scenario.compiled import compile_expression
from game.scenario.expressions import names_used
from game.scenario.syntax import ENDING, WORD
from game.state import CLAIMANT, HOST, Phase, State, Verdict


class Asking:
    """Answers for one state, as one seat would be told."""

    def __init__(self, rules: Rules, state: State, seat: int) -> None:
        self._rules = rules
        self._seat = rules.table.seats[seat]
        self._outcome = rules.outcome(state)
        self._after = Afterwards(rules, state, seat) if self._outcome else None
        self._state = self._after.state if self._after else state
        told = epilogue(rules, state, seat) if self._outcome else ()
        self._told = {piece.group: piece.id for piece in told}

    def holds(self, condition: Expression) -> bool:
        """Return whether a condition holds."""
        return bool(compile_expression(condition, self._resolve)(self._state))

    def found(self, condition: Expression, names: Names) -> str:
        """Return what the names of a condition stand for here; nothing where that is plain.

        Such as `trust is 61, verdict is silence`; of no paper, how the talks ended.
        """
        used = names_used(condition)
        is_plain = len(used) == 1 and names.sort_of(used[0]) is Sort.TRUTH
        said = [] if is_plain else [self._said(name, names) for name in used]
        if "signed" in used and "ended" not in used:
            said.append(self._said("ended", names) if self._outcome else "the talks go on")
        return ", ".join(said)

    def _said(self, name: str, names: Names) -> str:
        value = self._resolve(name)(self._state)
        if name in names.words:
            return f"{name} is {value or NOTHING}"
        if names.sort_of(name) is Sort.TRUTH:
            return f"{name} {'holds' if value else 'does not hold'}"
        return f"{name} is {int(value or 0) / 100:g}"

    def _resolve(self, name: str) -> Getter:
        table, outcome = self._rules.table, self._outcome
        match name:
            case "scene":
                return self._scene
            case "answer":
                return lambda now: ANSWERS[now.reply]
            case "support":
                return lambda _: 100 * outcome.support if outcome else 0
            case _ if name == ZONE:
                return lambda _: 100 * self._suiting([self._walk(CLAIMANT), self._walk(HOST)])
            case _ if name == BETTER:
                return lambda now: (
                    100
                    * self._suiting(
                        [
                            self._rules.worth(seat, self._state, now.paper) + 1
                            for seat in (CLAIMANT, HOST)
                        ]
                    )
                )
        if name.startswith(MET):
            index = self._rules.scenes.by_id[name.removeprefix(MET)].index
            return lambda now: index in now.met
        if name.startswith(WORD):
            issue = table.issue(name.removeprefix(WORD))
            return lambda now: None if now.word is None else table.options[issue][now.word[issue]]
        if name.startswith(ENDING):
            return lambda _: self._told.get(name.removeprefix(ENDING), NOTHING)
        if name.startswith(LASTING):
            at = table.seats.index(name.removeprefix(LASTING))
            return lambda _: outcome.lasting[at] if outcome else 0
        if name.startswith(WORTH):
            at = table.seats.index(name.removeprefix(WORTH))
            return lambda now: self._rules.worth(at, self._state, now.paper)
        if name.startswith(WALK_AWAY):
            at = table.seats.index(name.removeprefix(WALK_AWAY))
            return lambda _: self._walk(at)
        return self._of_language(name)

    def _walk(self, seat: int) -> int:
        return self._rules.walk(seat, self._state)

    def _suiting(self, least: Sequence[int]) -> int:
        """Return how many papers are worth so much to the two who sit there, in hundredths."""
        rules, state = self._rules, self._state
        return sum(
            all(rules.worth(seat, state, paper) >= least[seat] for seat in (CLAIMANT, HOST))
            for paper in every_package(rules.table.sizes)
        )

    def _of_language(self, name: str) -> Getter:
        """Return what a name means to endings; while the talks go on none of them is told yet."""
        if self._after is not None:
            return self._after.resolve(name)
        match name:
            case "verdict":
                return lambda _: str(Verdict.NONE)
            case "seat":
                return lambda _: self._seat
            case "begged":
                return lambda _: False
        if name in self._rules.scenario.measures:
            return lambda _: self._measured[name]
        return self._rules.formulas.resolve(name)

    @cached_property
    def _measured(self) -> Mapping[str, int]:
        """Return what each measure comes to here, each of those before it reckoned once."""
        found: dict[str, int] = {}

        def resolve(name: str) -> Getter:
            return (lambda _: found[name]) if name in found else self._of_language(name)

        for name, formula in self._rules.scenario.measures.items():
            found[name] = int(compile_expression(formula, resolve)(self._state)) // 100 * 100
        return found

    def _scene(self, now: Now) -> str:
        waits = now.phase == Phase.SCENE
        return self._rules.scenes.all[now.scene].id if waits else NOTHING

"""What was told in the seasons so far, as paragraphs: what came before, and what is new.

Everything here is computed from the record up to its cursor, so that going back needs no
bookkeeping of its own. What was said at a table is told there; of it only what came of it is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from game.coach.invented import title_in_play
from game.coach.seasons.chronicle import Line, told
from game.coach.seasons.naming import decision_label
from game.record import OPENING, Step, steps_of
from game.rules import CampaignRules
from game.scenario.event_model import Event
from game.session import Session
from game.state import ASIDES, Phase
from game.tui.play.story import scene_parts
from game.tui.season.sources import source_line
from game.tui.texts import lines, plain, said

MUTED = "$text-muted"
STYLES = {
    "season": f"bold {MUTED}",
    "news": "$warning",
    "letter": "italic",
    "hazard": "bold $warning",
    "toll": "bold $error",
    "table": "bold $secondary",
    "adviser": "$secondary",
    "breach": "bold",
    "end": "bold",
}
"""How a line of each kind looks; the words alone say what it is."""
CHANGE, ORDER, TABLE, SEASON = "change", "order", "table", "season"
SEATED = ("act", "cause", "reply", "scene")
"""Kinds that are told at a table."""


class SeasonAnnals:
    """Tells the line that a session stands at the end of; each step is told once."""

    def __init__(self, session: Session, rules: CampaignRules, mode: str) -> None:
        self.session = session
        self.rules = rules
        self.mode = mode
        self.each = ""
        """Where every part is told of what comes of itself; empty has all of it told at once."""
        self._steps: tuple[Step, ...] = ()
        self._told: dict[int, tuple[Content, ...]] = {}

    def steps(self) -> tuple[Step, ...]:
        """Return every turn from the opening to the cursor; what is known is not replayed."""
        path = self.session.record.path(self.session.cursor)
        known = self._steps
        shared = 0
        while shared < min(len(known), len(path)) and known[shared].node.id == path[shared].id:
            shared += 1
        if shared != len(path) or shared != len(known):
            states, record = self.session.states, self.session.record
            before = known[shared - 1].turn.state if shared else states.at(record, OPENING)
            self._steps = (*known[:shared], *steps_of(self.rules, before, path[shared:]))
        return self._steps

    @property
    def closing(self) -> Step | None:
        """The last step, where it ended talks."""
        steps = self.steps()
        is_closing = bool(steps) and bool(steps[-1].before.at) and not steps[-1].turn.state.at
        return steps[-1] if is_closing else None

    def paragraphs(self) -> tuple[list[Content], list[Content]]:
        """Return what was told before the last decision, and what since."""
        steps = self.steps()
        last = self._last_decided(steps)
        older: list[Content] = []
        newest: list[Content] = []
        for at, step in enumerate(steps):
            told = self._of(step)
            if at == last and (scene := tuple(self._scene(step))):
                older += scene
                told = (_deed(self.rules, step), *told[1:])
            (newest if at >= last else older).extend(told)
        return older, newest

    def _last_decided(self, steps: tuple[Step, ...]) -> int:
        seat = self.rules.scenario.seasons.seat
        own = [
            at
            for at, step in enumerate(steps)
            if step.node.seat_id == seat and step.decision.verb not in ASIDES
        ]
        return own[-1] if own else 0

    def _of(self, step: Step) -> tuple[Content, ...]:
        if step.node.id not in self._told:
            self._told[step.node.id] = tuple(step_parts(self.rules, step, self.mode, self.each))
        return self._told[step.node.id]

    def _scene(self, step: Step) -> Iterator[Content]:
        """Yield the scene that was read before a step was decided."""
        if step.before.at or step.before.phase != Phase.SCENE:
            return
        event = _event(self.rules, step)
        yield from scene_parts(title_in_play(self.rules.scenario, event), event.place, event.text)


def step_parts(rules: CampaignRules, step: Step, mode: str, each: str = "") -> Iterator[Content]:
    """Yield what was decided in a season and what came of it; of talks only what came of them."""
    found = told(rules, step.before, step.decision, step.turn, mode, each)
    if step.before.at:
        kinds = [line.kind for line in found]
        yield from paragraphs(found[kinds.index(TABLE) :] if TABLE in kinds else ())
        return
    if step.before.phase == Phase.SCENE:
        event = _event(rules, step)
        deed = said(("› ", "$accent"), (decision_label(rules, step.decision), "italic"))
        yield lines((title_in_play(rules.scenario, event), "bold $secondary"), deed)
    yield from paragraphs(line for line in found if line.kind not in SEATED)


def _deed(rules: CampaignRules, step: Step) -> Content:
    return said(("› ", "$accent"), (decision_label(rules, step.decision), "italic"))


def _event(rules: CampaignRules, step: Step) -> Event:
    return rules.scenario.events[rules.scenes.all[step.before.scene].id]


def paragraphs(found: Iterable[Line]) -> Iterator[Content]:
    """Yield lines as paragraphs; what a thing changed stands below it."""
    whole: Content | None = None
    for line in found:
        if line.kind == CHANGE:
            change = plain(line.text, style=MUTED)
            whole = change if whole is None else lines(whole, change)
            continue
        if whole is not None:
            yield whole
        if line.kind == ORDER:
            label, _, rest = line.text.partition(". ")
            whole = said(
                ("› ", "$accent"), (f"{label.removesuffix('.')}.", "italic"), f" {rest}".rstrip()
            )
        elif line.source:
            told = line.text.replace(f" ({line.source})", "")
            whole = lines(plain(told, style=STYLES.get(line.kind, "")), source_line(line.source))
        else:
            whole = plain(line.text, style=STYLES.get(line.kind, ""))
    if whole is not None:
        yield whole

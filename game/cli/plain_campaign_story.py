"""What happened in a campaign, told as it comes: the seasons' news, and each table's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from game.cli.plain_campaign_end import leaves_of_table
from game.cli.plain_end import turn_over
from game.cli.plain_season_looks import headed
from game.cli.plain_story import Story, laid_out
from game.cli.plain_text import put, put_all, wrapped
from game.coach.seasons.chronicle import Line, told
from game.record import Step
from game.rules import CampaignRules
from game.session import Session
from game.state import CLAIMANT, State, Turn

BENEATH = ("change",)
"""Kinds of line that go on from the one before, and stand set in beneath it."""
ENDS_TALKS = "table"
"""The kind of line that tells how talks ended."""
EACH = "'log': each by itself"
"""Where every part is told of what comes of itself."""
HEADED = "season"
"""The kind of line that stands above a new season; its head is shown by itself."""


class CampaignStory(Story):
    """Keeps what whoever plays has not been told yet."""

    def __init__(
        self, session: Session, rules: CampaignRules, reads_on: Callable[[], bool]
    ) -> None:
        """`reads_on` waits after each page of a table's end, and says whether to go on."""
        self.session = session
        self.campaign = rules
        self.reads_on = reads_on
        self.mode = session.record.heading.mode
        self._steps: list[Step] = []
        self.announced = 0
        """The season whose head was told last."""

    def add(self, before: State, turns: list[Turn]) -> None:
        """Note turns that followed a state, one upon the other: the last ones of the play."""
        nodes = self.session.record.path(self.session.cursor)[-len(turns) :] if turns else ()
        for node, turn in zip(nodes, turns, strict=True):
            decision = self.campaign.parsed(node.decision_text, before, papers=True)
            self._steps.append(Step(node, before, turn, decision))
            before = turn.state

    def tell(self, seat: int = CLAIMANT) -> None:
        """Tell what was not told yet."""
        steps, self._steps = self._steps, []
        for step in steps:
            lines = told_step(self.campaign, step, self.mode)
            if len(step.turn.state.deals) > len(step.before.deals):
                at = next(n for n, line in enumerate(lines) if line.kind == ENDS_TALKS) + 1
                self._print(lines[:at], step)
                turn_over(leaves_of_table(self.campaign, step, self.session.steps()), self.reads_on)
                lines = lines[at:]
            self._print(lines, step)

    def _print(self, lines: tuple[Line, ...], step: Step) -> None:
        """Print lines; where another season begins, its head stands above its news."""
        cuts = [at for at, line in enumerate(lines) if line.kind == HEADED]
        for first, last in zip([0, *cuts], [*cuts, len(lines)], strict=True):
            laid = list(laid_lines(lines[first:last]))
            if lines[first:last] and lines[first].kind == HEADED:
                self.announce(step.turn.state)
            if laid:
                put_all(laid)
                put()

    def announce(self, state: State) -> None:
        """Print the head of a season, unless it was told last."""
        if self.announced != state.turn:
            put_all(headed(self.campaign, state.turn, self.session.record.heading.seed, state))
            put()
        self.announced = state.turn

    def forget(self) -> None:
        """Forget what was not told: the play stands elsewhere."""
        self._steps.clear()
        self.announced = 0


def told_step(rules: CampaignRules, step: Step, mode: str) -> tuple[Line, ...]:
    """Return what a step brought about, as it is told."""
    return told(rules, step.before, step.decision, step.turn, mode, EACH)


def laid_lines(lines: Iterable[Line]) -> Iterator[str]:
    """Yield lines laid out, a change beneath its cause; that a season begins is told above."""
    for line in lines:
        if line.kind in BENEATH:
            yield wrapped(line.text, "  ", "    ")
        elif line.kind != HEADED:
            yield laid_out(line.text)

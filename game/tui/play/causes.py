"""The ledger of causes: what moved, day by day, and what moved it, as far as a chair may know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content

from game.coach.chronicle import told
from game.coach.deeds import deed, deed_of_other
from game.coach.invented import named_of, title_in_play
from game.coach.names import in_sentence
from game.coach.persons import opposite, persons
from game.coach.standing import when
from game.coach.words_for import listed
from game.record import Step
from game.rules import Rules
from game.state import ASIDES, Phase
from game.tui.texts import lines, plain, said

RULES = {
    "rule gave": "what is given is answered with half of it",
    "rule gave-where-asked": "what is given where one had asked why is answered in full",
    "rule most-a-sitting": "what is given moves {host.him} so far in a sitting, and no further",
    "rule ladder": "what {host.he} had been offered before counts once",
    "rule back-from-ruin": "what only leads back from a {host.man}'s ruin counts for nothing",
    "rule took-back": "what is taken back is taken back by the other, too",
    "rule same-paper": "the same paper again moves nothing and tires {host.him}",
    "rule same-reason": "the same reason again moves nothing and tires {host.him}",
    "rule the-one-thing": "nothing counts while the one thing {host.he} needs is not in the paper",
    "rule third-pressure": "the third act of pressure stiffens {host.him}",
    "rule clock": "time wears on whoever waits",
    "rule called": "a last word that is called costs the credit of it",
    "rule last-word-lapsed": "a last word that was not the last costs credit",
    "rule news": "news from elsewhere",
    "rule warned": "who was warned of the news believes the one who warned {host.him}",
    "rule beyond-his-powers": "a cession is beyond {host.his} powers",
    "rule ruin": "a paper that ruins a {host.man} is not signed by {host.him}",
    "rule last-sitting": "the last sitting is the last",
}
"""Rules of the table as causes, in words."""
SOME_SOURCES = 2
"""So many sources of a scene are named in a line."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One decision and what it moved."""

    when: str
    by: str
    """What was decided, and by whom."""
    sources: tuple[str, ...]
    """What the scene rests on; empty at the table."""
    moved: tuple[str, ...]


def causes(rules: Rules, steps: Iterable[Step], seat: int, mode: str) -> Iterator[Cause]:
    """Yield what moved, decision by decision, oldest first."""
    for step in steps:
        if step.decision.verb in ASIDES:
            continue
        moved = [
            f"{line.text}{_rule(rules, line.because)}"
            for line in told(rules, step.before, step.turn, seat, mode)
            if line.kind in ("cause", "news", "end")
        ]
        if moved:
            by, sources = _by(rules, step, seat)
            yield Cause(when(rules, max(1, step.before.sitting)), by, sources, tuple(moved))


def _rule(rules: Rules, because: str) -> str:
    if because not in RULES:
        return ""
    _, host = persons(rules, None)
    return f" ({RULES[because].format(host=host)})"


def _by(rules: Rules, step: Step, seat: int) -> tuple[str, tuple[str, ...]]:
    """Return what was decided in words, and what it rests on; the other's scenes stay his own."""
    scenario = rules.scenario
    is_own = step.node.seat_id == rules.table.seats[seat]
    if step.before.phase == Phase.SCENE:
        if not is_own:
            return f"What passed on {opposite(rules, seat).his} side", ()
        event = scenario.events[rules.scenes.all[step.before.scene].id]
        choice = deed(rules, step.before, step.decision, seat)
        cited = [named_of(scenario.sources[id]) for id in event.source if id in scenario.sources]
        return f"{title_in_play(scenario, event)}: {in_sentence(scenario, choice)}", tuple(
            cited[:SOME_SOURCES]
        )
    if is_own:
        return f"You: {in_sentence(scenario, deed(rules, step.before, step.decision, seat))}", ()
    did = in_sentence(scenario, deed_of_other(rules, step.before, step.decision, 1 - seat))
    return f"{scenario.seats[step.node.seat_id].called}: {did}", ()


def causes_parts(found: Iterable[Cause]) -> Iterator[Content]:
    """Yield the ledger as paragraphs, a heading for each sitting."""
    shown = ""
    for cause in found:
        if cause.when != shown:
            shown = cause.when
            yield plain(cause.when, style="bold $secondary")
        rests = f"Rests on {listed(cause.sources)}" if cause.sources else ""
        parts = [said((cause.by, "bold")), *(plain(text) for text in cause.moved)]
        yield lines(*parts, *([(rests, "$text-muted")] if rests else []))
    if not shown:
        yield said(("Nothing has moved yet.", "$text-muted"))

"""One step of a line in blocks, and what closes the line: as its chair is told them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.coach.blocks import Block, Clause, Deed, Ended, Looked, Page, Paper, Remarks, Told
from game.coach.chronicle import PAPER, Line, told
from game.coach.foretold import foretold
from game.coach.guesses import beside_what_came
from game.coach.handout import Laid, did
from game.coach.leaves import in_one_go
from game.coach.missed import missed
from game.coach.outline_words import end_told
from game.coach.persons import capital, opposite
from game.coach.words_for import counted, issue_label, option_text
from game.negotiation import Package
from game.record import LOOKED, OPENING, Record, Step, own_words, told_to
from game.rules import Rules

Land = Callable[[Package | None, Package], tuple[str, ...]]
"""Given two papers, returns in sentences what the second changes on the map.

Without a first one it is told beside the land as it lay.
"""

FIRST, CHANGED, SAME = 0, 1, 2
LAID = ("The paper you lay down:", "Your paper now:", "Your paper is the same as before.")
SUPPOSED = (
    "What you suppose:",
    "What you suppose, beside your paper:",
    "What you suppose is your paper as it lies there.",
)
HIS = (
    "{other.He} lays a paper down:",
    "{other.He} changes {other.his} paper:",
    "{other.He} lays the same paper down again.",
)
"""What is said of a paper: of a first one, of one that was changed, of the same again."""
SIGNED = "The paper that was {agreed}, beside the first one that was laid:"

LOOKED_HERE = "The archives were read here before the play went on."
LOOKED_BEFORE = "The archives had been read before this play was begun."
ONLY_SAID = ("own argue again", "own argue unheard")
"""What is said of an act of one's own, and is none."""


class Passages:
    """Tells the steps of one record to the chair that it is told to."""

    def __init__(self, rules: Rules, record: Record, land: Land) -> None:
        self.rules = rules
        self.record = record
        self.seat = told_to(rules, record.heading)
        self._land = land

    def of(self, step: Step) -> Iterator[Block]:
        """Yield what a step tells, and what the player wrote beside it."""
        rules, seat = self.rules, self.seat
        things = tuple(did(rules, step.before, step.decision, seat))
        for thing in things:
            yield self._paper(thing) if isinstance(thing, Laid) else thing
        if step.decision.verb == "forecast" and step.before.seat == seat:
            yield Told(foretold(rules, step.before, step.decision, seat))
        lines = told(rules, step.before, step.turn, seat, self.record.heading.mode)
        said = tuple(line.text for line in lines if line.because != PAPER)
        if said and not things and step.before.seat == seat:
            acted = sum(map(_is_own_act, lines)) or 1
            yield Deed(" ".join(said[:acted]))
            said, lines = said[acted:], lines[acted:]
        if said:
            yield Told(said)
        if len(said) < len(lines) and step.decision.paper is not None:
            yield self._table(HIS, step.decision.paper, step.before.paper)
        yield from self.beside(step.node.id)

    def beside(self, node: int) -> Iterator[Remarks | Looked]:
        """Yield what the player wrote beside a node, if he wrote anything; a play's name apart.

        What the game wrote there is a fact of the play, and comes after it.
        """
        record = self.record
        glyph, note = record.glyphs.get(node), record.notes.get(node, "")
        name = record.names.get(node, "") if node else ""
        lines = tuple(line for line in own_words(note).split("\n") if line.strip())
        if glyph is not None or name or lines:
            sign = "" if glyph is None else f"{glyph.value} ({glyph.name.casefold()})"
            yield Remarks(sign, name, lines)
        if LOOKED in note.split("\n"):
            yield Looked(LOOKED_BEFORE if node == OPENING else LOOKED_HERE)

    def at_the_end(self, line: Sequence[Step]) -> Iterator[Block]:
        """Yield what the archives tell of a line whose talks are over; nothing of any other."""
        rules, seat = self.rules, self.seat
        state = line[-1].turn.state if line else None
        outcome = None if state is None else rules.outcome(state)
        if state is None or outcome is None:
            return
        yield Ended(end_told(rules, outcome, self.record), outcome.verdict)
        if state.treaty is not None:
            signed = SIGNED.format(agreed=rules.table.words.consent.agreed)
            yield self._clauses(signed, state.treaty, _first_paper(line), is_whole=True)
        wrong = missed(rules, ((s.before, s.decision) for s in line), state, seat)
        story = [step.turn.state for step in line]
        expected = beside_what_came(rules, self.record.heading.played, story)
        for leaf in (*in_one_go(rules, state, seat), *wrong, *expected):
            yield Page(leaf.heading, leaf.paragraphs)

    def _paper(self, laid: Laid) -> Paper:
        return self._table(SUPPOSED if laid.is_supposed else LAID, laid.paper, laid.before)

    def _table(self, said: tuple[str, str, str], paper: Package, before: Package | None) -> Paper:
        if paper == before:
            return Paper(self._of(said[SAME]), (), "")
        return self._clauses(self._of(said[FIRST if before is None else CHANGED]), paper, before)

    def _of(self, said: str) -> str:
        return said.format(other=opposite(self.rules, self.seat))

    def _clauses(
        self, said: str, paper: Package, before: Package | None, *, is_whole: bool = False
    ) -> Paper:
        """Return a paper clause by clause; of a changed one only what changed, or all of it."""
        scenario = self.rules.scenario
        clauses = tuple(
            Clause(
                capital(issue_label(scenario, issue)),
                option_text(scenario, issue, option),
                None if before is None else option_text(scenario, issue, before[issue]),
            )
            for issue, option in enumerate(paper)
            if is_whole or before is None or before[issue] != option
        )
        left = len(paper) - len(clauses)
        rest = f"{capital(counted(left, 'other clause'))} as before." if left else ""
        land = self._land(None if is_whole else before, paper)
        return Paper(said, clauses, rest, land)


def _first_paper(line: Sequence[Step]) -> Package | None:
    """Return the first paper that lay on the table in a line."""
    laid = (step.turn.state.paper for step in line if step.turn.state.paper is not None)
    return next(laid, None)


def _is_own_act(line: Line) -> bool:
    """Return whether a sentence tells what the chair itself did in answer."""
    is_own = line.kind == "reply" and line.because.startswith("own ")
    return is_own and line.because not in ONLY_SAID

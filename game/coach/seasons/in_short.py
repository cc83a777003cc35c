"""The end of a campaign on one page: what was signed and owned, the land, who paid, who erred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from game.coach.foreseen import COUNTED
from game.coach.leaves import IN_SHORT, Leaf
from game.coach.seasons.conditions_told import told_condition
from game.coach.seasons.counsel import record_said
from game.coach.seasons.dates import season_of
from game.coach.seasons.endings import profile
from game.coach.seasons.ends import Paper, papers
from game.coach.seasons.moved import moved_by
from game.coach.seasons.naming import label_of, title_in_sentence
from game.coach.seasons.other_way import telling_answer, told_other_way
from game.coach.seasons.territory import NONE as NO_LAND
from game.coach.seasons.territory import land_told, posts_told
from game.coach.seasons.toll import NOBODY, in_all, ledger
from game.coach.words_for import change_words, counted, listed, sentence
from game.record import Step
from game.rules import CampaignRules
from game.state import Ended, State

NOTHING_SIGNED = "Nothing was signed."
Heard = tuple[int, int, str]
"""How often an adviser was right, how often he foretold, and his name."""
HEARD_OFTEN = 3
"""Times that somebody must have foretold to be called the best or the worst."""


def in_short(rules: CampaignRules, state: State, steps: Sequence[Step], leads: str = "") -> Leaf:
    """Return the page that is read first; `steps` lead to the end of the line.

    `leads` says how one stands before the answer that might have been another, by its `{node}`.
    """
    return Leaf(IN_SHORT, tuple(_told(rules, state, steps, leads)))


def _told(rules: CampaignRules, state: State, steps: Sequence[Step], leads: str) -> Iterator[str]:
    if state.ended is Ended.CUT_SHORT:
        yield from _cut_short(rules, state)
    yield from _papers(rules, state, steps)
    if rules.scenario.map is not None:
        yield " ".join((*(land_told(rules, state) or (NO_LAND,)), *posts_told(rules, state)))
    spokes = profile(rules, state)
    if spokes:
        told = [f"{s.label} {s.value}{_beside(s.history)}" for s in spokes]
        yield sentence(f"of 100, yours{_named(spokes[0].history)}: {listed(told)}")
    entries = ledger(rules, state)
    paid = in_all(entries)
    yield f"Who paid, {paid[:1].lower()}{paid[1:]}" if paid else f"Who paid: {NOBODY.lower()}"
    yield from _advisers(rules, state)
    if steps:
        found = telling_answer(rules, steps)
        if found is not None:
            yield f"{told_other_way(found)} {leads.format(node=found.node)}".rstrip()


def _cut_short(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield what ended the campaign before its time, and how many seasons before."""
    seasons = rules.scenario.seasons
    unplayed = seasons.count - state.turn
    early = f", {counted(unplayed, 'season')} before its time" if unplayed else ""
    for breach in seasons.breaches.values():
        if breach.note in state.notes:
            ends = told_condition(rules, breach.when, "numbers")
            since = f" It ends with {ends}." if ends else ""
            yield f"It ended in {season_of(rules, state.turn).lower()}{early}.{since} {breach.text}"


def _beside(history: int | None) -> str:
    return "" if history is None else f" ({history})"


def _named(history: int | None) -> str:
    return "" if history is None else " and, in brackets, history's"


def _papers(rules: CampaignRules, state: State, steps: Sequence[Step]) -> Iterator[str]:
    """Yield which papers were signed, and of the last what the courts did with it."""
    held = [paper for paper in papers(rules, state) if paper.deal is not None]
    signed = [paper for paper in held if paper.terms]
    without = dict.fromkeys(title_in_sentence(paper.title) for paper in held if not paper.terms)
    left = f" No paper came of {listed(without)}." if without else ""
    if not signed:
        yield f"{NOTHING_SIGNED}{left}"
        return
    yield f"Signed: {listed(dict.fromkeys(title_in_sentence(p.title) for p in signed))}.{left}"
    last = max(signed, key=_when)
    yield f"{last.title}: {last.terms}. {last.became}{_followed(rules, last, steps)}"


def _when(paper: Paper) -> int:
    return paper.deal.turn if paper.deal is not None else 0


def _followed(rules: CampaignRules, paper: Paper, steps: Sequence[Step]) -> str:
    """Return what followed from a paper in the seasons, at home and on the frontier."""
    turns = [(step.before, step.turn) for step in steps]
    by = moved_by(rules, turns, f"afterwards {paper.table}")
    # Nothing is hidden any more: what was heard only as rumour is told in numbers as well.
    what = listed(
        change_words(label_of(rules.scenario, id), n, points=True) for id, n in by.items()
    )
    return f" What followed from it: {what}." if what else ""


def _advisers(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield how often advisers were right, and who most and least."""
    advisers = rules.scenario.advisers
    heard = [
        (right, told, advisers[id].name)
        for id, (right, told) in zip(rules.scenes.counsels.advisers, state.proved, strict=True)
        if told
    ]
    if not heard:
        return
    right, told = sum(each[0] for each in heard), sum(each[1] for each in heard)
    whole = f"Of what your advisers foretold, {right} of {told} came true."
    best, worst = best_and_worst(heard)
    if best is None or worst is None or _share(best) == _share(worst):
        yield whole
        return
    often = COUNTED[HEARD_OFTEN - 1]
    best_of, worst_of = alike(best, heard), alike(worst, heard)
    verb = "were" if best_of[1:] else "was"
    yield (
        f"{whole} Of those who foretold {often} times or more, {listed(best_of)} {verb} the "
        f"best ({record_said(*best[:2])}), {listed(worst_of)} the worst "
        f"({record_said(*worst[:2])})."
    )


def alike(named: Heard, heard: Sequence[Heard]) -> list[str]:
    """Return the names of all who have the same record.

    >>> alike((4, 4, "B"), [(4, 4, "A"), (4, 4, "B"), (3, 3, "C")])
    ['A', 'B']
    """
    return [name for *record, name in heard if record == list(named[:2])]


def best_and_worst(heard: Sequence[Heard]) -> tuple[Heard | None, Heard | None]:
    """Return who was right and who was wrong most of the time; of equals, who was so more often.

    `None` for both where nobody foretold often enough.

    >>> best_and_worst([(3, 3, "A"), (4, 4, "B"), (0, 2, "C"), (1, 5, "D"), (0, 1, "E")])
    ((4, 4, 'B'), (1, 5, 'D'))
    >>> best_and_worst([(2, 2, "E")])
    (None, None)
    """
    often = [each for each in heard if each[1] >= HEARD_OFTEN]
    best = max(often, key=lambda each: (_share(each), each[1]), default=None)
    worst = min(often, key=lambda each: (_share(each), -each[1]), default=None)
    return best, worst


def _share(heard: Heard) -> Fraction:
    right, told, _ = heard
    return Fraction(right, told)

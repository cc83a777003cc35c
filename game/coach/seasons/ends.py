"""The end of a campaign, page by page: what was signed, what it left, who paid, who was right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.coach.leaves import Leaf, became
from game.coach.lesson import to_talk_about
from game.coach.papers import terms_said
from game.coach.seasons.counsel import record_said
from game.coach.seasons.dates import before_play, season_of
from game.coach.seasons.endings import Spoke, epilogue, profile
from game.coach.seasons.guesses import expected
from game.coach.seasons.naming import is_counted, past_of
from game.coach.seasons.talks_told import ENDED
from game.coach.seasons.territory import territory
from game.coach.seasons.toll import told_ledger
from game.coach.words_for import points, sentence, track_word
from game.record import Step
from game.rules import CampaignRules
from game.state import Deal, State, Verdict

PAPERS, LAND, SPOKES = "What was signed", "Land with title", "What it came to, measure by measure"
LEDGER, RIGHT, STANDS = "The ledger of the toll", "Who was right", "Where it all stood"
NEVER_HELD, NOT_YET = "held without you, if at all", "not held yet"


class Paper(NamedTuple):
    """What became of one table."""

    table: str
    title: str
    season: str
    """When the talks were held, as in `Summer 1854` or `Before spring 1854`; empty where they never
    were."""
    terms: str
    """What was signed, in one sentence; empty where nothing was."""
    became: str
    """How the talks ended, or what the court did with the paper."""
    deal: Deal | None


def papers(rules: CampaignRules, state: State) -> tuple[Paper, ...]:
    """Return what became of each table, in the author's order; of one held twice, both times."""
    found: list[Paper] = []
    for at, id in enumerate(rules.scenario.tables):
        deals = [deal for deal in state.deals if deal.table == at]
        found += [_paper(rules, id, deal) for deal in deals]
        if not deals:
            found.append(_without_talks(rules, state, id))
    return tuple(found)


def pages(rules: CampaignRules, state: State, steps: Sequence[Step]) -> tuple[Leaf, ...]:
    """Return the pages of the end of a campaign, in the order in which they are read.

    `steps` lead to that end.
    """
    return tuple(_pages(rules, state, steps))


def _pages(rules: CampaignRules, state: State, steps: Sequence[Step]) -> Iterator[Leaf]:
    yield Leaf(PAPERS, tuple(map(told_paper, papers(rules, state))))
    for piece in epilogue(rules, state):
        ending = piece.ending
        said = [ending.text]
        if ending.toll:
            said.append(f"Who paid: {ending.toll}")
        if ending.compare:
            said.append(f"What happened: {ending.compare}")
        yield Leaf(f"{ending.title}  [{ending.mark}]", tuple(said), ending.source)
    if rules.scenario.map is not None:
        yield Leaf(LAND, territory(rules, state))
    spokes = profile(rules, state)
    if spokes:
        yield Leaf(SPOKES, tuple(f"{told_spoke(one)} {ends_told(one)}".strip() for one in spokes))
    yield Leaf(LEDGER, told_ledger(rules, state))
    right = tuple(_right(rules, state))
    if right:
        yield Leaf(RIGHT, right)
    yield from expected(rules, steps)
    yield Leaf(STANDS, tuple(_stands(rules, state)))
    yield from to_talk_about(rules.scenario)


def told_paper(paper: Paper) -> str:
    """Return what became of a table, as a paragraph."""
    if not paper.season:
        return f"{paper.title}: {paper.became}."
    season = f"{paper.season[:1].lower()}{paper.season[1:]}"
    return f"{paper.title}, {season}. {what_became(paper)}"


def what_became(paper: Paper) -> str:
    """Return what was signed at a table, and what became of it."""
    signed = f"Agreed: {paper.terms}. " if paper.terms else ""
    return f"{signed}{paper.became}"


def told_spoke(spoke: Spoke) -> str:
    """Return a measure as a line.

    >>> from game.scenario.ending_model import Scale
    >>> scale = Scale(low="all paid", high="nobody paid", words=("none", "some", "most"))
    >>> told_spoke(Spoke("blood", "Blood spared", 82, 50, scale))
    'Blood spared: 82 of 100, most (history: 50, some).'
    >>> told_spoke(Spoke("cost", "Cost", 5, None))
    'Cost: 5 of 100.'
    """
    return f"{spoke.label}: {level_told(spoke)}."


def level_told(spoke: Spoke, of: str = " of 100") -> str:
    """Return where a measure stands, as in `82 of 100, most (history: 50, some)`."""
    now = ", ".join(filter(None, (f"{spoke.value}{of}", spoke.word(spoke.value))))
    if spoke.history is None:
        return now
    then = ", ".join(filter(None, (f"{spoke.history}", spoke.word(spoke.history))))
    return f"{now} (history: {then})"


def ends_told(spoke: Spoke) -> str:
    """Return what the ends of a measure mean, and what it rests on; empty where nobody says.

    >>> from game.scenario.ending_model import Scale
    >>> written = {"low": "all paid", "high": "nobody paid", "rests-on": "Of those who died."}
    >>> scale = Scale.model_validate(written)
    >>> ends_told(Spoke("blood", "Blood", 1, None, scale))
    '0: all paid; 100: nobody paid. Of those who died.'
    """
    if spoke.scale is None:
        return ""
    return f"0: {spoke.scale.low}; 100: {spoke.scale.high}. {spoke.scale.rests_on}".rstrip()


def _without_talks(rules: CampaignRules, state: State, id: str) -> Paper:
    """Return what is told of talks at which nobody sat for the player: past ones, or missed."""
    title = rules.scenario.tables[id].title
    past = past_of(rules, id)
    if past is None:
        how = NOT_YET if rules.outcome(state) is None else NEVER_HELD
        return Paper(id, title, "", "", how, None)
    return Paper(id, title, before_play(rules), "", past.text, None)


def _paper(rules: CampaignRules, id: str, deal: Deal) -> Paper:
    at, title = rules.talks[deal.table].rules, rules.scenario.tables[id].title
    if deal.treaty is None:
        how = ENDED.get(deal.ended, "No paper was signed.")
        return Paper(id, title, season_of(rules, deal.turn), "", how, deal)
    said = became(at, deal.verdict)
    if deal.verdict is not Verdict.NONE and deal.factions:
        said += f" {deal.support} in a hundred of those who judged it would own it."
    much = points(deal.coercion)
    were = "point of it was" if much == "1" else "points of it were"
    menace = f" {much} {were} read as got by menace." if deal.coercion else ""
    terms = terms_said(at, deal.treaty)
    return Paper(id, title, season_of(rules, deal.turn), terms, said + menace, deal)


def _right(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield those who foretold anything, most often right first."""
    told = [
        (right, told, rules.scenario.advisers[id])
        for id, (right, told) in zip(rules.scenes.counsels.advisers, state.proved, strict=True)
        if told
    ]
    for right, foretold, adviser in sorted(told, key=lambda each: (-each[0], each[1])):
        yield f"{adviser.name}, {adviser.office}: {record_said(right, foretold)}."


def _stands(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield where every track stood at the end, those too that nobody could see."""
    for id in rules.levels:
        track = rules.scenario.tracks[id]
        hidden = "" if track.is_seen_by(rules.scenario.seasons.seat) else ", which nobody could see"
        yield sentence(f"{track.label}{hidden}: {stood_at(rules, state, id)}")


def stood_at(rules: CampaignRules, state: State, id: str) -> str:
    """Return where a track stands, in full: what only an end may tell."""
    track, level = rules.scenario.tracks[id], state.levels[rules.levels[id]]
    word = f" ({track_word(track, level)})" if track.words else ""
    return f"{level:,}{word}" if is_counted(rules.scenario, id) else f"{level}{word}"

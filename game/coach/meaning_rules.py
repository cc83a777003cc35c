"""What the rules' own words mean: forecast, court, clock, lasting and memorial."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.meaning_asked import Asking
from game.coach.meaning_moves import left_as_it_was
from game.coach.meaning_things import particulars
from game.coach.words_for import BOUNDS, LIKELY, counted, listed, points, whole
from game.rules import court, terms
from game.rules.table import Faction, Table
from game.state import CLAIMANT

PARTS = (
    (20, "a fifth"),
    (25, "a quarter"),
    (33, "a third"),
    (40, "two fifths"),
    (50, "half"),
    (60, "three fifths"),
    (67, "two thirds"),
    (75, "three quarters"),
)
"""Parts of a hundred that have a name."""


def part(share: int) -> str:
    """Return a part of a hundred in words.

    >>> part(50), part(36), part(40)
    ('half', 'about a third', 'two fifths')
    """
    named, word = min(PARTS, key=lambda known: abs(known[0] - share))
    return word if named == share else f"about {word}"


def of_forecast(asking: Asking) -> Iterator[str]:
    """Yield what a forecast tells, and whether one can still be asked for."""
    yield (
        "Once a sitting your people say of one draft what to expect: how "
        f"{asking.other.he} would answer and why, and how those would read it who are not in the "
        "room. They weigh the draft alone: what is argued or done beside it comes on top."
    )
    almost, *others = BOUNDS
    said = [f"{LIKELY[0]}, more than {almost} times in a hundred"]
    said += [f"{word}, from {least} on" for word, least in zip(LIKELY[1:], others, strict=False)]
    yield f"Their words: {'; '.join(said)}; {LIKELY[-1]}, less."
    asked = asking.state.forecasts[asking.seat]
    if asked and asked == asking.state.sitting:
        yield "You have asked for the one of this sitting."
    else:
        yield "You have not asked in this sitting."


def of_court(asking: Asking) -> Iterator[str]:
    """Yield who reads the paper, what each asks of it, and what is done with it."""
    rules = asking.rules
    rule, factions = rules.scenario.table.court, rules.table.factions
    word = rules.table.words.court
    yield (
        f"The {word} that ratifies owns a paper that {part(rule.ratified)} of it would own; one "
        f"that less than {part(rule.silence)} would own is torn up; what lies between is left in "
        "silence."
    )
    for faction in factions:
        yield f"  {faction.label} ({faction.share} in a hundred): {_asks(faction, rules.table)}"
    guns = (
        f" What was wrung from {asking.host.pronoun.him} by {rules.table.words.guns} is taken off "
        "the paper."
    )
    yield (
        "The nearer they feel danger, the less each asks; how near they feel it nobody at the "
        f"table knows.{guns if rules.table.knows_pressure else ''}"
    )
    written = [f"“{rules.table.memorial[i].say}”" for i in sorted(asking.state.memorial)]
    if written:
        yield f"Written for it so far: {' '.join(written)}"


def _asks(faction: Faction, table: Table) -> str:
    """Return how much a faction asks of a paper beside the others, and what it looks at."""
    thresholds = sorted(f.threshold for f in table.factions)
    land, rite = table.words.land, table.words.rite
    at = thresholds.index(faction.threshold)
    much = "least" if at == 0 else "most" if faction.threshold == thresholds[-1] else "much"
    looks = (
        f"{rite} before {land}"
        if faction.rite > faction.land
        else f"{land} far before {rite}"
        if faction.land >= 2 * faction.rite
        else f"{land} and {rite}"
    )
    return f"it asks {much}, and looks at {looks}"


def of_clock(asking: Asking) -> Iterator[str]:
    """Yield how long the talks last, and what the days do."""
    table, state = asking.rules.table, asking.state
    yield (
        f"There are {table.sittings} sittings, "
        f"{asking.rules.scenario.table.sittings_a_day} a day; after the last the talks lapse. A "
        f"sitting in which something moved wears the host's hope by "
        f"{counted(whole(terms.CLOCK), 'point')}; each tires {asking.host.pronoun.him}."
    )
    late = max(0, state.sitting - court.SEASON)
    yield (
        f"From sitting {court.SEASON + 1} on each takes a point from what lasts for "
        f"{asking.person(CLAIMANT).him}, if a paper is signed: the season is going. So far: "
        f"{late or 'none'}."
    )


def of_lasting(asking: Asking) -> Iterator[str]:
    """Yield what the talks leave in the end, and what is charged to it already."""
    state, words = asking.state, asking.rules.table.words
    if not asking.is_claimant:
        yield (
            "What the talks leave you in the end: what the paper is worth to you, and your post. "
            f"A paper that the {words.court} owns adds {points(court.RANK_KEPT)}; silence takes "
            f"{-whole(court.RANK_IN_DOUBT)} for the reprimand. One that is torn up leaves "
            f"{left_as_it_was(asking.rules.table)} and takes your {words.rank}: "
            f"{-whole(court.RANK_LOST)} less than no paper, or "
            f"{-whole(court.RANK_IN_DOUBT)} less where you begged {words.throne} for it when you "
            f"signed. Each sitting in bed takes a point, so far {state.ill or 'none'}."
        )
        return
    yield (
        f"What the talks leave in the end. A paper that the {words.court} owns is kept whole; "
        "silence keeps "
        f"{part(court.SILENCE_SHARE)} of the gain over the walk-away, {part(court.LAPSED_SHARE)} "
        f"where it was to be referred to both {words.court}s; one that is torn up leaves "
        f"{points(court.DISOWNED)} less than none."
    )
    charges = []
    if state.sitting > court.SEASON:
        charges.append(f"{state.sitting - court.SEASON} for the season")
    alarm = state.caution - court.HOME_PATIENCE
    if alarm > 0:
        charges.append(f"{alarm} for the alarm {words.at_home}")
    price = sum(asking.rules.table.memorial[i].price for i in state.memorial)
    if price:
        charges.append(f"{price} for what was written to {words.throne}")
    yield (
        f"From it go a point a sitting from sitting {court.SEASON + 1} on, what alarms them "
        f"{words.at_home} beyond what they bear, and what {asking.host.his} {words.memorial} "
        f"costs. So far, in points: {listed(charges) or 'nothing'}."
    )
    if state.paper is not None:
        signed = whole(court.alarm_charged(state._replace(treaty=state.paper), asking.rules.table))
        if signed > max(0, alarm):
            yield (
                f"The paper on the table alarms them, too: signed, {signed} in all would go for "
                f"the alarm {words.at_home}."
            )


def of_memorial(asking: Asking) -> Iterator[str]:
    """Yield how many sentences may be written, and each of them."""
    table, written = asking.rules.table, asking.state.memorial
    home = f"{table.words.memorial} to {table.words.throne}"
    yield (
        f"{asking.host.His} {home} holds {terms.SENTENCES} sentences of yours at most; "
        f"{len(written) or 'none'} so far."
        if asking.seat == CLAIMANT
        else f"Your {home} holds {terms.SENTENCES} sentences that {asking.other.he} helped with "
        f"at most; {len(written) or 'none'} so far."
    )
    for found in table.memorial:
        yield f"  “{found.say}” {' '.join(particulars(asking, found))}"

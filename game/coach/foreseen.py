"""What a choice of a scene would visibly change, in one line: the forecast beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from game.coach.levels import at_end, level_told, moved
from game.coach.names import in_sentence, owned
from game.coach.persons import Person, persons_of
from game.coach.words_for import is_many, sentence
from game.scenario import Scenario
from game.scenario.clauses import (
    Change,
    Effect,
    OfferChange,
    Reveal,
    Schedule,
    Set,
    Toll,
)
from game.scenario.event_model import Choice, Event
from game.state import CLAIMANT, HOST, State

TOLL = "toll"
"""The track that the ledger of a campaign adds up to."""
REVEALED = {
    "need": "you learn what {other.he} {cannot}",
    "ground": "you learn which ground {other.he} could use before {throne}",
    "temper": "you learn what kind of {other.man} {other.he} is",
    "court": "you learn how {other.his} {court} stands",
}
"""What a scene that lets something be seen of the other promises."""
FEW = Fraction(8, 100)
"""A chance below which no fraction of ten is near."""
COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ONE_CHAIR = {"caution": CLAIMANT}
"""Tracks of the table that only one chair sees, whatever the author says."""
TOWARDS = {"trust": " in {other.him}"}
"""What of one's own is felt toward the person opposite says so."""
UNLABELLED: Mapping[str, Callable[[Person], str]] = {
    "danger": lambda host: f"what {host.he} {host.verb('has', 'have')} to fear",
    "hope": lambda host: f"what {host.he} {host.verb('hopes', 'hope')} for",
    "coerced": lambda host: f"{host.his} claim that {host.he} {host.verb('was', 'were')} forced",
}
"""What an author can change of the host that is no track, as each chair says it."""


def foreseen(
    scenario: Scenario, event: Event, choice: Choice, mode: str, state: State | None = None
) -> str:
    """Return what a choice of an event would visibly do, in one line.

    With the state a track says that it stands at that end already.
    """
    seat = HOST if event.seat == scenario.table.host else CLAIMANT
    parts = list(_told(scenario, choice.do, seat, mode, state))
    if choice.risk is not None:
        parts.append(f"a risk: {chance_said(choice.risk.odds, mode)} it goes wrong")
    return sentence("; ".join(parts)) if parts else ""


def _told(
    scenario: Scenario, effects: tuple[Effect, ...], seat: int, mode: str, state: State | None
) -> Iterator[str]:
    words = scenario.table.words
    for effect in effects:
        match effect:
            case Change(track, by) if state is not None and at_end(state, track, by):
                yield f"{label_of(scenario, track, seat)}: {at_end(state, track, by)}"
            case Change(track, by) if by and is_seen(scenario, track, seat):
                told = moved(track, label_of(scenario, track, seat), by, seat, mode)
                yield f"{told}{_means(scenario, track, by, seat)}"
            case Set(track, to) if is_seen(scenario, track, seat):
                label, stands = (
                    label_of(scenario, track, seat),
                    _level(scenario, track, to, seat, mode),
                )
                yield f"{label}: then {stands}" if is_many(label) else f"{label} becomes {stands}"
            case OfferChange(issue, option):
                text = scenario.table.issues[issue].options[option].text
                yield f"the paper then says: {text}"
            case Reveal(what):
                other = persons_of(scenario, seat)[1 - seat]
                yield REVEALED[what].format(
                    other=other,
                    throne=words.throne,
                    court=words.court,
                    cannot=words.cannot_do_without,
                )
            case Toll(count=count) if is_seen(scenario, TOLL, seat):
                yield moved(TOLL, label_of(scenario, TOLL, seat), count, seat, mode)
            case Schedule():
                yield "something will come of it later"
            case _:
                pass


def _means(scenario: Scenario, track: str, by: int, seat: int) -> str:
    """Return what a change means to the claimant whose name says neither good nor bad."""
    if track != "hope" or seat == HOST:
        return ""
    host = persons_of(scenario, seat)[HOST]
    return f" ({host.he} {host.verb('is', 'are')} {'harder' if by > 0 else 'easier'} to content)"


def _level(scenario: Scenario, track: str, to: int, seat: int, mode: str) -> str:
    authored = scenario.tracks.get(track)
    return str(to) if authored is None else level_told(track, authored, to, seat, mode)


def is_seen(scenario: Scenario, track: str, seat: int) -> bool:
    """Return whether a chair is told when a track moves."""
    if ONE_CHAIR.get(track, seat) != seat:
        return False
    chairs = (scenario.table.claimant, scenario.table.host)
    return track not in scenario.tracks or scenario.tracks[track].is_seen_by(chairs[seat])


def label_of(scenario: Scenario, track: str, seat: int) -> str:
    """Return what a chair calls a track within a sentence."""
    told = persons_of(scenario, seat)
    if track not in scenario.tracks:
        return UNLABELLED[track](told[HOST]) if track in UNLABELLED else track
    label = scenario.tracks[track].label
    chair, what = owned(scenario, label)
    if chair != seat:
        return in_sentence(scenario, label)
    return f"your {what}{TOWARDS.get(track, '').format(other=told[1 - seat])}"


def chance_said(odds: int, mode: str) -> str:
    """Return how often a choice goes wrong, as it is told before it is made and afterwards."""
    return f"{odds} times in a hundred" if mode == "points" else times_in(odds)


def times_in(odds: int) -> str:
    """Return a chance in per cent as so many times in so many.

    >>> times_in(25), times_in(30), times_in(40), times_in(35)
    ('one time in four', 'three times in ten', 'two times in five', 'about one time in three')
    >>> times_in(2), times_in(6), times_in(96)
    ('one time in 50', 'about one time in 17', '24 times in 25')
    >>> times_in(0), times_in(100)
    ('never', 'every time')
    """
    chance = Fraction(odds, 100)
    seldom = min(chance, 1 - chance)
    if seldom <= 0:
        return "every time" if odds > 0 else "never"
    of = len(COUNTED) if seldom >= FEW else round(1 / seldom)
    share = chance.limit_denominator(of)
    about = "" if chance == share else "about "
    times = "time" if share.numerator == 1 else "times"
    return f"{about}{_word(share.numerator)} {times} in {_word(share.denominator)}"


def _word(number: int) -> str:
    return COUNTED[number - 1] if number <= len(COUNTED) else str(number)

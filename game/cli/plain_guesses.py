"""What a seat expects, in its own words: asked for, noted, listed, and held against what came."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import wrapped
from game.coach.guesses import beside_what_came, noted
from game.coach.leaves import Leaf
from game.coach.persons import opposite
from game.coach.seasons.guesses import expected, noted_so_far
from game.rules import CampaignRules
from game.session import Session
from game.state import Phase, State

SYNTAX = (
    "What do you expect? Write it after the word, as you like: 'expect {other.he} signs by the"
    " sixth sitting'. The {other.man} opposite never sees it; the end shows it beside what came."
)
NOT_NOW = "a guess can be noted only while a sitting waits for your decision"
NONE = "You noted nothing."
EXPECT = "expect"
AT_A_TABLE = "At a table 'expect WORDS' notes what you expect; the end shows it beside what came."
WHERE = "They stand so on a page of the end, too ('pages'), and with the talks in 'archives TABLE'."


def can_guess(state: State) -> bool:
    """Return whether a guess can be noted now."""
    return state.phase in (Phase.SITTING, Phase.REPLY)


def asked(session: Session, seat: int) -> Iterator[str]:
    """Yield what a seat has noted so far, and how to note more."""
    lines = [wrapped(line, "", "  ") for line in noted(_states(session), seat)]
    yield from lines
    if session.is_over:
        yield from () if lines else (NONE,)
    else:
        yield wrapped(SYNTAX.format(other=opposite(session.rules, seat)))


def guessed_in_seasons(session: Session, rules: CampaignRules) -> Iterator[str]:
    """Yield what was noted at the tables of a campaign; after its end beside what came."""
    steps = session.steps()
    if session.is_over:
        told = [paragraph for leaf in expected(rules, steps) for paragraph in leaf.paragraphs]
        yield from (wrapped(line, "", "  ") for line in (*told, WHERE if told else NONE))
        return
    yield from (wrapped(line, "", "  ") for line in noted_so_far(rules, steps))
    yield wrapped(AT_A_TABLE)


def confirmed(guess: str) -> str:
    """Return what is said of a guess that was noted."""
    return wrapped(f"Noted: “{guess}”. The end shows it beside what came.")


def held_against_what_came(session: Session) -> Iterator[Leaf]:
    """Yield a page for each person who noted anything: the guesses, then what came."""
    yield from beside_what_came(session.rules, session.persons, _states(session))


def _states(session: Session) -> tuple[State, ...]:
    return tuple(turn.state for turn in session.story())

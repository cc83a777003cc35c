"""What a seat expects, in its own words: asked for, noted, listed, and held against what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.cli.plain_text import wrapped
from game.coach.leaves import Leaf, became
from game.coach.papers import terms_said
from game.rules import Outcome, Rules
from game.session import Session
from game.state import CLAIMANT, HOST, Ended, Phase, State, Turn

SYNTAX = (
    "What do you expect? Write it after the word, as you like: 'expect he signs by the sixth"
    " sitting'. The man opposite never sees it; the end shows it beside what came."
)
NOT_NOW = "a guess can be noted only while a sitting waits for your decision"
NONE = "You noted nothing."
CAME = {
    Ended.SIGNED: "{host} signed in sitting {sitting}: {terms}.",
    Ended.BROKEN_OFF: "{host} broke off the talks in sitting {sitting}.",
    Ended.WENT_HOME: "{claimant} went home in sitting {sitting}.",
    Ended.LAPSED: "the days were spent, and nothing was signed.",
}
"""What came of the talks."""


def can_guess(state: State) -> bool:
    """Return whether a guess can be noted now."""
    return state.phase in (Phase.SITTING, Phase.REPLY)


def asked(session: Session, seat: int) -> Iterator[str]:
    """Yield what a seat has noted so far, and how to note more."""
    noted = [wrapped(line, "", "  ") for line in _noted(session.story(), seat)]
    yield from noted
    if session.is_over:
        yield from () if noted else (NONE,)
    else:
        yield wrapped(SYNTAX)


def confirmed(guess: str) -> str:
    """Return what is said of a guess that was noted."""
    return wrapped(f"Noted: “{guess}”. The end shows it beside what came.")


def held_against_what_came(session: Session) -> Iterator[Leaf]:
    """Yield a page for each person who noted anything: the guesses, then what came."""
    yield from beside_what_came(session.rules, session.persons, tuple(session.story()))


def beside_what_came(rules: Rules, persons: Iterable[str], story: Sequence[Turn]) -> Iterator[Leaf]:
    """Yield the same of the turns of a line; nothing while its talks go on."""
    outcome = rules.outcome(story[-1].state) if story else None
    if outcome is None:
        return
    known = frozenset(persons)
    for seat, id in enumerate(rules.table.seats):
        noted = tuple(_noted(story, seat)) if id in known else ()
        who = "you" if len(known) == 1 else rules.scenario.seats[id].name
        if noted:
            came = _came(rules, story[-1].state, outcome)
            yield Leaf(f"What {who} expected", (*noted, f"What came: {came}"))


def _noted(story: Iterable[Turn], seat: int) -> Iterator[str]:
    known = 0
    for turn in story:
        guesses = turn.state.guesses
        for whose, guess in guesses[known:]:
            if whose == seat:
                yield f"Sitting {turn.state.sitting}: “{guess}”"
        known = len(guesses)


def _came(rules: Rules, state: State, outcome: Outcome) -> str:
    names = [rules.scenario.seats[id].name for id in rules.table.seats]
    told = CAME[state.ended or Ended.LAPSED].format(
        claimant=names[CLAIMANT],
        host=names[HOST],
        sitting=state.sitting,
        terms=terms_said(rules, state.treaty) if state.treaty is not None else "",
    )
    return f"{told} {became(rules, outcome.verdict)}" if state.treaty is not None else told

"""Why a forecast of the court missed: what a chair's people could not know, or what came after.

Only what the rules reckon with is named, and only where the court would have done otherwise
without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.coach.forecast import forecast
from game.coach.host_forecast import host_forecast
from game.coach.leaves import Leaf
from game.coach.persons import Person, capital, persons
from game.coach.readings import BECOMES
from game.coach.words_for import LIKELY, counted, points, whole, within
from game.negotiation import Package
from game.rules import Game, Rules, court
from game.state import CLAIMANT, HOST, Decision, State, Verdict

SELDOM = LIKELY[3:]
"""Words for what is not expected."""
DID = {Verdict.RATIFIED: "owned it", Verdict.SILENCE: "let it lie", Verdict.DISOWNED: "tore it up"}


class Read(NamedTuple):
    """What the court's reading of a paper hangs on."""

    crisis: int
    forced: int
    """Hundredths of it taken by guns."""
    begged: int
    """Hundredths more for a signer who begs the throne to disown it."""
    memorial: frozenset[int]

    def verdict(self, rules: Rules, paper: Package) -> Verdict:
        """Return what the court does with a paper that it reads so."""
        rule, forced = rules.scenario.table.court, self.forced + self.begged
        seen = court.reading(rules.table, paper, self.crisis, forced, self.memorial)
        return court.verdict(seen.support, rule.ratified, rule.silence)


def missed(
    game: Game, line: Iterable[tuple[State, Decision]], state: State, seat: int
) -> Iterator[Leaf]:
    """Yield a page for the last forecast of the paper that was signed, if the court belied it.

    `line` is every decision with the state in which it was made.
    """
    rules = game.at(state)
    outcome, treaty = rules.outcome(state), state.treaty
    if outcome is None or treaty is None:
        return
    asked = [
        before
        for before, decision in line
        if decision.verb == "forecast"
        and before.seat == seat
        and (before.paper if decision.paper is None else decision.paper) == treaty
    ]
    if not asked:
        return
    weigh = forecast if seat == CLAIMANT else host_forecast
    said = weigh(rules, game.seen_by(seat, asked[-1]), treaty).verdicts
    word = next((c.word for c in said if c.answer == str(outcome.verdict)), "")
    if word not in SELDOM:
        return
    reasons = [capital(reason) for reason in _reasons(rules, asked[-1], state, treaty, seat)]
    if not reasons:
        least, most = within(word)
        reasons = [
            f"Nothing that decides it had changed since: what is said to come {word} comes {least} "
            f"to {most} times in a hundred."
        ]
    agreed = rules.table.words.consent.agreed
    yield Leaf(
        "Where your people were wrong",
        (
            f"Of the paper that was {agreed} your people said in sitting {asked[-1].sitting}: "
            f"{BECOMES[outcome.verdict]}: {word}. The {rules.table.words.court} "
            f"{DID[outcome.verdict]}.",
            *reasons,
        ),
    )


def _reasons(rules: Rules, asked: State, state: State, treaty: Package, seat: int) -> Iterator[str]:
    """Yield each thing without which the court would have done otherwise."""
    host = persons(rules, seat)[HOST]
    then, now = _then(rules, asked, treaty), _now(rules, state)
    came, signed = now.verdict(rules, treaty), rules.table.words.consent.done
    differ = [name for name in Read._fields if getattr(then, name) != getattr(now, name)]
    alone = [
        n for n in differ if now._replace(**{n: getattr(then, n)}).verdict(rules, treaty) != came
    ]
    if then.verdict(rules, treaty) == came:
        if seat == CLAIMANT and then.forced:
            yield (
                f"they could not know the {host.man}: to {host.him} it lay "
                f"{counted(whole(then.forced), 'point')} below what {host.he} would have {signed} "
                "unthreatened."
            )
        return
    for name in alone or differ:
        yield from _told(rules, name, then, now, host)


def _told(rules: Rules, name: str, then: Read, now: Read, host: Person) -> Iterator[str]:
    words = rules.table.words
    match name:
        case "crisis":
            yield (
                f"how near the {words.court} feels the danger nobody at the table knows: your "
                f"people reckoned with {then.crisis} of 100, give or take "
                f"{rules.scenario.table.court.mood}; it felt {now.crisis}."
            )
        case "forced":
            yield (
                f"the {words.court} read {points(now.forced)} points of it as forced by "
                f"{words.guns}; when they were asked, it would have been {points(then.forced)}."
            )
        case "begged":
            yield (
                f"{host.named} begged {words.throne} to disown it, and so it was read as if "
                f"{points(now.begged)} points more had been forced."
            )
        case _:
            yield f"what was written for {words.throne} was another thing by then."


def _then(rules: Rules, asked: State, treaty: Package) -> Read:
    """Return what the court would have read by all that the table held when it was asked of."""
    mood = 0 if asked.heard_mood is None else asked.heard_mood
    signed = asked._replace(treaty=treaty)
    forced = court.taken_by_menace(signed, rules.table, rules.walk_unmenaced(asked))
    crisis = max(0, min(100, rules.known_crisis + mood))
    return Read(crisis, forced, 0, asked.memorial)


def _now(rules: Rules, state: State) -> Read:
    forced = court.taken_by_menace(state, rules.table, rules.walk_unmenaced(state))
    begged = court.DISOWNING if state.disowned else 0
    return Read(rules.crisis(state), forced, begged, state.memorial)

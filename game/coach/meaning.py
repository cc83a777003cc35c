"""What a word of the table means here, the rule behind it and how it stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from game.coach.meaning_asked import Asking
from game.coach.meaning_moves import (
    of_accept,
    of_consulting,
    of_disowning,
    of_illness,
    of_leaving,
    of_listening,
    of_refusing,
    of_staying,
)
from game.coach.meaning_numbers import of_danger, of_hope, of_pressure, of_walk_away
from game.coach.meaning_rules import of_clock, of_court, of_forecast, of_lasting, of_memorial
from game.coach.meaning_terms import (
    of_batna,
    of_coercion,
    of_concession,
    of_expect,
    of_home,
    of_leverage,
    of_reservation,
    of_value,
    of_zopa,
)
from game.coach.meaning_things import (
    of_act,
    of_ground,
    of_issue,
    of_one_option,
    of_option,
    of_sentence,
    of_track,
)
from game.coach.words_for import sentence
from game.rules import Rules
from game.scenario.faults import did_you_mean
from game.state import State

RULES: Mapping[str, Callable[[Asking], Iterator[str]]] = {
    "forecast": of_forecast,
    "court": of_court,
    "pressure": of_pressure,
    "danger": of_danger,
    "walk-away": of_walk_away,
    "hope": of_hope,
    "clock": of_clock,
    "memorial": of_memorial,
    "lasting": of_lasting,
    "home": of_home,
}
"""Words that the rules know, whatever the scenario."""
TERMS: Mapping[str, Callable[[Asking], Iterator[str]]] = {
    "batna": of_batna,
    "reservation": of_reservation,
    "zopa": of_zopa,
    "leverage": of_leverage,
    "value": of_value,
    "concession": of_concession,
    "coercion": of_coercion,
    "expect": of_expect,
}
"""Words of a course on negotiation, and the one that notes a guess."""
MOVES: Mapping[str, Callable[[Asking], Iterator[str]]] = {
    "accept": of_accept,
    "sign-to-disown": of_disowning,
    "consult": of_consulting,
    "refuse": of_refusing,
    "listen": of_listening,
    "fall-ill": of_illness,
    "break-off": of_leaving,
    "go-home": of_leaving,
    "stay": of_staying,
}
"""Decisions that stand alone."""
ALSO = {
    "credit": "credibility",
    "menace": "pressure",
    "fear": "danger",
    "reservation-value": "reservation",
    "reservation-price": "reservation",
    "zone": "zopa",
    "guess": "expect",
    "mandate": "home",
    "letter": "home",
    "need": "home",
    "one-thing": "home",
    "disown": "sign-to-disown",
    "sign": "accept",
}
"""Other names for them."""
OTHERWISE = "Of acts of pressure 'why pressure' tells."
"""Said of an issue whose name is a word for them elsewhere."""


def words_known(rules: Rules) -> list[str]:
    """Return every word that has a meaning here."""
    table = rules.scenario.table
    options = chain.from_iterable(rules.table.options)
    names = chain(ALSO, _named_here(rules), table.memorial, table.grounds, options)
    words = chain(_first_words(rules), TERMS, _moves(rules), names)
    return list(dict.fromkeys(words))


def meaning(rules: Rules, state: State, name: str, mode: str = "advisers") -> tuple[str, ...]:
    """Return what a word means, first in a sentence and then in particulars.

    `state` is as the one who asks may see it; `mode` is `points` where numbers are told. A word
    that means several things is told as all of them. For a word that is not known there is one
    sentence, with the one that may be meant.
    """
    asking = Asking(rules, state, mode)
    other = {**ALSO, **_named_here(rules)}
    told = tuple(line for line in _told(asking, other.get(name, name)) if line)
    if told:
        return told
    # Of `issue=option` that is none of the issue's, the option may still be another's.
    asked = name.rpartition("=")[2]
    hint = did_you_mean(asked, words_known(rules)) if asked else ""
    first = ", ".join(_first_words(rules))
    return (
        sentence(
            hint
            or f"ask 'why' of one of these: {first}; of what is taught: {', '.join(TERMS)}; of "
            f"what can be decided: {', '.join(_moves(rules))}; or of an option, a ground or a "
            "sentence, by its name"
        ),
    )


THINGS: Mapping[str, Callable[[Asking, str], Iterator[str]]] = {
    "act": of_act,
    "issue": of_issue,
    "track": of_track,
    "sentence": of_sentence,
    "ground": of_ground,
}
"""Kinds of thing that an author names; things of two kinds may have one name."""


def meaning_of(
    rules: Rules, state: State, kind: str, name: str, mode: str = "advisers"
) -> tuple[str, ...]:
    """Return what one thing means, where it is known of which of `THINGS` it is."""
    return tuple(filter(None, THINGS[kind](Asking(rules, state, mode), name)))


def meaning_of_option(
    rules: Rules, state: State, issue: int, option: int, mode: str = "advisers"
) -> tuple[str, ...]:
    """Return what one option of one issue would settle, and how it stands."""
    return tuple(filter(None, of_one_option(Asking(rules, state, mode), issue, option)))


def _first_words(rules: Rules) -> list[str]:
    """Return the words to begin with: acts, issues, tracks and what the rules know."""
    table = rules.scenario.table
    known = rules_known(rules)
    return list(dict.fromkeys([*table.acts, *table.issues, *rules.scenario.tracks, *known]))


def rules_known(rules: Rules) -> list[str]:
    """Return the words of the rules that mean something at this table."""
    known = [rule for rule in RULES if rule != "pressure" or rules.table.knows_pressure]
    return [rules.table.words.memorial if rule == "memorial" else rule for rule in known]


def _named_here(rules: Rules) -> dict[str, str]:
    """Return which words of the rules are meant by the table's own words; an issue's name wins."""
    words, issues = rules.table.words, rules.scenario.table.issues
    named = {words.memorial: "memorial", words.guns: "pressure"}
    return {word: rule for word, rule in named.items() if word not in issues}


def _moves(rules: Rules) -> list[str]:
    """Return the decisions that can be made at the table and stand alone."""
    table = rules.table
    never = {"consult": not table.knows_cession, "stay": not table.wagers}
    return [move for move in MOVES if not never.get(move)]


def _told(asking: Asking, name: str) -> Iterator[str]:
    scenario = asking.rules.scenario
    table = scenario.table
    if name in table.acts:
        yield from of_act(asking, name)
    if name in table.issues:
        yield from of_issue(asking, name)
        if name == asking.rules.table.words.guns and asking.rules.table.knows_pressure:
            yield OTHERWISE
    if name in scenario.tracks:
        yield from of_track(asking, name)
    if name in RULES:
        yield from RULES[name](asking)
    if name in MOVES:
        yield from MOVES[name](asking)
    if name in TERMS:
        yield from TERMS[name](asking)
    if name in table.memorial:
        yield from of_sentence(asking, name)
    if name in table.grounds:
        yield from of_ground(asking, name)
    issue, is_clause, option = name.partition("=")
    yield from of_option(asking, option if is_clause else name, issue if is_clause else "")

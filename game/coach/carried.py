"""What would have carried a paper that the court did not own: sentences that nobody wrote home."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from game.coach.words_for import listed
from game.rules import Rules, court, terms
from game.state import State, Verdict


def carried(rules: Rules, state: State) -> Iterator[str]:
    """Yield in a sentence what would have carried a treaty that the court did not own.

    The fewest sentences of the memorial that the treaty bears out and for which there was room;
    nothing where no such sentences carry it.
    """
    outcome, treaty = rules.outcome(state), state.treaty
    if outcome is None or treaty is None or outcome.verdict is Verdict.RATIFIED:
        return
    table, rule = rules.table, rules.scenario.table.court
    left = [
        index
        for index, sentence in enumerate(table.memorial)
        if index not in state.memorial and treaty[sentence.issue] in sentence.borne_by
    ]
    for many in range(1, terms.SENTENCES - len(state.memorial) + 1):
        for more in combinations(left, many):
            written = state.memorial | frozenset(more)
            crisis, forced = rules.crisis(state), outcome.coercion
            support = court.reading(table, treaty, crisis, forced, written).support
            if court.verdict(support, rule.ratified, rule.silence) is Verdict.RATIFIED:
                yield _said(rules, more)
                return


def _said(rules: Rules, more: tuple[int, ...]) -> str:
    table = rules.table
    sentences = [table.memorial[index] for index in more]
    readers = listed(list(dict.fromkeys(table.factions[s.faction].label for s in sentences)))
    quoted = listed([f"“{s.say}”" for s in sentences])
    many = "One sentence" if len(more) == 1 else "Two sentences"
    return f"{many} for {readers} would have carried it: {quoted}"

"""What is wrong with a scenario's tests before they are run, the words of their decisions too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.coach.workshop.given import unplayable
from game.errors import WordsError
from game.rules import Rules, parsed
from game.scenario.case_lint import CaseNames, case_problems, given_problems
from game.scenario.case_model import Asked, Case, Given
from game.scenario.faults import Code, Path, Problem, nearest_of
from game.state import State

MOST_MEANT = 3
"""Scenes that have a choice of the same id, of those that are named."""


def faults_of(case: Case, path: Path, rules: Rules | None, names: CaseNames) -> Iterator[Problem]:
    """Yield everything wrong with a test; the rules may be those of any start.

    Where there are none, only its names are looked at.
    """
    sound = True
    for problem in case_problems(case, path, names):
        sound = sound and problem.path[: len(path) + 1] != (*path, "given")
        yield problem
    if rules is None:
        return
    if sound:
        yield from _personas(case.given, (*path, "given"), rules)
    state = _with_papers(rules)
    for index, (seat, words) in enumerate(case.when):
        at = (*path, "when", index, seat) if seat else (*path, "when", index)
        yield from _words(words, at, rules, state)
        yield from _of_another_chair(words, seat, at, rules, case.given)
    for index, claim in enumerate(case.then):
        if isinstance(claim, Asked):
            for key, words in (("may", claim.may), ("may-not", claim.may_not)):
                if words:
                    yield from _words(words, (*path, "then", index, key), rules, state)


def faults_of_given(given: Given, path: Path, rules: Rules, names: CaseNames) -> list[Problem]:
    """Return everything wrong with how things are said to stand."""
    found = list(given_problems(given, path, names))
    return found or list(_personas(given, path, rules))


def _personas(given: Given, path: Path, rules: Rules) -> Iterator[Problem]:
    for key, (message, hint) in unplayable(rules, given).items():
        yield Problem((*path, key), Code.UNKNOWN_ID, message, hint)


def _with_papers(rules: Rules) -> State:
    """Return a state in which a paper and a word lie there, so that any may be changed."""
    table = rules.table
    paper = tuple(0 for _ in table.issues)
    return rules.opening("words")._replace(paper=paper, word=paper)


def _with_its_verb(words: str, rules: Rules) -> str:
    """Return the decision that was meant where its first word is left out, if it can be told.

    What is left is a choice, a scene with its choice, or the terms of a paper.
    """
    said, scenes = words.split(), rules.scenes.by_id
    if not said:
        return ""
    if said[0] in scenes and len(said) > 1:
        return f"`choose {' '.join(said)}`"
    if said[0].partition("=")[0] in rules.table.issues:
        return f"`offer {' '.join(said)}`"
    of = [id for id, scene in scenes.items() if said[0] in scene.by_id]
    return " or ".join(f"`choose {id} {said[0]}`" for id in of[:MOST_MEANT])


def _of_another_chair(
    words: str, seat: str, path: Path, rules: Rules, given: Given
) -> Iterator[Problem]:
    """Yield a problem if a line answers a scene that is not its chair's."""
    said = words.split()
    if said[:1] != ["choose"] or len(said) != 3 or (given.both_chairs and not seat):
        return
    scene = rules.scenario.events.get(said[1])
    own = seat or given.seat or rules.table.seats[0]
    if scene is None or scene.seat == own or said[2] not in scene.choices:
        return
    message = f"the scene {said[1]} is {scene.seat}'s, and this line is {own}'s"
    hint = f"write `{scene.seat}: {words}`" if seat else f"add `seat: {scene.seat}` to `given`"
    yield Problem(path, Code.BAD_DECISION, message, hint, offset=words.find(said[1]))


def _words(words: str, path: Path, rules: Rules, state: State) -> Iterator[Problem]:
    """Yield what is wrong with a decision in words, wherever it may be legal."""
    try:
        decision = parsed(words, rules.table, state)
    except WordsError as error:
        message, _, hint = str(error).partition("; ")
        if meant := _with_its_verb(words, rules):
            message, hint = f"'{words.split()[0]}' is no decision", f"did you mean {meant}?"
        wrong = re.search("'(.+?)'", message)
        offset = max(0, words.find(wrong[1])) if wrong else 0
        hint = hint or "`amur handbook reference-tests` lists the words of each"
        yield Problem(path, Code.BAD_DECISION, message, hint, offset=offset)
        return
    if decision.verb != "choose":
        return
    scenes = rules.scenes.by_id
    for word, known, kind in (
        (decision.name, scenes.keys(), "scene"),
        (
            decision.about[0],
            scenes[decision.name].by_id.keys() if decision.name in scenes else (),
            f"choice of {decision.name}",
        ),
    ):
        if known and word not in known:
            message, hint = f"'{word}' is no {kind}", nearest_of(word, known)
            offset = words.rfind(word) if kind != "scene" else words.find(word)
            yield Problem(path, Code.BAD_DECISION, message, hint, offset=offset)

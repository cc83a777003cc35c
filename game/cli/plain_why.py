"""Why of a number: what the line of the list that was shown last does at a table."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli import plain_menu, plain_scene
from game.cli.plain_named import names_to_type
from game.cli.plain_text import runs, wrapped
from game.coach.choice_told import choice_told, moved_told
from game.coach.meaning import meaning, meaning_of
from game.coach.menu import OWN_KEYS, entries
from game.coach.spent import marked
from game.coach.words_for import sentence
from game.rules import Rules
from game.rules.legal import Legal
from game.state import Phase, State

NOT_THERE = "There is no {key} in the list; 'why' explains {known} of it, and words by name."
AT_A_QUESTION = "At a question 'why' explains words and no numbers; 'why' alone lists them."
KEYS = frozenset(OWN_KEYS.values())


def is_key(text: str) -> bool:
    """Return whether a word is what stands before a line of a list: a number or a letter."""
    return text.isdecimal() or text.lower() in KEYS


def asks_of_a_line(text: str) -> bool:
    """Return whether a line of text asks why of what has a number or a letter before it."""
    word, _, key = text.partition(" ")
    return word.lower() == "why" and is_key(key.strip())


def told_line(rules: Rules, legal: Legal, state: State, key: str, mode: str) -> Iterator[str]:
    """Yield what the line with a key does, of a scene or of what can be done at the table."""
    if state.phase is Phase.SCENE:
        yield from _of_scene(rules, legal, state, key, mode)
        return
    menu = list(marked(rules, state, entries(rules, legal, state.seat)))
    entry = plain_menu.chosen(menu, key)
    if entry is None:
        known = runs(each.key for each in menu)
        yield wrapped(NOT_THERE.format(key=key, known=known))
        return
    if entry.refused:
        yield wrapped(sentence(f"not now: {entry.refused}"))
    if entry.name in rules.table.by_id:
        told = meaning_of(rules, state, "act", entry.name, mode)
    else:
        told = meaning(rules, state, entry.name, mode)
    yield from map(wrapped, told)
    yield from names_to_type(rules, entry.name)


def _of_scene(rules: Rules, legal: Legal, state: State, key: str, mode: str) -> Iterator[str]:
    ids = plain_scene.choices(legal)
    if not key.isdecimal() or not 1 <= int(key) <= len(ids):
        known = runs(str(number) for number in range(1, 1 + len(ids)))
        yield wrapped(NOT_THERE.format(key=key, known=known))
        return
    event = rules.scenario.events[rules.scenes.all[state.scene].id]
    choice = event.choices[ids[int(key) - 1]]
    yield wrapped(choice.say)
    for heading, text in choice_told(rules, state, event, choice, mode):
        yield wrapped(f"{heading}{text}")
    for text in moved_told(rules, state, choice, mode):
        yield wrapped(text)

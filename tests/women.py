"""A scenario with women in both chairs and as advisers, whose own words say she.

Whatever is said there of a he, of him or of a man is the engine's.
"""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

from game.files.folders import folder_of
from game.files.scenarios import read_scenario
from game.scenario import Scenario

OF_A_MAN = re.compile(r"\b(he|him|his|himself|man|men)\b", re.IGNORECASE)
"""The words that say that somebody is a man."""
OF_A_WOMAN = {
    "he": "she",
    "him": "her",
    "his": "her",
    "himself": "herself",
    "man": "woman",
    "men": "women",
}
_TOLD = re.compile(rf"(?!^men:){OF_A_MAN.pattern}", re.IGNORECASE | re.MULTILINE)
"""Such a word that is not the key of a table's people."""
_PEOPLE = re.compile(r"^(seats|advisers):\n(?:[ #].*\n|\n)+", re.MULTILINE)
_PERSON = re.compile(r"^( +)name:", re.MULTILINE)


def women_of(id: str, folder: Path) -> Scenario:
    """Return a scenario of the game with women in it, written into an empty folder."""
    copytree(folder_of(id), folder, dirs_exist_ok=True)
    for path in folder.rglob("*"):
        if path.suffix in (".yaml", ".md", ".amur"):
            text = _TOLD.sub(_of_a_woman, path.read_text("utf-8"))
            path.write_text(_PEOPLE.sub(_seated, text), "utf-8")
    return read_scenario(folder)


def of_men(lines: list[str]) -> list[str]:
    """Return those lines that say that somebody is a man."""
    return [line for line in lines if OF_A_MAN.search(line)]


def _seated(people: re.Match[str]) -> str:
    return _PERSON.sub(r"\1pronoun: she\n\1name:", people[0])


def _of_a_woman(word: re.Match[str]) -> str:
    said = OF_A_WOMAN[word[0].lower()]
    return said if word[0].islower() else said.capitalize()

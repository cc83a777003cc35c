"""What a claimant saw of the man opposite, or heard of the court behind him, in words."""

from __future__ import annotations

from game.coach.persons import Person
from game.coach.words_for import listed, sentence
from game.rules.table import Temper

FAR, LITTLE = 120, 80
"""Per cent from which, and up to which, something reaches a man far or little."""
MOVED = 8
"""Points by which the mood of a court must differ to be heard of."""


def kind_of_man(host: Person, temper: Temper, *, can_be_pressed: bool) -> str:
    """Return what reaches who has a temperament, in a sentence; threats where there are any."""
    reaches = {"reasons": temper.talk, "courtesies": temper.courtesy}
    if can_be_pressed:
        reaches = {"threats": temper.menace, **reaches}
    far = [what for what, reach in reaches.items() if reach >= FAR]
    little = [what for what, reach in reaches.items() if reach <= LITTLE]
    parts = [
        f"{sentence(listed(what)).rstrip('.')} reach {host.him} {how}"
        for what, how in ((far, "far"), (little, "little"))
        if what
    ]
    return f"{host.He} is {temper.id}." + "".join(f" {part}." for part in parts)


def how_the_court_stands(host: Person, mood: int, court: str = "court") -> str:
    """Return how the court feels the crisis, beside what everybody supposes of it."""
    if mood >= MOVED:
        return f"{host.His} {court} is nearer despair than one would suppose: it will own more."
    if mood <= -MOVED:
        return f"{host.His} {court} feels safer than one would suppose: it will own less."
    return f"{host.His} {court} stands about as one would suppose."

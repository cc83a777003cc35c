"""What a place in a line shows in words: where one stands, and what was told there."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.coach.invented import title_in_play
from game.coach.standing import when
from game.state import State
from game.tui.play import moment
from game.tui.play.head import Standing
from game.tui.play.story import passage_parts, scene_parts
from game.tui.replay.course import Course
from game.tui.texts import plain, said

MUTED = "$text-muted"
NOTHING_TOLD = "Nothing of what was decided here was told to {name}."
OPENING_TOLD = "The talks open."


def heads(course: Course, place: int, view: State) -> Iterator[Standing]:
    """Yield where one stands and how matters stood, from the fullest words to the fewest."""
    node = f"Node {course.node(place)}" if place else "The opening"
    where = said((node, "bold $accent"), (f" · {place} of {len(course.path)}   ", MUTED))
    for form in moment.standing(course.rules, course.seat, view, course.mode):
        yield form.after(where)
    yield Standing((said((when(course.rules, max(1, view.sitting)), "bold")),)).after(where)


def told(course: Course, place: int) -> tuple[list[Content], list[Content]]:
    """Return what was told before, and what is new: the step, and the scene that waits."""
    passages, newest = course.told(place)
    older = [part for passage in passages for part in passage_parts(passage)]
    scene = course.scene(place)
    parts: list[Content] = []
    if newest is not None and not newest.is_empty:
        parts += passage_parts(newest)
    elif newest is not None:
        name = course.rules.scenario.seats[course.rules.table.seats[course.seat]].name
        parts.append(plain(NOTHING_TOLD.format(name=name), style=MUTED))
    elif not scene:
        parts.append(plain(OPENING_TOLD, style=MUTED))
    if scene:
        event = course.rules.scenario.events[scene]
        parts += scene_parts(title_in_play(course.rules.scenario, event), event.place, event.text)
    return older, parts

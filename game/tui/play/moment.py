"""What the panes show of a moment: values for the widgets, made from a session's view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from textual.content import Content

from game.coach.invented import title_in_play
from game.coach.leaves import after_the_talks
from game.coach.lesson import to_talk_about
from game.coach.missed import missed
from game.coach.standing import looks_each, when
from game.rules import Rules
from game.session import Session
from game.state import HOST, Decision, Ended, Phase, State
from game.tui.play.annals import Annals, Passage
from game.tui.play.ending import EndPage, last_page, page_of
from game.tui.play.head import Standing
from game.tui.play.shortly import BETWEEN, day_shortly, looks_shortly
from game.tui.play.story import passage_parts, scene_parts
from game.tui.texts import said


def standing(rules: Rules, seat: int, state: State, mode: str) -> Iterator[Standing]:
    """Yield the day, the sitting and how the two stand, from the fullest words to the fewest."""
    sitting = max(1, state.sitting)
    tracks = looks_each(rules, seat, state, mode)
    yield Standing((said((f"{when(rules, sitting)}  ", "bold")), *map(said, tracks)))
    day = said((day_shortly(rules, sitting), "bold"))
    for terse in (False, True):
        words = looks_shortly(rules, seat, state, mode, terse=terse)
        yield Standing((day, *map(said, words)), BETWEEN)


def story(
    annals: Annals,
    seat: int,
    state: State,
    notes: Iterable[Content],
    *,
    is_stamped: bool = False,
    is_back: bool = False,
) -> tuple[list[Content], list[Content]]:
    """Return what happened before and what is new: notes, what came of it, and the scene.

    A forecast that `is_stamped` on a draft in view stands there alone. Where the play `is_back`,
    only the notes are new.
    """
    older, newest = annals.passages(seat, is_stamped=is_stamped)
    if is_back:
        older, newest = (*older, *newest), ()
    parts = [*notes, *_parts(newest)]
    if state.phase == Phase.SCENE:
        event = annals.rules.scenario.events[annals.rules.scenes.all[state.scene].id]
        parts += scene_parts(title_in_play(annals.rules.scenario, event), event.place, event.text)
    return list(_parts(older)), parts


ENDED = {
    Ended.SIGNED: "The paper is {agreed}",
    Ended.BROKEN_OFF: "The talks were broken off, and no paper is signed",
    Ended.WENT_HOME: "The talks are over, and no paper is signed",
    Ended.LAPSED: "The days ran out, and no paper is signed",
}
"""How the talks ended, as the last page has it."""


def end_pages(session: Session, annals: Annals, seat: int, *, has_read: bool) -> list[EndPage]:
    """Return how the talks ended, unless that `has_read`, and the pages after them."""
    rules, state = session.rules, session.state
    pages = pages_after(rules, session.line(), state, seat)
    if not has_read:
        _, newest = annals.passages(seat)
        heading = said(("How it ended", "bold $secondary"))
        pages.insert(0, EndPage("How it ended", (heading, *_parts(newest))))
    agreed = rules.table.words.consent.agreed
    ended = ENDED[state.ended].format(agreed=agreed) if state.ended is not None else ""
    afterwards = rules.scenario.afterwards
    return [*pages, last_page(ended, afterwards, has_looked=session.has_looked)]


def pages_after(
    rules: Rules, line: Iterable[tuple[State, Decision]], state: State, seat: int
) -> list[EndPage]:
    """Return the pages up to the archives in short, what the chair's people were wrong about, and
    what to talk about.

    The archives as a whole are `archives`.
    """
    *pages, _ = after_the_talks(rules, state, seat)
    wrong = missed(rules, line, state, seat)
    return [page_of(leaf) for leaf in chain(pages, wrong, to_talk_about(rules.scenario))]


def archives(rules: Rules, state: State, seat: int) -> EndPage:
    """Return the archives as a whole, with the bill."""
    *_, leaf = after_the_talks(rules, state, seat)
    return page_of(leaf)


def weighs_draft(seat: int, state: State) -> bool:
    """Return whether the advisers speak of the draft, and not only of how matters stand."""
    return state.phase != Phase.SCENE and not (seat == HOST and state.paper is None)


def _parts(passages: Iterable[Passage]) -> Iterator[Content]:
    for passage in passages:
        yield from passage_parts(passage)

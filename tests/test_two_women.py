"""Two women at a table, played in both chairs to every end: of neither is told as of a man."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from game.cli.plain import LineMode
from game.cli.plain_help import HIS, WORDS
from game.cli.plain_input import InputEnded, Reader
from game.cli.seating import seating
from game.coach.meaning import words_known
from game.coach.workshop.playing import seated
from game.files.plays import heading_for, start_play
from game.files.scenarios import read_scenario
from game.policy import Policy
from game.record import Step
from game.rules import Rules, formatted
from game.session import Session
from game.state import CLAIMANT, HOST, Decision, Ended
from game.tui.play.causes import causes
from game.tui.play.ending import next_of
from game.tui.play.options import offers
from game.tui.play.shortly import looks_shortly
from tests.in_lines import amur
from tests.women import of_men, women_of

SCENARIOS = ("handbook", "the-fair-at-kulja")
NO_MAN_IS_MEANT = {
    "as-he-read-it": "a key of `amur replay --json`, which format 2 promises to tools",
}
"""What may be said of somebody, and why."""
DONE = ("quit", "save", "menu", "undo", "redo", "goto", "whatif", "promote", "mark", "name", "note")
"""Words of line mode that ask nothing."""
LOOKS = dict.fromkeys(word.split()[0].replace(HIS, "her") for word in WORDS)
IN_VAIN = ("give", "sign", "nothing", "choose", "offer her nothing=1", "suppose")
FEW = ("status", "her", "advisers")
"""What is asked before every decision."""
COMMANDS = (
    ["replay", "--json"],
    ["tree"],
    ["export", "--format", "html"],
)
"""Commands that tell of a play that was kept."""


class Play(NamedTuple):
    """Who decides in which chair, and with what it is to end."""

    persona: str
    seat: int
    last: str = ""
    """What is decided as soon as it can be, if anything."""
    mode: str = "advisers"


PLAYS = (
    Play("integrative", CLAIMANT, mode="points"),
    Play("hawk", CLAIMANT),
    Play("random", CLAIMANT, last="go-home"),
    Play("official", HOST, mode="points"),
    Play("random", HOST, last="sign-to-disown"),
    Play("random", HOST, last="break-off"),
)


class Talks(NamedTuple):
    """What was told of one play, and how it went."""

    play: Play
    told: str
    steps: tuple[Step, ...]
    record: Path


class Asking(Reader):
    """Asks what can be asked, decides as somebody else would, and asks again when all is over."""

    def __init__(self, session: Session, policy: Policy, last: str) -> None:
        super().__init__(io.StringIO())
        self.session = session
        self.policy = policy
        self.last = last
        self.steps: tuple[Step, ...] = ()
        self._lines = self._said()

    def _raw(self, prompt: str) -> str:
        if prompt != "> ":
            return "1"
        line = next(self._lines, "")
        if not line:
            raise InputEnded
        return line

    def _said(self) -> Iterator[str]:
        looks = [word for word in LOOKS if word not in DONE]
        every = (*looks, *IN_VAIN, *(f"why {word}" for word in words_known(self.session.rules)))
        yield from ("brief", "1")
        while not self.session.is_over:
            yield from every if self.session.view().state.sitting == 2 else FEW
            yield "forecast"
            yield formatted(self._decision(), self.session.rules.table)
        yield from (*every, "tree all", "compare opening", "compare history")
        self.steps = self.session.steps()
        yield from ("undo", "redo", "whatif here")

    def _decision(self) -> Decision:
        view, legal = self.session.view(), self.session.legal()
        wanted = Decision(self.last)
        if self.last and wanted in legal and view.state.sitting > 2:
            return wanted
        return self.policy.choose(view, legal)


@pytest.fixture(scope="module", params=SCENARIOS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scenario of two women."""
    folder = tmp_path_factory.mktemp("women") / request.param
    women_of(request.param, folder)
    return folder


@pytest.fixture(scope="module")
def rules(folder: Path) -> Rules:
    """Their table."""
    return Rules(read_scenario(folder))


@pytest.fixture(scope="module")
def talks(rules: Rules, tmp_path_factory: pytest.TempPathFactory) -> list[Talks]:
    """Their talks, held to several ends."""
    home = tmp_path_factory.mktemp("plays")
    return [_held(rules, play, home / f"{at}.amur") for at, play in enumerate(PLAYS)]


def _held(rules: Rules, play: Play, path: Path) -> Talks:
    heading = heading_for(rules, "1", rules.table.seats[play.seat], mode=play.mode)
    policy = seated(rules, play.persona, play.persona, play.seat, "1")[play.seat]
    told = io.StringIO()
    with redirect_stdout(told), start_play(rules, heading, seating, path) as kept:
        asking = Asking(kept.session, policy, play.last)
        LineMode(kept, asking, "amur play").run()
    return Talks(play, told.getvalue(), asking.steps, path)


def of_men_in(text: str) -> list[str]:
    """Return each sentence once that says of somebody that he is a man."""
    for allowed in NO_MAN_IS_MEANT:
        text = text.replace(allowed, "")
    return of_men(list(dict.fromkeys(re.split(r"(?<=[.:;?!”)]) ", " ".join(text.split())))))


def test_the_talks_come_to_several_ends(talks: list[Talks]) -> None:
    finals = [held.steps[-1].turn.state for held in talks]
    assert {final.ended for final in finals} >= {Ended.SIGNED, Ended.WENT_HOME, Ended.BROKEN_OFF}
    assert any(final.disowned for final in finals)


def test_in_lines_nobody_is_told_of_as_of_a_man(talks: list[Talks]) -> None:
    assert not of_men_in(" ".join(held.told for held in talks))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_kept_play_is_told_of_women(talks: list[Talks], folder: Path, words: list[str]) -> None:
    command, *options = words
    told = [
        amur(command, str(held.record), *options, "--scenario", str(folder)) for held in talks[::4]
    ]
    assert {said.returncode for said in told} == {0}
    assert not of_men_in(re.sub(r"<[^>]*>", " ", " ".join(said.stdout for said in told)))


def test_on_the_screen_nobody_is_told_of_as_of_a_man(rules: Rules, talks: list[Talks]) -> None:
    assert not of_men_in(" ".join(text for held in talks for text in _on_screen(rules, held)))


def _on_screen(rules: Rules, held: Talks) -> Iterator[str]:
    """Yield what the screen says of a play beside what is told in lines."""
    seat, mode = held.play.seat, held.play.mode
    for step in held.steps:
        state = rules.seen_by(seat, step.before).state
        yield from looks_shortly(rules, seat, state, mode)
        if state.seat == seat:
            for offer in offers(rules, rules.legal_decisions(step.before), state, mode):
                yield from (offer.text.plain, offer.help, offer.refused)
    for cause in causes(rules, held.steps, seat, mode):
        yield from (cause.by, *cause.moved)
    yield from next_of(rules, seat).values()

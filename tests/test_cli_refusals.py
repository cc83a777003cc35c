"""Line mode: what is refused is refused in sentences, and what is suggested is near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from game.cli.plain_menu import lines, refused_arguments
from game.cli.plain_near import near
from game.cli.plain_people import told_why
from game.cli.plain_refusal import refuse
from game.cli.plain_scene import scene
from game.coach.menu import Entry
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.rules.legal import Legal
from game.state import CLAIMANT, HOST, Phase
from tests.in_lines import SCENARIO, plain

RULES = Rules(read_scenario(SCENARIO))
PAPER = (4, 2, 1, 2, 1, 2, 1, 1)
OPENING = RULES.opening("5")
ONE_STOP = re.compile(r"(?<![.?!…])[.?!]$")
TWO_STOPS = re.compile(r"[.?!]['”’]?\s*\.(?!\.)")


def moments() -> Iterator[Legal]:
    """Yield what may and may not be done wherever another reason is given for it."""
    used = tuple(1 for _ in RULES.table.acts)
    for paper, word, low, kept in product((None, PAPER), (None, PAPER), (0, 100), (False, True)):
        at = OPENING._replace(paper=paper, word=word, kept=kept, face=low, trust=low)
        for credibility, spent in product((0, 100), (OPENING.used, used)):
            sat = at._replace(credibility=credibility, used=spent)
            for written in (frozenset(), frozenset({0}), frozenset({0, 1})):
                yield RULES.legal_decisions(
                    sat._replace(phase=Phase.SITTING, seat=CLAIMANT, memorial=written)
                )
        for consulted in (False, True):
            yield RULES.legal_decisions(
                at._replace(phase=Phase.REPLY, seat=HOST, consulted=consulted, sitting=1)
            )


LEGALS = list(moments())
REASONS = sorted({reason for legal in LEGALS for _, reason in legal.refused})


def is_one_sentence(text: str) -> bool:
    return bool(ONE_STOP.search(text)) and not TWO_STOPS.search(text)


def test_every_reason_is_met() -> None:
    assert len(REASONS) >= 12
    assert any("own word lies there" in reason for reason in REASONS)
    assert any("last word" in reason for reason in REASONS)


@pytest.mark.parametrize("reason", [*REASONS, "it ends already.", "does it end?"])
def test_a_reason_ends_in_one_full_stop(reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    refuse(reason)
    shared = [Entry("One", (), reason, key="1"), Entry("Two", (), reason, key="2")]
    for shown in (capsys.readouterr().out, "\n".join(lines(shared))):
        assert is_one_sentence(" ".join(shown.split())), shown


def test_a_reason_on_a_line_of_the_menu_ends_in_none() -> None:
    assert list(lines([Entry("One", (), "it ends already.", key="1")])) == [
        " 1. One (not now: it ends already)"
    ]


def test_what_cannot_be_argued_now_says_why_in_one_sentence() -> None:
    told = {
        line
        for legal in LEGALS
        for act in RULES.table.acts
        for line in refused_arguments(RULES, legal, act.id)
    }
    assert told
    assert all(is_one_sentence(" ".join(line.split())) for line in told)


def test_what_is_not_open_in_a_scene_says_why_in_one_sentence() -> None:
    for index in range(len(RULES.scenes.all)):
        for line in scene(RULES, Legal(()), OPENING._replace(scene=index), "advisers"):
            if "Not open" in line:
                assert is_one_sentence(" ".join(line.split())), line


WRONG = """foo
accept now
offer
offer tea
offer trade=tea
offer ussuri
offer trade=none trade=barter
offer his
ask tea
ask ussuri trade
tell
argue tea
rather ussuri
rather ussuri ussuri
suppose tea
memorial
memorial tea
choose
choose foo bar
tactic
forecast foo
forecast with offer tea
expect sign
accept
consult
sign-to-disown
refuse
stay
listen
codex zzz
codex aigum
why zzz
why ussurri
draft tea
redo
99
0
lay""".splitlines()


@pytest.mark.parametrize("seat", ["muraviev", "yishan"])
@pytest.mark.parametrize("begin", ["1", "1\n1"])
def test_no_answer_to_a_wrong_line_stumbles(seat: str, begin: str, tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seed", "11", "--seat", seat)
    shown = plain(tmp_path, *words, lines=f"{begin}\n" + "\n0\n".join(WRONG) + "\nquit\n")
    after = shown.partition(f"> {WRONG[0]}\n")[2]
    assert not TWO_STOPS.search(" ".join(after.split()))


def test_only_what_is_near_is_suggested() -> None:
    assert near("tea", ["to-zeya", "tell"]) == []
    assert near("comon", ["common", "qing"]) == ["common"]


def test_why_suggests_only_what_is_near() -> None:
    view = RULES.seen_by(CLAIMANT, OPENING)
    assert "mean" not in " ".join(told_why(RULES, view, "tea", "advisers")).replace("means", "")
    assert "did you mean 'ussuri'?" in " ".join(told_why(RULES, view, "ussurri", "advisers"))


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("zzz", "The codex has no page 'zzz'. The codex has these pages"),
        ("aigum", "The codex has no page 'aigum'; did you mean 'aigun'?"),
    ],
)
def test_a_page_that_is_not_there_is_said_so(said: str, answer: str, tmp_path: Path) -> None:
    words = (SCENARIO, "--plain", "--seed", "11", "--seat", "yishan")
    shown = plain(tmp_path, *words, lines=f"1\ncodex {said}\nquit\n")
    assert answer in " ".join(shown.split())


@pytest.mark.parametrize(
    ("seat", "said", "answer"),
    [
        ("muraviev", "guns", "did you mean 'display' (Show the guns)?"),
        ("muraviev", "show the guns", "did you mean 'display' (Show the guns)?"),
        ("yishan", "sign", "did you mean 'accept' (Sign the paper) or 'sign-to-disown'"),
        ("yishan", "weather", "(Speak of the weather)?"),
        ("yishan", "the", "you could say"),
    ],
)
def test_a_word_of_the_menu_is_answered_with_the_act(
    seat: str, said: str, answer: str, tmp_path: Path
) -> None:
    words = (SCENARIO, "--plain", "--seed", "11", "--seat", seat)
    shown = " ".join(plain(tmp_path, *words, lines=f"1\n1\n{said}\nquit\n").split())
    assert answer in shown

"""A scenario that is set elsewhere is told in its own words: none of its pages is of the Amur."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest

from game.cli.plain import LineMode
from game.cli.plain_input import Reader
from game.cli.seating import seating
from game.coach.binding import comes
from game.coach.meaning import words_known
from game.files.library import Library
from game.files.plays import heading_for, start_play
from game.files.scaffolding import begin_scenario
from game.files.scenarios import read_scenario
from game.rules import Rules, parsed
from tests.make_records import by_personas

OF_THE_AMUR = re.compile(
    r"\b(ussuri|amur|aigun|yishan|muraviev|throne|memorial|guns?|beijing|(st )?petersburg|manchu"
    r"|qing|russians?|irkutsk|interpreter|secretary|brush|sleeves|ancestors|reign|button|officers|courier"
    r"|cession|rites?|empires?|emperor|boats?|(the|his|your|both|any) courts?)\b",
    re.IGNORECASE,
)
LOOKS = ("help", "rules", "status", "terms", "paper", "forecast", "advisers", "map", "his", "log")
AFTER = ("tree", "log", "undo", "whatif 1", "help")


@pytest.fixture(scope="module")
def mill_race(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    folder = tmp_path_factory.mktemp("new") / "mill"
    begin_scenario(folder, "the-mill-race", None)
    return Rules(read_scenario(folder))


def typed(rules: Rules, seed: str, seat: str, names: tuple[str, ...]) -> str:
    """Return what personas decide in a whole play, line by line, with a look at everything."""
    record = by_personas(rules, seed, seat, *names)
    asked = ["why", *(f"why {word}" for word in words_known(rules))]
    lines = ["1", *asked]
    state = rules.opening(seed)
    for node in record.current_line():
        decision = parsed(node.decision_text, rules.table, state)
        if node.seat_id == seat:
            view = rules.seen_by(state.seat, state).state
            lines += [*LOOKS, node.decision_text, *(["1"] if comes(rules, view, decision) else [])]
        state = rules.follow(state, decision)
    return "\n".join([*lines, *asked, *AFTER, *asked])


def printed(rules: Rules, home: Path, seed: str, seat: str, mode: str, lines: str) -> None:
    """Play in line mode what is typed."""
    heading = heading_for(rules, seed, seat, mode=mode)
    with start_play(rules, heading, seating, Library(home)) as play:
        LineMode(play, Reader(StringIO(lines)), "the same command").run()


@pytest.mark.parametrize(
    ("seat", "name", "mode"),
    [
        ("miller", "integrative", "advisers"),
        ("miller", "hawk", "points"),
        ("miller", "gunboat", "points"),
        ("miller", "random", "advisers"),
        ("headman", "official", "points"),
        ("headman", "random", "advisers"),
    ],
)
def test_a_whole_play_of_the_mill_race_speaks_of_nothing_of_the_amur(
    mill_race: Rules,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    seat: str,
    name: str,
    mode: str,
) -> None:
    for seed in ("1", "2"):
        typing = typed(mill_race, seed, seat, (name,))
        printed(mill_race, tmp_path, seed, seat, mode, typing)
    said = " ".join(capsys.readouterr().out.split())
    assert "== The archives ==" in said
    where = [said[max(0, m.start() - 60) : m.end() + 40] for m in OF_THE_AMUR.finditer(said)]
    assert where == []

"""The plays at a glance: each is looked at once for as long as its file stays as it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from game.cli.seating import seating
from game.coach.seen import to_be_seen
from game.errors import AmurError
from game.files import catalogue as made
from game.files.catalogue import Catalogue
from game.files.library import Library
from game.files.naming import rename
from game.files.plays import heading_for, rules_of, start_play
from game.files.trash import throw_away
from game.rules import Rules
from game.state import Decision


@pytest.fixture(scope="module")
def rules() -> Rules:
    return rules_of("aigun-six-days", None, None)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(Library(tmp_path))


def kept(catalogue: Catalogue, rules: Rules, seat: str, *, ends: bool = True) -> Path:
    """Keep a play whose person takes the first of everything, and goes home if it is to end."""
    heading = heading_for(rules, "7", seat)
    with start_play(rules, heading, seating, catalogue.library) as play:
        session = play.session
        session.advance()
        for _ in range(3):
            session.decide(session.legal()[0])
        while ends and not session.is_over:
            leave = Decision("go-home" if seat == "muraviev" else "break-off")
            session.decide(leave if leave in session.legal() else session.legal()[0])
        return play.file.path


def test_what_is_known_of_a_play_is_where_it_stands_and_what_was_seen(
    catalogue: Catalogue, rules: Rules
) -> None:
    kept(catalogue, rules, "muraviev")
    (play,) = catalogue.plays()
    assert catalogue.known(play) is None
    found = catalogue.survey(play)
    assert catalogue.known(play) is found
    assert found.day.startswith("2")
    assert found.result.startswith("no paper · ")
    assert found.coverage is not None
    assert found.coverage.endings.seen == 3


def test_no_file_is_read_or_replayed_twice_as_long_as_it_stays_as_it_is(
    catalogue: Catalogue, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kept(catalogue, rules, "muraviev", ends=False)
    kept(catalogue, rules, "yishan", ends=False)
    read: list[str] = []
    summary, survey = made.summary, made.survey
    monkeypatch.setattr(made, "summary", lambda path: (read.append("short"), summary(path))[1])
    monkeypatch.setattr(made, "survey", lambda *play: (read.append("long"), survey(*play))[1])
    for _ in range(3):
        for play in catalogue.plays():
            catalogue.survey(play)
    assert sorted(read) == ["long", "long", "short", "short"]
    rename(path, "The Zeya line")
    assert "The Zeya line" in [play.name for play in catalogue.plays()]
    assert sorted(read) == ["long", "long", "short", "short", "short"]
    os.utime(path, (1, 1))
    for play in catalogue.plays():
        catalogue.survey(play)
    assert read.count("short") == 4


def test_what_was_read_of_a_scenario_that_has_changed_is_forgotten(
    catalogue: Catalogue,
) -> None:
    folder = catalogue.library.scenarios_folder / "tiny"
    shutil.copytree(Path(__file__).parent / "cases" / "tiny", folder)
    rules = rules_of("tiny", None, catalogue.library.scenarios_folder)
    start_play(rules, heading_for(rules, "3", "ferryman"), seating, catalogue.library).close()
    (play,) = catalogue.plays()
    read, found = catalogue.scenario("tiny"), catalogue.survey(play)
    catalogue.plays()
    assert (catalogue.scenario("tiny"), catalogue.known(play)) == (read, found)
    assert catalogue.scenario("tiny") is read
    cover = folder / "scenario.yaml"
    whole = cover.read_text()
    cover.write_text(whole.replace("title: The Ferry", "title: The second ferry"))
    catalogue.plays()
    assert catalogue.known(play) is None
    assert catalogue.scenario("tiny").title == "The second ferry"
    cover.write_text("title: [")
    catalogue.plays()
    with pytest.raises(AmurError):
        catalogue.scenario("tiny")
    cover.write_text(whole)
    catalogue.plays()
    assert catalogue.scenario("tiny") == read
    shutil.rmtree(folder)
    catalogue.plays()
    with pytest.raises(AmurError, match="there is no scenario tiny"):
        catalogue.scenario("tiny")


def test_no_rules_are_made_of_a_scenario_that_only_gives_names(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_of: list[str] = []
    rules_told = made.rules_told
    monkeypatch.setattr(
        made, "rules_told", lambda id, *how: (made_of.append(id), rules_told(id, *how))[1]
    )
    assert catalogue.scenario("the-governor").title
    assert made_of == []
    assert catalogue.rules("the-governor", None).scenario is catalogue.scenario("the-governor")
    assert made_of == ["the-governor"]


def test_what_was_seen_is_added_up_by_scenario_and_chair(
    catalogue: Catalogue, rules: Rules
) -> None:
    for seat in ("muraviev", "muraviev", "yishan", "both"):
        kept(catalogue, rules, seat, ends=False)
    plays = catalogue.plays()
    assert catalogue.seen(plays) == [], "nothing was surveyed yet"
    for play in plays:
        catalogue.survey(play)
    parts = catalogue.seen(plays)
    assert [(part.scenario, part.seat) for part in parts] == [
        ("aigun-six-days", "muraviev"),
        ("aigun-six-days", "yishan"),
    ]
    for part in parts:
        whole = to_be_seen(rules.scenario, part.seat)
        assert part.coverage.scenes == (len(part.seen.scenes), len(whole.scenes))
        assert part.seen.scenes <= whole.scenes
        assert part.seen.choices


def test_what_was_thrown_away_is_in_the_trash_and_counts_no_more(
    catalogue: Catalogue, rules: Rules
) -> None:
    path = kept(catalogue, rules, "muraviev")
    catalogue.survey(catalogue.plays()[0])
    throw_away(catalogue.library, path)
    assert catalogue.plays() == []
    assert [play.path.name for play in catalogue.trash()] == [path.name]
    assert catalogue.seen(catalogue.plays()) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"aigun-six-days"', '"nowhere"', "there is no scenario nowhere"),
        ('"start": null', '"start": "1799"', "has no start '1799'"),
        ('{"amur": 1', '{"amur": 9', "newer version"),
        ("choose dinner", "choose banquet", "stops at node 1"),
    ],
)
def test_a_play_that_cannot_be_replayed_says_why(
    catalogue: Catalogue, rules: Rules, old: str, new: str, says: str
) -> None:
    path = kept(catalogue, rules, "muraviev", ends=False)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    (play,) = catalogue.plays()
    assert says in catalogue.survey(play).trouble
    assert says in catalogue.survey(play).trouble, "and again"


def test_a_file_that_cannot_be_read_is_listed_with_its_trouble(catalogue: Catalogue) -> None:
    catalogue.library.records_folder.mkdir(parents=True)
    (catalogue.library.records_folder / "diary.amur").write_text("dear diary\n")
    (play,) = catalogue.plays()
    assert "is no record" in play.trouble
    assert "is no record" in catalogue.survey(play).trouble

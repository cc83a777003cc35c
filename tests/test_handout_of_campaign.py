"""The handout of a campaign: a few pages for a class, and everything where that is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.coach.markdown import escaped
from game.coach.seasons.asked import ASKED
from game.coach.seasons.turning import MOST, TURNED
from tests.fords import FORDS
from tests.in_lines import amur, nodes, plain

PAGES = 4
WORDS = 500
"""On a page."""


def handout(record: object, *words: str) -> str:
    done = amur("export", str(record), "--format", "markdown", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def chapter(text: str, heading: str) -> str:
    """Return what stands beneath a heading."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_a_campaign_is_written_down_on_a_few_pages_unless_all_is_asked_for() -> None:
    short, whole = (handout("history:the-governor", *more) for more in ((), ("--all",)))
    assert len(short.split()) < PAGES * WORDS < len(whole.split())
    for heading in ("In short", TURNED, "What was signed", "To talk about"):
        assert chapter(short, heading).strip()
    turned = [line for line in chapter(short, TURNED).splitlines() if "you chose" in line]
    assert len(turned) == MOST


def played(home: Path, lines: str) -> Path:
    record = home / "play.amur"
    words = (str(FORDS), "--plain", "--seed", "3", "--record", str(record))
    plain(home, *words, lines=f"1\nopen upper-ford\n1\n{lines}" + "stand\n1\n" * 40)
    return record


@pytest.mark.parametrize("is_laid", [True, False])
def test_what_was_expected_of_a_paper_stands_beside_what_came(
    is_laid: bool, tmp_path: Path
) -> None:
    record = played(tmp_path, "forecast\n" + ("offer all\n" if is_laid else "tea\n1\n"))
    asked = chapter(handout(record, "--scenario", str(FORDS)), ASKED)
    (told,) = [line for line in asked.splitlines() if line]
    assert re.match(r"The upper ford, spring 1801, sitting 1\\?\. Expected: ", told)
    assert ("was not laid down" in told) == (not is_laid)
    assert any(node["do"].startswith("forecast") for node in nodes(record))


def test_in_the_whole_of_it_a_forecast_is_told_where_it_was_asked(tmp_path: Path) -> None:
    record = played(tmp_path, "forecast\n")
    whole = handout(record, "--all", "--scenario", str(FORDS))
    after = whole.partition(escaped("You ask your people what to expect."))[2].strip()
    assert after.startswith(escaped("With nothing said beside it"))


def test_a_line_that_goes_on_tells_no_end(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (str(FORDS), "--plain", "--seed", "3", "--record", str(record))
    plain(tmp_path, *words, lines="1\nopen upper-ford\n1\nquit\n")
    short = handout(record, "--scenario", str(FORDS))
    assert "This line has not come to its end" in short
    assert "In short" not in short
    assert TURNED not in short

"""Line mode: what is typed at a question of an act goes along with it, or is said to replace it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.plain_words import in_record_words
from game.errors import WordsError
from game.files.folders import shipped
from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from tests.in_lines import SCENARIO, nodes, plain

CLAIMANT = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev")
HOST = (SCENARIO, "--plain", "--seed", "11", "--seat", "yishan")
PAPERS = [
    "offer ussuri=qing",
    "with offer ussuri=qing",
    "lay a paper ussuri qing",
    "offer ussuri=qing villages=removed",
]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("chair", "begun", "act"),
    [
        (CLAIMANT, ("ask", "2"), "tactic ask ussuri with offer "),
        (CLAIMANT, ("rather", "2", "3"), "tactic rather ussuri villages with offer "),
        (CLAIMANT, ("offer",), "offer "),
        (HOST, ("ask", "2"), "tactic ask ussuri with offer "),
    ],
    ids=str,
)
def test_a_paper_that_is_typed_where_one_is_asked_for_goes_along(
    chair: tuple[str, ...], begun: tuple[str, ...], act: str, paper: str, tmp_path: Path
) -> None:
    record = tmp_path / "play.amur"
    lines = "\n".join(("1", "1", *begun, paper, "yes", "quit", ""))
    plain(tmp_path, *chair, "--record", str(record), lines=lines)
    mine = [node["do"] for node in nodes(record) if node["seat"] in chair]
    assert mine[-1].startswith(act)
    assert "ussuri=qing" in mine[-1]


def test_a_text_that_is_typed_where_one_is_asked_for_is_supposed(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    lines = "1\n1\nsuppose\noffer ussuri=qing\nquit\n"
    plain(tmp_path, *CLAIMANT, "--record", str(record), lines=lines)
    decided = nodes(record)[1]["do"]
    assert decided.startswith("tactic suppose ")
    assert "ussuri=qing" in decided


def test_a_paper_that_cannot_be_read_leaves_the_question_open(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    lines = "1\n1\nask\n2\noffer ussuri=nowhere\n1\nquit\n"
    shown = plain(tmp_path, *CLAIMANT, "--record", str(record), lines=lines)
    assert "nowhere" in answered(shown, "offer ussuri=nowhere")
    assert nodes(record)[1]["do"] == "tactic ask ussuri"


@pytest.mark.parametrize("begun", ["ask", "ask\n2", "rather\n2", "rather\n2\n3"])
def test_another_decision_is_said_to_replace_the_act(begun: str, tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    lines = f"1\n1\n{begun}\ndinner\nquit\n"
    shown = plain(tmp_path, *CLAIMANT, "--record", str(record), lines=lines)
    assert "is left undone: what you typed is read by itself." in answered(shown, "dinner")
    assert nodes(record)[1]["do"] == "tactic dinner"


def test_a_draft_that_is_changed_at_the_question_goes_along_as_changed(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    lines = "1\n1\nask\n2\ndraft ussuri=qing\n2\nquit\n"
    plain(tmp_path, *CLAIMANT, "--record", str(record), lines=lines)
    assert "ussuri=qing" in nodes(record)[1]["do"]


SAID = [
    ("draft offer=trade", "offer offer=trade"),
    ("draft offer trade", "offer offer=trade"),
    ("draft trade", ""),
    ("offer trade", ""),
    ("offer offer=trade, force is judge", "offer offer=trade force=judge"),
    ("offer a paper with offer: trade", "offer offer=trade"),
    ("offer", "offer"),
    ("offer my draft", "offer"),
    ("ask offer", "ask offer"),
    ("ask offer with offer offer=arms", "ask offer with offer offer=arms"),
    ("ask offer with offer=arms", "ask offer with offer offer=arms"),
    ("suppose offer=arms", "suppose offer=arms"),
    ("rather offer force with offer", "rather offer force with offer"),
]


@pytest.mark.parametrize(("typed", "record"), SAID, ids=str)
def test_an_issue_may_be_called_as_the_word_for_a_paper(typed: str, record: str) -> None:
    campaign = read_any(shipped() / "the-governor")
    assert isinstance(campaign, Campaign)
    at = list(campaign.tables).index("st-petersburg")
    table = CampaignRules(campaign).talks[at].rules.table
    assert "offer" in table.issues
    first = (0,) * len(table.issues)
    word, _, rest = typed.partition(" ")
    said = f"offer {rest}" if word == "draft" else typed
    if record:
        assert in_record_words(said, table, first) == record
        return
    with pytest.raises(WordsError, match="did you mean 'offer=trade'"):
        in_record_words(said, table, first)


@pytest.mark.parametrize("typed", ["ussuri=qing", "ussuri is qing"])
def test_a_term_alone_is_answered_with_the_words_that_would_lay_it_down(
    typed: str, tmp_path: Path
) -> None:
    record = tmp_path / "play.amur"
    shown = plain(tmp_path, *CLAIMANT, "--record", str(record), lines=f"1\n1\n{typed}\nquit\n")
    assert f"'offer {typed}' lays it down" in " ".join(shown.split())
    assert len(nodes(record)) == 1


def answered(shown: str, said: str) -> str:
    """Return in one line what was answered to a line that was typed at a question."""
    return " ".join(shown.rpartition(f"? {said}\n")[2].partition("\n> ")[0].split())

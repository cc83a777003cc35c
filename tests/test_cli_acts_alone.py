"""Line mode: an act that is typed alone opens its own question, as its number does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_lines import SCENARIO, nodes, plain, told

CLAIMANT = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev")
HOST = (SCENARIO, "--plain", "--seed", "11", "--seat", "yishan")


@pytest.mark.parametrize(
    ("chair", "said", "question"),
    [
        (CLAIMANT, "argue", "Which reason?"),
        (CLAIMANT, "tactic argue", "Which reason?"),
        (CLAIMANT, "tell", "Of which issue do you say how much it weighs?"),
        (CLAIMANT, "ask", "Of which issue do you ask why?"),
        (CLAIMANT, "ask with a paper", "Of which issue do you ask why?"),
        (CLAIMANT, "rather", "Which two issues?"),
        (CLAIMANT, "suppose", "Which text?"),
        (CLAIMANT, "suppose with a paper", "Which text?"),
        (CLAIMANT, "lay", "Lay which paper down?"),
        (HOST, "argue", "Which reason?"),
        (HOST, "tell", "Of which issue do you say how much it weighs?"),
        (HOST, "ask", "Of which issue do you ask why?"),
        (HOST, "lay", "Which word do you give?"),
    ],
)
def test_an_act_alone_opens_its_own_question(
    chair: tuple[str, ...], said: str, question: str, tmp_path: Path
) -> None:
    shown = plain(tmp_path, *chair, lines=f"1\n1\n{said}\n0\nquit\n")
    assert question in shown.rpartition(f"> {said}\n")[2].partition("? 0")[0]


def test_an_act_alone_is_decided_once_its_question_is_answered(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    plain(tmp_path, *CLAIMANT, "--record", str(record), lines="1\n1\nrather\n2\n3\n1\nquit\n")
    assert nodes(record)[1]["do"].startswith("tactic rather ussuri villages")


@pytest.mark.parametrize("act", ["argue", "ask", "tell"])
def test_a_number_after_an_act_is_the_one_that_its_list_has(act: str, tmp_path: Path) -> None:
    done = []
    for name, lines in (("asked", f"{act}\n2\n1\n"), ("at-once", f"{act} 2\n")):
        record = tmp_path / f"{name}.amur"
        words = (*CLAIMANT, "--record", str(record))
        plain(tmp_path, *words, lines=f"1\n1\n{lines}quit\n")
        done.append(nodes(record)[1]["do"].split(" with ")[0])
    assert done[0] == done[1]
    assert done[0].startswith(f"tactic {act} ")


def test_an_act_alone_that_is_closed_says_why(tmp_path: Path) -> None:
    shown = plain(tmp_path, *CLAIMANT, lines="1\n1\nmemorial\nquit\n")
    assert told(shown, "memorial").startswith("Not now: he does not trust you enough")


@pytest.mark.parametrize("said", ["suppose with offer ussuri=qing", "suppose offer ussuri qing"])
def test_a_supposed_text_may_be_called_an_offer(said: str, tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    plain(tmp_path, *CLAIMANT, "--record", str(record), lines=f"1\n1\n{said}\nquit\n")
    decided = nodes(record)[1]["do"]
    assert decided.startswith("tactic suppose ")
    assert "ussuri=qing" in decided

"""A new scenario is sound from its first minute, and the editor knows its keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner

from game.cli import main
from game.coach.workshop.playing import play_once, seated
from game.files.scaffolding import KINDS, SCAFFOLD, SCHEMAS, begin_scenario
from game.files.scenarios import check_scenario, read_scenario
from game.negotiation import value
from game.negotiation.packages import every_package
from game.rules import Rules
from game.state import CLAIMANT, HOST, Ended


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("author") / "the-well"
    begin_scenario(folder, None, "Whose Well: 'ours'?")
    return folder


def test_nothing_is_wrong_in_it_and_it_is_called_as_asked(begun: Path) -> None:
    assert check_scenario(begun) == []
    scenario = read_scenario(begun)
    assert (scenario.id, scenario.title) == ("the-well", "Whose Well: 'ours'?")


def test_it_can_be_played_to_a_paper_and_to_none_from_both_chairs(begun: Path) -> None:
    rules = Rules(read_scenario(begun))
    ended = {
        play_once(rules, seated(rules, ours, theirs, seat, seed), seed).final.ended
        for ours, theirs, seat in (
            ("integrative", "official", CLAIMANT),
            ("hawk", "official", CLAIMANT),
            ("random", "integrative", HOST),
        )
        for seed in "12345"
    }
    assert Ended.SIGNED in ended
    assert len(ended) >= 2


def test_its_best_paper_for_both_is_better_than_meeting_in_the_middle(begun: Path) -> None:
    rules = Rules(read_scenario(begun))
    state, table = rules.opening("1"), rules.table
    walks = [rules.formulas.walk(seat, state) for seat in (CLAIMANT, HOST)]

    def worth(paper: tuple[int, ...]) -> list[int]:
        return [value(paper, utility) for utility in table.utilities]

    papers = list(every_package(table.sizes))
    zone = [p for p in papers if all(w >= k for w, k in zip(worth(p), walks, strict=True))]
    assert 0.02 <= len(zone) / len(papers) <= 0.30
    middle = tuple(size // 2 for size in table.sizes)
    assert max(sum(worth(p)) for p in zone) >= 1.2 * sum(worth(middle))


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_matches_the_schema_that_its_first_line_names(kind: str, begun: Path) -> None:
    for path in begun.glob(KINDS[kind]):
        first = path.read_text().partition("\n")[0]
        schema = (path.parent / first.partition("$schema=")[2]).resolve()
        assert schema == begun / SCHEMAS / f"{kind}.json"
        done = CliRunner().invoke(check_jsonschema, ["--schemafile", str(schema), str(path)])
        assert done.exit_code == 0, done.output


def test_the_schema_complains_of_a_key_that_means_nothing(begun: Path, tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_text((begun / "events" / "meadow.yaml").read_text().replace("title:", "titel:", 1))
    schema = begun / SCHEMAS / "events.json"
    done = CliRunner().invoke(check_jsonschema, ["--schemafile", str(schema), str(file)])
    assert done.exit_code == 1
    assert "titel" in done.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["{}/taken"], "is not empty"),
        (["{}/My Folder"], "cannot be the id of a scenario"),
        (["{}/fresh", "--id", "../up"], "cannot be the id of a scenario"),
        (["{}/fresh", "--title", " "], "needs a title"),
        (["{}/file/under"], "cannot be written"),
    ],
)
def test_what_cannot_be_begun_is_said_in_a_sentence(words, said, tmp_path, capsys) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("a file")
    assert main(["new", *(word.format(tmp_path) for word in words)]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert (tmp_path / "taken" / "mine.txt").read_text() == "mine"
    assert not (tmp_path / "fresh").exists()


def test_the_command_says_how_to_go_on(tmp_path: Path, capsys) -> None:
    assert main(["new", str(tmp_path / "begun")]) == 0
    assert "amur check" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "begun")]) == 0
    assert main(["schema", "--output", str(tmp_path / "schemas")]) == 0
    assert {path.stem for path in (tmp_path / "schemas").iterdir()} == set(KINDS)


def test_the_scaffold_holds_no_more_than_a_scenario() -> None:
    assert {path.suffix for path in SCAFFOLD.rglob("*") if path.is_file()} == {".yaml", ".md"}

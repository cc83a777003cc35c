"""A kept play of a campaign is told, verified, compared, exported and listed like any other."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest

from game.cli.campaign_json import MEANING
from game.coach.compare_parts import Kind
from game.coach.invented import title_of
from game.coach.seasons.compare import compare, side
from game.coach.seasons.compare_short import SEASONS as MOST
from game.coach.seasons.compare_short import parts_in_short
from game.coach.seasons.compare_whole import parts
from game.coach.words_for import sentence
from game.files.records import RecordFile
from game.record import digest
from game.session import Session
from tests.fords import FORDS, fords, rules_of_fords, session_by_lot
from tests.in_lines import amur

SEED = "3"
"""Of a play in which talks are held."""
LATER = 2
"""So many decisions of a season both lines have beside the first one."""


def kept(session: Session, path: Path) -> Path:
    """Keep a played session in a file."""
    record = session.record
    RecordFile.create(path, record.heading, record.lines).close()
    return path


@pytest.fixture(scope="module")
def session() -> Session:
    """Return a play that went to its end, back, and to another end."""
    played = session_by_lot(SEED)
    lot = Random("otherwise")
    where = [n for n, step in enumerate(played.steps()) if n and not step.before.at][LATER]
    other = played.steps()[where]
    played.go_to(other.node.parent)
    played.decide(lot.choice([each for each in played.legal() if each != other.decision]))
    while played.awaits_person:
        played.decide(lot.choice(played.legal()))
    assert played.is_over
    return played


@pytest.fixture(scope="module")
def record(session: Session, tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(kept(session, tmp_path_factory.mktemp("campaign") / "play.amur"))


def shown(*words: str, code: int = 0) -> str:
    done = amur(*words, "--scenario", str(FORDS))
    assert (done.returncode, done.stderr) == (code, "")
    return done.stdout


def object_of(*words: str) -> dict[str, object]:
    return json.loads(shown(*words, "--json"))


def test_the_object_has_what_tools_ask_for(record: str, session: Session) -> None:
    found = object_of("replay", record)
    state, rules = session.state, rules_of_fords()
    assert found["format"] == 2
    assert (found["scenario"], found["seed"], found["seat"]) == ("the-two-fords", SEED, "reeve")
    assert found["ended"] == "served"
    assert found["digest"] == digest(state)
    assert found["tracks"] == {id: state.levels[at] for id, at in rules.levels.items()}
    assert len(found["ending"]) == len(fords().groups)
    assert found["season"] == "winter 1803"
    assert found["decisions"] == len(found["line"])
    assert {line["season"] for line in found["line"]} >= {"spring 1801", "winter 1803"}
    assert all((line["table"] is None) == (line["sitting"] == 0) for line in found["line"])
    for key in MEANING:
        first, _, rest = key.partition(".")
        assert first in found
        for held in found["tables"].values() if first == "tables" else ():
            assert rest in held


def test_each_table_that_was_held_says_what_came_of_it(record: str, session: Session) -> None:
    found, deals = object_of("replay", record), session.state.deals
    assert deals
    assert [held["table"] for held in found["talks"]] == [
        list(fords().tables)[deal.table] for deal in deals
    ]
    for held, deal in zip(found["talks"], deals, strict=True):
        assert held["signed"] == (deal.treaty is not None)
        assert held["verdict"] == str(deal.verdict)
        assert held["leverage"] == (deal.leverage + 50) // 100
        assert set(held["values"]) == set(rules_of_fords().talks[deal.table].rules.seats)
    assert found["tables"] == {held["table"]: held for held in found["talks"]}


def test_a_line_can_be_told_up_to_a_node(record: str) -> None:
    whole, part = object_of("replay", record), object_of("replay", record, "--to", "2")
    assert part["decisions"] == 2
    assert (part["ended"], part["ending"]) == (None, [])
    assert part["line"] == whole["line"][:2]


def test_the_story_heads_each_season_once_and_ends_with_its_pages(record: str) -> None:
    told = shown("replay", record)
    for turn in range(1, 9):
        heads = re.findall(rf"\n== .* season {turn} of 8\b", told)
        assert len(heads) == 1, heads  # which say, too, that he is away
    assert "== What was signed ==" in told
    assert "[node 1]" in told


def test_every_digest_is_as_recorded_and_a_changed_one_is_found(
    record: str, tmp_path: Path
) -> None:
    assert "every digest as recorded" in shown("verify", record)
    lines = Path(record).read_text(encoding="utf-8").splitlines()
    node = json.loads(lines[3])
    lines[3] = json.dumps({**node, "state": "0" * 12})
    changed = tmp_path / "changed.amur"
    changed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert f"node {node['id']} leads to state" in shown("verify", str(changed), code=1)


def test_the_tree_sets_variations_in_and_says_how_they_end(record: str, session: Session) -> None:
    told = " ".join(shown("tree", record).split())
    assert "The first season begins" in told
    assert "+-" in told
    assert "the fair copy ends here" in told
    found = object_of("tree", record)
    assert len(found["nodes"]) == len(session.record.nodes)
    assert all(node["replays"] for node in found["nodes"])
    over = [node for node in found["nodes"] if node["ended"]]
    assert [node["ended"] for node in over] == ["served", "served"]
    assert all(node["ending"] for node in over)


def test_two_lines_part_where_they_were_decided_otherwise(record: str, session: Session) -> None:
    found = object_of("compare", record)
    fork = [node for node in session.record.nodes.values() if session.record.children.get(node.id)]
    (parted,) = [node for node in fork if len(session.record.children[node.id]) > 1]
    common = len(session.record.path(parted.id))
    assert found["common"] == common
    assert found["a"]["digest"] != found["b"]["digest"] == digest(session.state)
    assert found["first_difference"]["a"] != found["first_difference"]["b"]
    kinds = [part["kind"] for part in found["parts"]]
    assert kinds[0] == "parting"
    assert kinds[1:5] == ["legacy", "lasting", "papers", "standing"]
    assert set(kinds[5:]) == {"day"}
    told = " ".join(shown("compare", record).split())
    times = "once" if common == 1 else f"{common} times"
    assert f"They decide the same {times}; then, in" in told


PAGE = 100
"""Lines within which two whole plays are compared in short."""


def test_two_lines_are_compared_on_one_page_and_with_all_season_by_season(record: str) -> None:
    history = "history:the-governor"
    short, whole = (
        amur("compare", history, "history@215", "history@1", *words).stdout
        for words in ((), ("--all",))
    )
    assert len(short.splitlines()) < PAGE < len(whole.splitlines())
    assert short.splitlines()[-1] == "The same with --all tells the rest, season by season."
    own = shown("compare", record)
    heads = [line.strip("= ") for line in own.splitlines() if line.startswith("== ")]
    assert heads == [
        "Where they part",
        "How it ended",
        "Measure by measure",
        "Who paid",
        "The tables where they differ most",
        "The seasons in which they differ most",
    ]
    assert shown("compare", record, "--json") == shown("compare", record, "--json", "--all")
    assert not shown("compare", record, "here", "here").endswith("season by season.\n")


def test_two_nodes_of_history_are_told_apart_and_talks_by_how_they_ended() -> None:
    told = amur("compare", "history:the-governor", "history@40", "history@90").stdout
    assert told.startswith("History (40) beside History (90)\n")
    seasons = told.split("== The seasons in which they differ most ==")[1]
    assert "History (90): “The committee on the Amur”: signed;" in " ".join(seasons.split())
    assert "The same on both" not in seasons


def test_the_first_page_of_a_comparison_tells_what_differs_most() -> None:
    for seed in "12345":
        lines = [session_by_lot(f"{seed}{other}") for other in "ab"]
        a, b = (side(s.game, s.record, s.cursor, name) for s, name in zip(lines, "ab", strict=True))
        compared = compare(a, b)
        short = list(parts_in_short(a.rules, compared, "advisers"))
        whole = [part for part in parts(a.rules, compared, "advisers") if part.kind is Kind.DAY]
        (seasons,) = [part for part in short if part.kind is Kind.DAY]
        much = {
            part.heading: sum(len(cell.splitlines()) for cell in (part.rows[0].a, part.rows[0].b))
            for part in whole
        }
        headings = [row.label for row in seasons.rows]
        told = [much[head] for head in headings]
        assert min(told) >= max(
            (lines for head, lines in much.items() if head not in headings), default=0
        )
        for part in short:
            if part.kind in (Kind.PAPERS, Kind.TABLES, Kind.DAY):
                assert 1 <= len(part.rows) <= MOST
                assert part.is_redlined or all(row.differs for row in part.rows)


def test_what_follows_from_something_is_never_told_without_it() -> None:
    hung, scenes = 0, 0
    titles = [title_of(fords(), event) for event in fords().events.values() if not event.table]
    says = {
        sentence(f"You choose: {choice.say}")
        for event in fords().events.values()
        for choice in event.choices.values()
        if not event.table
    }
    for seed in "12345":
        lines = [session_by_lot(f"{seed}{other}") for other in "ab"]
        a, b = (side(s.game, s.record, s.cursor, name) for s, name in zip(lines, "ab", strict=True))
        for part in parts(a.rules, compare(a, b), "advisers"):
            if part.kind is not Kind.DAY:
                continue
            for cell in (part.rows[0].a, part.rows[0].b):
                first, *rest = cell.split("\n")
                assert not first.startswith(("  ", "It went wrong"))
                assert not says & {first, *rest}
                hung += any(line.startswith("It went wrong") for line in rest)
                scenes += any(f"{title}. You choose: " in cell for title in titles)
    assert hung
    assert scenes


def test_a_line_compared_with_itself_is_the_same(record: str) -> None:
    found = object_of("compare", record, "here", "here")
    assert found["first_difference"] is None
    assert [part["kind"] for part in found["parts"]] == ["parting"]
    assert "They are the same line." in shown("compare", record, "here", "here")


def test_lines_of_two_starts_are_compared_from_the_season_in_which_both_are(
    record: str, tmp_path: Path
) -> None:
    later = session_by_lot(SEED, start="second-year")
    other = str(kept(later, tmp_path / "later.amur"))
    told = " ".join(shown("compare", record, "here", f"{other}@here").split())
    assert "A (here) begins in spring 1801, B (later, here) in spring 1802." in told
    assert "set side by side from spring 1802 on" in told
    assert "== Where they stood in spring 1802 ==" not in told
    whole = " ".join(shown("compare", record, "here", f"{other}@here", "--all").split())
    assert "== Where they stood in spring 1802 ==" in whole
    found = object_of("compare", record, "here", f"{other}@here")
    assert (found["a"]["start"], found["b"]["start"]) == (None, "second-year")
    assert found["common"] == 0
    assert found["first_difference"]["where"] == "in spring 1802"
    days = [part["heading"] for part in found["parts"] if part["kind"] == "day"]
    assert days[0] == "Spring 1802"
    (papers,) = [part for part in found["parts"] if part["kind"] == "papers"]
    assert "The drovers kept their ford" in str(papers["rows"])


def test_a_line_that_stops_before_the_other_begins_says_so(record: str, tmp_path: Path) -> None:
    later = session_by_lot(SEED, start="second-year")
    other = str(kept(later, tmp_path / "later.amur"))
    told = " ".join(shown("compare", record, "1", f"{other}@here").split())
    assert "A (1) stops in spring 1801: there is no season in which both are." in told
    assert "== Where they stood" not in told


def test_lines_with_other_twists_are_compared_and_it_is_said(record: str, tmp_path: Path) -> None:
    dry = session_by_lot(SEED, twists=("dry-year",))
    other = str(kept(dry, tmp_path / "dry.amur"))
    told = " ".join(shown("compare", record, "here", f"{other}@here").split())
    assert "B (dry, here) has the twist “A dry year”, A (here) has not." in told


def test_a_code_holds_the_play_and_goes_on_from_there(record: str, tmp_path: Path) -> None:
    code = shown("export", record).strip()
    done = amur(
        *("play", str(FORDS), "--plain", "--from", code, "--record", str(tmp_path / "on.amur")),
        lines="quit\n",
        home=tmp_path,
    )
    assert done.returncode == 0
    again = object_of("replay", str(tmp_path / "on.amur"))
    assert again["digest"] == object_of("replay", record)["digest"]


def test_a_line_is_a_record_of_its_own(record: str, tmp_path: Path) -> None:
    alone = tmp_path / "alone.amur"
    shown("export", record, "--format", "record", "--output", str(alone))
    assert object_of("replay", str(alone))["digest"] == object_of("replay", record)["digest"]


class Headings(HTMLParser):
    """Collects the headings of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._open = tag in ("h1", "h2", "h3")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found.append(data)
            self._open = False


def test_a_play_is_written_down_season_by_season(record: str, session: Session) -> None:
    markdown = shown("export", record, "--format", "markdown", "--all")
    assert markdown.startswith("# The Two Fords, seed 3\n")
    page = Headings()
    page.feed(shown("export", record, "--format", "html", "--all"))
    for heading in ("Spring 1801", "Winter 1802-03", "What was signed"):
        assert f"\n## {heading}" in markdown.replace("\\-", "-")
        assert page.found.count(heading) == 1


def test_a_picture_is_taken_of_a_campaign_too(record: str) -> None:
    done = amur("export", record, "--format", "svg", "--scenario", str(FORDS))
    assert done.returncode == 0
    assert done.stdout.startswith("<svg")


def test_the_list_of_plays_tells_where_a_campaign_stands(session: Session, tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    shutil.copytree(FORDS, tmp_path / "scenarios" / "the-two-fords")
    kept(session, tmp_path / "records" / "play.amur")
    begun = session_by_lot("5")
    begun.go_to(begun.record.main_line()[0].id)
    kept(begun, tmp_path / "records" / "begun.amur")
    told = amur("plays", home=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert "The Two Fords" in told.stdout
    assert "over, " in told.stdout
    assert "spring 1801" in told.stdout
    found = json.loads(amur("plays", "--json", home=tmp_path).stdout)
    by_file = {Path(play["file"]).stem: play for play in found["plays"]}
    assert (
        by_file["play"]["outcome"]["endings"]
        == object_of("replay", str(tmp_path / "records" / "play.amur"))["ending"]
    )
    assert by_file["begun"]["outcome"] is None
    assert found["seen"][0]["scenes"]["seen"] > 0

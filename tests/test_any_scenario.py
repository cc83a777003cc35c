"""What an author may leave out: a scenario without faults can be played by everybody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.coach.workshop.playing import known_personas, may_sit, seated
from game.errors import WordsError
from game.files.scenarios import check_scenario, read_scenario
from game.policy import search
from game.rules import Rules, parsed
from game.state import CLAIMANT, HOST, State

TINY = Path(__file__).parent / "cases" / "tiny"
SEEDS = ("history", *map(str, range(5)))

BOTH = "seats: [ferryman, miller], label: L, help: H"
NO_MORE: dict[str, str] = {}
"""Acts of the tiny table beside tea and the paper, by kind: who may do them."""
TALK = {"ask": BOTH, "tell": BOTH, "argue": BOTH}
CLAIMANTS = {
    "memorial": "seats: [ferryman], label: L, help: H",
    "rather": "seats: [ferryman], label: L, help: H",
    "suppose": "seats: [ferryman], label: L, help: H",
    "pressure": "seats: [ferryman], label: L, help: H, menace: 5",
    "wager": "seats: [ferryman], label: L, help: H, menace: 5",
}
HOSTS = {
    "plead": "seats: [miller], label: L, help: H",
    "stall": "seats: [miller], label: L, help: H",
}
TABLES = {
    "as-it-is": ("asks", NO_MORE),
    "nobody-stalls": ("stalls", TALK),
    "nobody-tells": ("opens", {"argue": BOTH}),
    "nobody-asks": ("asks", {"tell": BOTH, **CLAIMANTS}),
    "everything": ("stalls", TALK | CLAIMANTS | HOSTS),
}


def table(
    folder: Path, habit: str, acts: dict[str, str], scenes: dict[str, str] | None = None
) -> Rules:
    """Return the rules of a tiny scenario whose host has this habit and whose table these acts.

    `scenes` says what stands in its events in place of what.
    """
    shutil.copytree(TINY, folder)
    file = folder / "tables" / "ferry.yaml"
    text = file.read_text().replace("habit: asks", f"habit: {habit}")
    text += "".join(f"  {kind}: {{{rest}, kind: {kind}}}\n" for kind, rest in acts.items())
    file.write_text(text)
    file = folder / "events" / "river.yaml"
    for old, new in (scenes or {}).items():
        assert file.read_text().count(old) == 1
        file.write_text(file.read_text().replace(old, new))
    assert [str(fault) for fault in check_scenario(folder) if fault.is_error] == []
    return Rules(read_scenario(folder))


def played(rules: Rules, ours: str, theirs: str, seat: int, seed: str) -> State:
    """Return how a play ends in which nobody decides what is not open to him."""
    policies = seated(rules, ours, theirs, seat, seed)
    state = rules.opening(seed)
    while state.ended is None:
        legal = rules.legal_decisions(state)
        decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
        state = rules.apply(state, decision).state
    return state


@pytest.mark.parametrize("name", known_personas())
@pytest.mark.parametrize("variant", TABLES)
def test_every_persona_plays_with_the_acts_that_there_are(variant, name, tmp_path, monkeypatch):
    monkeypatch.setattr(search, "MANY", 4)
    monkeypatch.setattr(search, "FEW", 2)
    rules = table(tmp_path / "tiny", *TABLES[variant])
    for seat in (CLAIMANT, HOST):
        if may_sit(name, seat):
            others = ("official", "random") if seat == CLAIMANT else ("integrative", "random")
            for seed in SEEDS:
                for other in others:
                    assert played(rules, name, other, seat, seed).ended is not None


def test_everybody_plays_for_a_single_issue(tmp_path):
    rules = table(tmp_path / "tiny", *TABLES["everything"])
    scenario = rules.scenario
    fare = {"fare": scenario.table.issues["fare"]}
    needs = {"miller": {"cheap": scenario.table.needs["miller"]["cheap"]}}
    without = {"issues": fare, "pairs": (), "grounds": {}, "needs": needs}
    alone = scenario.table.model_copy(update=without)
    scenario = scenario.model_copy(update={"table": alone, "events": {}})
    rules = Rules(scenario.model_copy(update={"table": alone.model_copy(update={"people": {}})}))
    for ours, theirs in (("integrative", "official"), ("hawk", "official"), ("random", "random")):
        for seed in SEEDS:
            assert played(rules, ours, theirs, CLAIMANT, seed).ended is not None


PERSON = "old-wang: {seat: miller, temper: mild,"
NEWS = "news: {sitting: 3, danger: 4}"


@pytest.mark.parametrize(
    ("wang", "ivan", "wanted"),
    [
        ("mood: 5,", "", (None, None, 5)),
        (f"mood: 5, {NEWS},", "", (3, 400, 5)),
        (f"{NEWS},", "", (3, 400, 0)),
        ("mood: -5,", f"{NEWS}, mood: 9", (3, 400, -5)),
    ],
)
def test_what_is_told_of_a_man_of_history_is_not_drawn(wang, ivan, wanted, tmp_path):
    folder = tmp_path / "tiny"
    drawn = table(folder, *TABLES["as-it-is"]).opening("history").fortune
    file = folder / "tables" / "ferry.yaml"
    text = file.read_text().replace(PERSON, f"{PERSON} {wang}")
    young = f"  young-ivan: {{seat: ferryman, temper: gruff, {ivan}}}\n" if ivan else ""
    file.write_text(text.replace("people:\n", f"people:\n{young}"))
    found = Rules(read_scenario(folder)).opening("history").fortune
    assert found == tuple(d if w is None else w for w, d in zip(wanted, drawn, strict=True))


def test_what_is_supposed_lays_no_paper_down(tmp_path):
    rules = table(tmp_path / "tiny", *TABLES["everything"])
    whole = "fare=low landing=mill"
    supposed = parsed(f"tactic suppose {whole}", rules.table)
    assert (supposed.paper, supposed.suppose) == (None, (1, 0))
    with pytest.raises(WordsError, match="binds nobody"):
        parsed(f"tactic suppose {whole} with offer fare=high landing=mill", rules.table)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("flood: +500", [(70, 100)]),
        ("flood: -500", [(-30, 0)]),
        ("flood: +0", []),
        ("flood: 30", []),
    ],
)
def test_only_what_a_track_really_changed_is_told(written, told, tmp_path):
    rules = table(tmp_path / "tiny", *TABLES["as-it-is"], {"face: -2, flood: +5": written})
    state = rules.opening("1")
    turn = rules.apply(state, parsed("choose ice leave", rules.table, state))
    changes = [dict(e.data) for e in turn.entries if e.what == "track-changed"]
    assert [(c["by"], c["now"]) for c in changes if c["track"] == "flood"] == told

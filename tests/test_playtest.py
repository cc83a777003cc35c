"""Play-tests: the same numbers from one worker or many, and honest counts."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.cli.playtest_report import _by_chance, lines
from game.cli.playtest_run import Run
from game.coach.workshop import playing
from game.coach.workshop.bars import broken_bars
from game.coach.workshop.findings import _pressure, findings
from game.coach.workshop.kept import row
from game.coach.workshop.playing import Game, may_sit, play_once, seated, without_history
from game.coach.workshop.playtest import report as reported
from game.coach.workshop.sampling import Batch, Plan, batch_played
from game.coach.workshop.scene_weight import light, towering
from game.coach.workshop.tally import Counts, Tally
from game.coach.workshop.texts import path_of, texts_by_kind
from game.coach.workshop.untaken import untaken
from game.coach.workshop.what_ifs import Outcome, Trial, dominated
from game.files.scenarios import read_scenario
from game.negotiation import Package, value
from game.policy import Policy, persona, search
from game.policy.inclination import counted, inclinations
from game.policy.plain import Random
from game.rules import Rules
from game.state import CLAIMANT, HOST, Phase
from tests.proof.host import Waiting

SCENARIO = "aigun-six-days"
ROOT = Path(__file__).parents[1]
TIMES = ("seconds", "decisions_per_second")


@pytest.fixture(scope="module")
def scaffold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small scenario that `amur new` writes, with a scene whose choices are no dilemma."""
    return small(tmp_path_factory.mktemp("new"))


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The rules of the shipped table."""
    return Rules(read_scenario(SCENARIO))


def shown(told: str) -> dict[str, Any]:
    """Return what `--json` printed, the times left out."""
    report: dict[str, Any] = json.loads(told)
    for key in TIMES:
        assert key in report
        del report[key]
    return report


def started(scenario: Path, *words: str) -> "subprocess.Popen[str]":
    """Start `amur playtest --json` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "game", "playtest", str(scenario), "--json", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        # A run that was put into the background ignores Ctrl-C, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def playtested(capsys: pytest.CaptureFixture[str], scenario: str, *words: str) -> dict[str, Any]:
    """Return what `amur playtest --json` prints in this process, the times left out."""
    assert main(["playtest", scenario, "--json", *words]) == 0
    return shown(capsys.readouterr().out)


def test_many_workers_give_the_numbers_of_one(
    capsys: pytest.CaptureFixture[str], scaffold: Path
) -> None:
    words = ("--games", "12", "--policy", "random,hawk", "--opponent", "random", "--sweep", "1")
    one, two = (playtested(capsys, str(scaffold), *words, "--workers", n) for n in ("1", "2"))
    assert one == two


def test_a_report_says_what_it_must(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--games", "4", "--policy", "random,hawk", "--sweep", "1")
    told = playtested(capsys, SCENARIO, *words)
    keys = {"games", "decisions", "endings", "coverage", "dominated", "trivial", "unchosen"}
    assert keys | {"ratified", "length", "words", "pressure", "zone", "texts"} <= told.keys()
    assert (told["format"], told["games"], told["asked"]) == (2, 8, 8)
    kinds = {"events", "choices", "options", "tactics", "endings", "texts"}
    assert set(told["coverage"]) == set(told["never"]) == kinds
    for kind, never in told["never"].items():
        share = told["coverage"][kind]
        assert share["seen"] + len(never) == share["total"]
    assert told["coverage"]["texts"]["total"] == sum(t["total"] for t in told["texts"].values())
    assert set(told["personas"]) == {"random", "hawk"}
    assert sum(own["games"] for own in told["personas"].values()) == told["games"]
    assert sum(row["games"] for row in told["pressure"]["rows"]) == told["games"]
    assert [(row["acts"], row["games"]) for row in told["sweep"]["rows"]] == [
        (acts, 1) for acts in range(6)
    ]
    assert told["words"]["plays"] == 8
    assert told["words"]["mean"] > 500
    assert told["what_ifs"]["tried"] == 0
    never = {thing for kind in told["never"].values() for thing in kind}
    assert never <= told["places"].keys()


def test_the_other_chair_can_be_tested(capsys: pytest.CaptureFixture[str], scaffold: Path) -> None:
    words = ("--games", "1", "--seat", "headman", "--opponent", "random", "--policy", "all")
    told = playtested(capsys, str(scaffold), *words)
    assert (told["seat"], told["opponent"]) == ("headman", "random")
    assert set(told["personas"]) == {"random", "official", "boulware", "conceder"}


def test_a_chair_is_tested_by_who_is_made_for_it(
    capsys: pytest.CaptureFixture[str], scaffold: Path
) -> None:
    told = playtested(capsys, str(scaffold), "--games", "1", "--seat", "headman")
    assert (set(told["personas"]), told["opponent"]) == ({"official"}, "integrative")


def test_who_plays_by_history_is_left_out_where_none_is_kept(
    capsys: pytest.CaptureFixture[str], scaffold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = ("hawk", "historical", "official", "reenactor")
    monkeypatch.setattr(playing, "known_personas", lambda: known)
    told = playtested(capsys, str(scaffold), "--games", "1", "--policy", "all")
    assert (set(told["personas"]), told["left_out"]) == ({"hawk"}, ["historical", "reenactor"])
    with_times = {**told, "seconds": 1.0, "decisions_per_second": 1}
    assert "Left out: historical and reenactor, for want of a history to play by." in " ".join(
        lines(with_times)
    )
    assert not without_history(Rules(read_scenario(SCENARIO)))


def test_ctrl_c_stops_the_workers_and_tells_what_is_known(scaffold: Path) -> None:
    words = ("--games", "100000", "--policy", "random", "--workers", "2")
    with started(scaffold, *words) as process:
        assert process.stdout is not None
        workers = at_work(process.pid)
        # As a terminal does it: every process of the group is told.
        for pid in (*workers, process.pid):
            os.kill(pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err.strip()) == (130, "amur: interrupted; nothing is lost")
    assert json.loads(out)["games"] < 100_000


def test_a_worker_that_dies_is_told_in_a_sentence(scaffold: Path) -> None:
    words = ("--games", "100000", "--policy", "random", "--workers", "2")
    with started(scaffold, *words) as process:
        os.kill(at_work(process.pid)[0], signal.SIGKILL)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert err.startswith("amur: a worker was killed")
    assert err.count("\n") == 1
    assert json.loads(out)["asked"] == 100_000


def at_work(pid: int) -> list[int]:
    """Return the workers of a process, once both are there and leave Ctrl-C to it."""
    for _ in range(2_000):
        children = _children(pid)
        if len(children) == 2 and all(map(_ignores_ctrl_c, children)):
            return children
        signal.sigtimedwait([], 0.01)
    raise AssertionError("the workers never began")


def _ignores_ctrl_c(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status").read_text()
    ignored = next(line for line in status.splitlines() if line.startswith("SigIgn:"))
    return bool(int(ignored.split()[1], 16) >> signal.SIGINT - 1 & 1)


def _children(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in told.read_text().split()] if told.exists() else []


def test_a_play_that_is_read_through_is_the_play(rules: Rules) -> None:
    plan = Plan(SCENARIO, None, CLAIMANT, "random", "read", 0)
    first = batch_played(rules, plan, Batch("random", 0, 2), lambda: 0.0).whole()
    bare = Counts()
    for number in range(2):
        seed = f"read-{number}"
        policies = seated(rules, "random", "random", CLAIMANT, seed)
        bare.add(row(rules, play_once(rules, policies, seed), "random"))
    assert first.words.total() == 2
    assert bare.texts.keys() < first.texts.keys()
    first.words.clear()
    first.texts &= bare.texts
    assert first == bare


def test_every_text_has_a_place(rules: Rules) -> None:
    written = rules.scenario.model_dump(by_alias=True)
    for names in texts_by_kind(rules.scenario).values():
        for name in names:
            at: Any = written
            for step in path_of(name):
                at = at[step]
            assert at, name


def test_a_blind_play_is_the_play_with_views(rules: Rules) -> None:
    policies = seated(rules, "random", "random", CLAIMANT, "blind")
    game = play_once(rules, policies, "blind")
    again = seated(rules, "random", "random", CLAIMANT, "blind")
    state = rules.opening("blind")
    while state.ended is None:
        view = rules.seen_by(state.seat, state)
        state = rules.follow(state, again[state.seat].choose(view, rules.legal_decisions(state)))
    assert game.final == state
    assert all(isinstance(policy, Random) for policy in policies)


def test_the_order_of_plays_changes_no_number(rules: Rules) -> None:
    plan = Plan(SCENARIO, None, CLAIMANT, "random", "order", 2)
    batches = [Batch("random", at, at + 3) for at in range(200, 212, 3)]
    parts = [batch_played(rules, plan, batch, lambda: 0.0) for batch in batches]
    one, other = sum(parts, Tally(2)), sum(reversed(parts), Tally(2))
    assert one == other
    assert one.whole().games == 12
    assert all(len(plays) <= 2 for plays in one.met.values())


def test_acts_that_nobody_used_are_listed(rules: Rules) -> None:
    tally = Tally(0)
    seed = "unused"
    game = play_once(rules, seated(rules, "conciliator", "official", CLAIMANT, seed), seed)
    tally.add(row(rules, game, "conciliator"), 0, seed)
    never = set(reported(rules, CLAIMANT, tally)["unchosen"])
    used = {act.id for act in rules.table.acts if game.final.used[act.index]}
    claimants = {act.id for act in rules.table.acts if CLAIMANT in act.seats}
    assert never == claimants - used


def trials(count: int, *outcomes: Outcome) -> list[Trial]:
    """Return so many states in which the same came of every choice."""
    return [Trial("ice", outcomes)] * count


def test_a_choice_is_dominated_that_is_often_worse_and_never_better() -> None:
    good, bad = Outcome("walk", 5000, 0, 0), Outcome("swim", 4000, 0, 1)
    even = Outcome("swim", 5000, 0, 1)
    [found] = dominated([*trials(8, good, bad), *trials(8, good, even)])
    assert (found.choice, found.by, found.states, found.worse) == ("ice.swim", "ice.walk", 16, 8)
    assert not list(dominated(trials(7, good, bad)))
    assert not list(dominated([*trials(8, good, bad), *trials(9, good, even)]))
    better = Outcome("swim", 5200, 0, 1)
    assert not list(dominated([*trials(9, good, bad), *trials(1, good, better)]))


def test_a_choice_that_spares_people_is_not_dominated() -> None:
    good, kind = Outcome("walk", 5000, 12, 0), Outcome("swim", 4000, 0, 1)
    assert not list(dominated(trials(10, good, kind)))


def test_a_scene_that_matters_to_nobody_is_light() -> None:
    one, other = Outcome("walk", 5000, 0, 0), Outcome("swim", 5090, 0, 1)
    [found] = light(trials(20, one, other))
    assert (found.scene, found.states, found.harm) == ("ice", 20, False)
    [found] = light(trials(20, one, Outcome("swim", 5090, 2, 1)))
    assert found.harm
    assert not list(light(trials(7, one, other)))
    apart = Outcome("swim", 5110, 0, 1)
    assert list(light([*trials(18, one, other), *trials(2, one, apart)]))
    assert not list(light([*trials(17, one, other), *trials(3, one, apart)]))


def test_a_choice_that_is_better_by_far_whoever_comes_there_is_towering() -> None:
    good, bad, worse = (Outcome(*o) for o in (("fly", 900, 9, 0), ("a", 599, 0, 1), ("b", 0, 0, 2)))
    [found] = towering(of("hawk", 8, good, bad, worse) + of("novice", 8, good, bad, worse))
    assert (found.choice, found.states, found.best, found.lead) == ("ice.fly", 16, 16, 301)
    assert found.personas == ("hawk", "novice")
    near = Outcome("a", 600, 0, 1)
    assert not list(towering(of("hawk", 8, good, near, worse)))
    one_more = of("hawk", 30, good, bad, worse) + of("novice", 1, good, near, worse)
    assert not list(towering(one_more))


def of(persona: str, count: int, *outcomes: Outcome) -> list[Trial]:
    """Return so many states of a persona's plays in which the same came of every choice."""
    return [trial._replace(persona=persona) for trial in trials(count, *outcomes)]


def test_scenes_that_are_no_dilemma_are_named_first(
    scaffold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = playtested(capsys, str(scaffold), "--games", "1", "--policy", "random")
    at = {"ice": "events/a.yaml:2", "ice.fly": "events/a.yaml:9"}
    lone = {"choice": "ice.fly", "states": 40, "best": 38, "lead": 1210, "personas": ["hawk"]}
    beaten = {"choice": "ice.swim", "by": "ice.fly", "states": 40, "worse": 40}
    said = list(findings({**told, "places": at, "towering": [lone], "dominated": [beaten]}))
    assert said[0].startswith("ice.fly (events/a.yaml:9) is better than every other answer by far")
    assert (
        "more than 3 points in 38 of 40 states, whoever came there (hawk), and by 12.1" in said[0]
    )
    assert "ice.swim" not in " ".join(said)
    weightless = [{"scene": "ice", "states": 40, "harm": True}]
    said = list(findings({**told, "places": at, "light": weightless}))
    assert said[0].startswith(
        "1 scene in which the answer hardly matters to its chair: ice (events"
    )
    assert "(in ice people suffer more of one than of another)" in said[0]


def test_choices_that_nobody_took_stand_apart_with_what_was_taken_and_why(rules: Rules) -> None:
    scene = next(s for s in rules.scenes.all if s.seat == CLAIMANT and len(s.choices) > 1)
    counts = counted(rules, scene, inclinations(rules, CLAIMANT)[""])
    least = min(counts, key=lambda choice: counts[choice])
    most = max(counts, key=lambda choice: counts[choice])
    [found] = untaken(rules, [f"{scene.id}.{least}"], {f"{scene.id}.{most}": 7})
    assert (found.instead, found.plays, found.manner) == (most, 7, "")
    assert (found.counts, found.most) == (counts[least], counts[most])


def test_a_planted_choice_without_effect_is_found(
    scaffold: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = Run._try

    def planted(run: Run, scenes: list[tuple[str, Any]]) -> None:
        tries(run, [scene for scene in scenes if scene[0] == "planted"])

    monkeypatch.setattr(Run, "_try", planted)
    told = playtested(capsys, str(scaffold), "--games", "12", "--what-ifs", "10")
    [same] = told["trivial"]
    assert set(same["choices"]) >= {"one-way", "other-way"}
    assert told["places"][same["scene"]].endswith(".yaml:2")
    assert "planted.one-way" in told["choices"]
    [found] = [pair for pair in told["dominated"] if pair["choice"] == "planted.ruin"]
    assert found["worse"] == found["states"]
    said = " ".join(findings(told))
    assert "planted.ruin" in said
    assert "between one-way and other-way there is no difference" in said


def small(tmp_path: Path) -> Path:
    """Return a small scenario of its own with a scene whose choices are no dilemma."""
    folder = tmp_path / "small"
    assert main(["new", str(folder)]) == 0
    table = folder / "tables" / "mill-race.yaml"
    table.write_text(table.read_text().replace("sittings: 6", "sittings: 4"))
    (folder / "events" / "planted.yaml").write_text(
        "events:\n  planted:\n    title: Planted\n"
        f"    seat: {read_scenario(folder).table.claimant}\n"
        "    when: sitting = 2\n    first: true\n    text: A road parts.\n    choices:\n"
        "      one-way: {say: Go left., result: Left.}\n"
        "      other-way: {say: Go right., result: Right.}\n"
        "      ruin: {say: Go home on foot., do: {caution: +60}, result: Mud.}\n"
        "    invented: true\n"
        "  locked:\n    title: Locked\n    seat: miller\n    when: trust > 99\n"
        "    text: A gate.\n    choices:\n"
        "      in: {say: Go in., do: {trust: +1}, result: In.}\n"
        "      out: {say: Stay., do: {trust: -1}, result: Out.}\n    invented: true\n"
    )
    return folder


def test_the_report_fits_a_screen_and_says_first_what_matters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = playtested(capsys, SCENARIO, "--games", "5", "--policy", "random,hawk")
    text = list(lines({**told, "seconds": 1.0, "decisions_per_second": 1}))
    assert "  The table has no act of pressure." not in text
    no_pressure = {**told["pressure"], "acts": []}
    fewer = lines({**told, "pressure": no_pressure, "seconds": 1.0, "decisions_per_second": 1})
    assert "  The table has no act of pressure." in fewer
    assert all(len(line) <= 80 for line in "\n".join(text).split("\n"))
    titles = [line for line in text if line.endswith(":") and not line.startswith((" ", "-"))]
    assert titles[0] == "Look at this first:"
    assert text.index("Met in these plays:") > text.index("Look at this first:")


def test_a_run_that_never_began_has_a_report(scaffold: Path) -> None:
    report = Run(Plan(str(scaffold), None, CLAIMANT, "official", "none", 0), 1).report()
    assert (report["games"], report["decisions"]) == (0, 0)
    assert next(lines({**report, "asked": 10})).startswith("0 of 10 plays of small")


def persona_row(agreement: float, lasting: int, ratified: float = 90.0) -> dict[str, Any]:
    """Return what a report says of a persona in the chair of the guest."""
    kept = {"guest": lasting, "host": 7000}
    return {"games": 40, "agreement": agreement, "ratified": ratified, "lasting": kept}


def bars_of(skilled: dict[str, Any], lesson: str = "later", **personas: dict[str, Any]) -> str:
    """Return which bars are said to be broken."""
    report = {"seat": "guest", "lesson": lesson, "personas": personas, "skilled": skilled}
    return " ".join(broken_bars({**report, "pressure": {"acts": ["threaten"]}}))


def test_who_plays_by_lot_hides_no_broken_bar() -> None:
    able, blind, pressing = (persona_row(100, lasting, 100) for lasting in (7200, 7150, 7120))
    said = bars_of(
        persona_row(100, 7150, 100),
        integrative=able,
        novice=blind,
        gunboat=pressing,
        random=persona_row(33, 5000),
    )
    assert "a paper that the court ratifies: integrative (100 %)." in said
    assert "though they press or insist on a text: gunboat (100 %)." in said
    assert "novice, who asks nothing, keeps 71.5 points, and integrative, who asks, 72.0" in said
    assert "gunboat, who presses, signs as often as integrative (100 % and 100 %)" in said
    assert "ratified 100 %" in said
    assert "chairs" not in said


def test_who_presses_besides_is_judged_by_whether_he_keeps_more() -> None:
    able = persona_row(80, 7000)
    as_much = bars_of(persona_row(80, 7000), integrative=able, bluffer=persona_row(80, 7050))
    assert not as_much
    more = bars_of(persona_row(80, 7000), integrative=able, bluffer=persona_row(80, 7300))
    assert "bluffer, who presses, signs as often as integrative (80 % and 80 %)" in more
    assert "keeps more (73.0 and 70.0 points)" in more
    seldom = bars_of(persona_row(80, 7000), integrative=able, bluffer=persona_row(70, 7300))
    assert not seldom


@pytest.mark.parametrize(
    ("lasting", "ratified", "told"),
    [
        ([6000, 6100, 6200, 6900, 6500, 6400], 90, True),
        ([6000, 6100, 6200, 6900, 6500, 6400], 60, False),
        ([6000, 6050, 5900, 6090, 5800, 5700], 90, False),
    ],
)
def test_some_pressure_that_pays_is_told(lasting: list[int], ratified: int, told: bool) -> None:
    rows = [
        {"acts": acts, "lasting": kept, "ratified": ratified if acts else 90}
        for acts, kept in enumerate(lasting)
    ]
    said = " ".join(_pressure({"sweep": {"rows": rows, "lasting": "neither"}}))
    assert told == ("keeps most with 3 acts of it (69.0 points; with none 60.0)" in said)


def test_few_plays_are_said_to_tell_little() -> None:
    assert (
        " ".join(_by_chance([20, 100]))
        == "  20 plays of a persona: a share may be out by 22 of 100."
    )
    assert not list(_by_chance([100]))


def test_a_table_within_the_bars_is_left_in_peace() -> None:
    said = bars_of(
        persona_row(60, 7000),
        integrative=persona_row(72, 7000),
        novice=persona_row(64, 6800),
        gunboat=persona_row(12, 6900),
        historical=persona_row(0, 5000),
    )
    assert not said


def test_success_is_in_question_where_the_court_may_refuse_what_everybody_signs() -> None:
    asked = {"integrative": persona_row(100, 7000, 85), "stickler": persona_row(60, 6000)}
    assert not bars_of(persona_row(90, 7000, 85), **asked)
    sure = bars_of(persona_row(90, 7000, 85), **{**asked, "cautious": persona_row(100, 7000, 98)})
    assert "the court ratifies: cautious (98 %)." in sure
    insisted = bars_of(persona_row(90, 7000), stickler=persona_row(100, 6000, 40))
    assert "though they press or insist on a text: stickler (100 %)." in insisted


def test_a_first_lesson_may_send_everybody_home_with_a_paper() -> None:
    everybody = {"integrative": persona_row(100, 7000, 100), "stickler": persona_row(100, 6000)}
    assert not bars_of(persona_row(100, 7000), lesson="first", **everybody)
    narrow = bars_of(persona_row(30, 7000), lesson="first", integrative=persona_row(30, 7000))
    assert "though they bargain: integrative (30 %)" in narrow


def test_what_chance_may_do_breaks_no_bar() -> None:
    for games, told in ((8, False), (40, True)):
        row = {**persona_row(100, 7000, 100), "games": games}
        said = bars_of({**row, "ratified": 90.0}, integrative=row)
        assert ("success is no question" in said) == told


def test_too_narrow_a_table_and_a_better_chair_are_told() -> None:
    said = bars_of(persona_row(45, 4000), integrative=persona_row(45, 4000))
    assert "less than 55 % of the plays, though they bargain: integrative (45 %)" in said
    assert "host has 64 % (45 to 55 are even)" in said


def test_what_never_came_is_told_with_what_kept_it_away(scaffold: Path) -> None:
    run = Run(Plan(str(scaffold), None, CLAIMANT, "random", "never", 0), 1)
    run.play(["random"], 6)
    report = run.report()
    assert report["near"]["plays"] == 5
    assert report["near"]["how"]["event:locked"].startswith("`trust > 99` (trust was ")
    [said] = [finding for finding in findings(report) if "locked (" in finding]
    assert "scenes never met (5 plays were looked into): the-fish (events/" in said
    assert "; locked (events/planted.yaml:" in said
    assert ": `trust > 99` (trust was " in said


def test_what_one_man_alone_never_met_is_only_counted(scaffold: Path) -> None:
    run = Run(Plan(str(scaffold), None, CLAIMANT, "official", "alone", 0), 1)
    run.play(["novice"], 2)
    report = run.report()
    said = " ".join(findings(report))
    assert "Never met by novice, who played alone: " in said
    assert f"{len(report['never']['endings'])} endings" in said
    assert "locked (" not in said
    assert "Told in more than" not in said


def test_the_temper_that_the_archives_show_is_counted_as_told(rules: Rules) -> None:
    policies = seated(rules, "random", "random", CLAIMANT, "sign")
    final = play_once(rules, policies, "sign").final
    man, host = final.men[HOST], rules.scenario.table.host
    assert man is not None
    sign = f"table.temperaments.{host}.{rules.table.tempers[HOST][man.temper].id}.sign"
    assert sign in row(rules, Game("sign", final, 0), "random").texts


@pytest.fixture
def small_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the search think of few men."""
    monkeypatch.setattr(search, "MANY", 4)
    monkeypatch.setattr(search, "FEW", 2)


@pytest.mark.usefixtures("small_budget")
def test_the_search_decides_by_what_its_chair_may_see(scaffold: Path) -> None:
    rules = Rules(read_scenario(scaffold))
    other = rules.opening("another man")
    ours, theirs = persona("search", rules, "1"), persona("official", rules, "1")
    state, compared = rules.opening("1"), 0
    while state.ended is None and compared < 2:
        legal = rules.legal_decisions(state)
        if state.seat == HOST or state.phase != Phase.SITTING:
            policy = persona("integrative", rules, "1") if state.seat == CLAIMANT else theirs
            state = rules.follow(state, policy.choose(rules.seen_by(state.seat, state), legal))
            continue
        masked = state._replace(
            seed="another seed",
            men=(state.men[CLAIMANT], other.men[HOST]),
            fortune=other.fortune,
            hope=(state.hope[CLAIMANT], 0),
            patience=state.patience - 1,
        )
        views = [rules.seen_by(CLAIMANT, now) for now in (state, masked)]
        fresh = persona("search", rules, "another key")
        one, two = ours.choose(views[0], legal), fresh.choose(views[1], legal)
        assert one == two
        compared += 1
        state = rules.follow(state, one)
    assert compared == 2


def test_the_search_gets_more_of_the_same_men_than_who_does_not_think(scaffold: Path) -> None:
    rules, lasting = Rules(read_scenario(scaffold)), {"search": 0, "integrative": 0}
    for name in lasting:
        for number in range(5):
            policies = seated(rules, name, "official", CLAIMANT, str(number))
            outcome = rules.outcome(play_once(rules, policies, str(number)).final)
            assert outcome is not None
            lasting[name] += outcome.lasting[CLAIMANT]
    assert lasting["search"] > lasting["integrative"]


def papers_laid(rules: Rules, host: Policy, seed: str) -> list[Package]:
    """Return the papers that the hawk lays down before a host, in their order."""
    final = play_once(rules, (persona("hawk", rules, seed), host), seed).final
    return [d.paper for d in final.transcript[::2] if d.paper is not None]


@pytest.mark.parametrize("seed", ["hard 1", "hard 2", "history"])
def test_the_hawk_gives_nothing_to_a_host_who_gives_nothing(rules: Rules, seed: str) -> None:
    assert len(set(papers_laid(rules, Waiting(rules, "stall", 9000), seed))) == 1


@pytest.mark.parametrize("seed", ["hard 1", "hard 2", "hard 3"])
def test_the_hawk_offers_nothing_below_what_he_can_walk_away_to(rules: Rules, seed: str) -> None:
    claimant = rules.opening(seed).men[CLAIMANT]
    assert claimant is not None
    papers = papers_laid(rules, persona("official", rules, seed), seed)
    assert len(set(papers)) > 1
    floor = rules.walk(CLAIMANT, rules.opening(seed))
    assert all(value(paper, claimant.utility) > floor for paper in papers)


def test_personas_sit_only_where_they_are_made_for() -> None:
    assert may_sit("random", CLAIMANT)
    assert may_sit("random", HOST)
    assert not may_sit("official", CLAIMANT)
    assert not may_sit("hawk", HOST)
    assert may_sit("boulware", HOST)
    assert not may_sit("conceder", CLAIMANT)


def host_lasting(rules: Rules, name: str) -> int:
    """Return what ten plays leave a host with who sits opposite a conciliator."""
    total = 0
    for number in range(10):
        policies = seated(rules, name, "conciliator", HOST, str(number))
        outcome = rules.outcome(play_once(rules, policies, str(number)).final)
        assert outcome is not None
        total += outcome.lasting[HOST]
    return total


def test_a_host_who_gives_late_gets_more_than_one_who_gives_early(rules: Rules) -> None:
    assert host_lasting(rules, "boulware") > host_lasting(rules, "conceder")


def test_at_a_terminal_a_report_is_paged_and_speaks_of_acts(scaffold: Path, monkeypatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("game.cli.paged.click.echo_via_pager", paged.append)
    assert main(["playtest", str(scaffold), "--games", "1", "--policy", "random"]) == 0
    assert paged[0].startswith("1 play of")
    assert "\n  acts " in paged[0]
    assert "tactics" not in paged[0]

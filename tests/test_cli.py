"""The `amur` command as a shell meets it: exit codes, shapes, and what it never imports."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.cli import COMMANDS, main
from tests.in_lines import ROOT, SCENARIO, amur, in_a_process

CASES = Path(__file__).parent / "cases"
LINES, TINY = CASES / "plain", CASES / "tiny"


def played(tmp_path: Path, script: str, *words: str) -> Path:
    """Play a script of lines and return the record."""
    record = tmp_path / "play.amur"
    lines = (LINES / script).read_text(encoding="utf-8")
    done = amur("play", SCENARIO, "--plain", "--record", str(record), *words, lines=lines)
    assert (done.returncode, done.stderr) == (0, "")
    return record


def test_version_and_help_say_what_there_is() -> None:
    assert in_a_process("--version").stdout.startswith("The Amur Question ")
    shown = in_a_process("--help")
    assert shown.returncode == 0
    assert all(f"  {name} " in shown.stdout for name in COMMANDS)


@pytest.mark.parametrize("words", [(), ("plays",)], ids=str)
def test_what_a_command_does_is_told_to_the_end_of_its_sentence(words: tuple[str, ...]) -> None:
    told = in_a_process(*words, "--help").stdout.partition("Commands:")[2]
    assert told
    assert "..." not in told
    assert all(len(line) <= 80 for line in told.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    shown = amur(command, "--help")
    assert shown.returncode == 0
    assert shown.stdout.startswith("Usage: amur ")


HEADLESS = (
    ["--version"],
    ["scenarios"],
    ["check", SCENARIO],
    ["check", SCENARIO, "--tests"],
    ["graph", SCENARIO, "--games", "1", "--policy", "random"],
    ["stats", SCENARIO],
    ["schema"],
    ["playtest", SCENARIO, "--games", "2", "--policy", "random"],
    ["play", SCENARIO, "--plain", "--seat", "muraviev"],
    ["plays"],
    ["export", f"history:{SCENARIO}", "--format", "markdown"],
    ["export", f"history:{SCENARIO}", "--format", "html"],
)
"""In this order, so that whatever drew the screen in is the first to be told."""


def test_headless_commands_never_import_the_screen(tmp_path: Path) -> None:
    code = (
        "import json, sys; from io import StringIO; from game.cli import main\n"
        "for words in json.loads(sys.argv[1]):\n"
        "    sys.stdin = StringIO('1\\nmap\\nquit\\n')\n"
        "    if main(words):\n"
        "        sys.exit(f'{words} was refused')\n"
        "    if any(m == 'textual' or m.startswith('textual.') for m in sys.modules):\n"
        "        sys.exit(f'{words} imports the screen')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(HEADLESS)],
        capture_output=True,
        text=True,
        env={**os.environ, "AMUR_HOME": str(tmp_path)},
        cwd=ROOT,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr


def test_version_imports_nothing_of_the_game_but_its_name() -> None:
    code = (
        "import sys; from game.cli import main; main(['--version']);"
        "print(*sorted(m for m in sys.modules if m.startswith(('game', 'pydantic', 'yaml'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.splitlines()[-1] == "game game.cli game.errors"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["replya"], "there is no command 'replya'; did you mean replay?"),
        (["sing"], "No such command"),
        (["play", "aigun", "--plain"], "there is no scenario aigun, and no folder aigun in /"),
        (["play", SCENARIO, "--plain", "--seat", "gong"], "there is no seat 'gong'"),
        (["play", SCENARIO, "--plain", "--start", "1799"], "has no start '1799'"),
        (["replay", "no-such.amur"], "no-such.amur cannot be read"),
        (["verify", "no-such.amur"], "no-such.amur cannot be read"),
        (["replay", "pyproject.toml"], "is no record"),
        (["stats", "no-such-scenario"], "there is no scenario"),
        (["playtest", SCENARIO, "--policy", "wizard"], "there is no persona 'wizard'"),
        (["playtest", SCENARIO, "--seat", "yishan", "--policy", "hawk"], "cannot take the chair"),
        (["schema", "weather.yaml"], "there is no kind of file"),
    ],
)
def test_wrong_words_are_answered_in_one_line(words: list[str], said: str) -> None:
    done = amur(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.startswith("amur: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_broken_scenario_is_refused_in_one_line_and_checked_in_full(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "scenario.yaml").write_text("scenario: broken\ntitle: [\n", encoding="utf-8")
    refused = amur("play", str(broken), "--plain")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    checked = amur("check", str(broken))
    assert checked.returncode == 1
    assert "scenario.yaml:" in checked.stdout
    rows = json.loads(amur("check", str(broken), "--json").stdout)
    keys = {"file", "line", "column", "code", "severity", "message", "hint", "also"}
    assert rows
    assert all(keys <= row.keys() for row in rows)


def test_check_finds_nothing_that_keeps_the_shipped_scenario_from_being_played() -> None:
    checked = amur("check", SCENARIO, "--json")
    assert checked.returncode == 0
    assert all(row["severity"] == "warning" for row in json.loads(checked.stdout))


def test_stats_count_everything() -> None:
    counts = json.loads(amur("stats", SCENARIO, "--json").stdout)
    keys = "tables issues options tactics events choices actions people codex sources"
    assert {*keys.split(), "cited_events", "endings", "words"} <= counts.keys()
    assert (counts["issues"], counts["options"]) == (8, 31)


def test_schema_is_a_json_schema() -> None:
    assert json.loads(amur("schema").stdout)["$schema"].startswith("https://json-schema.org/")


def test_replay_and_verify_agree_with_the_play(tmp_path: Path) -> None:
    record = played(tmp_path, "muraviev-numbers.txt", "--seat", "muraviev", "--seed", "5")
    told = json.loads(amur("replay", str(record), "--json").stdout)
    keys = "scenario seed seat decisions ended ending tables lasting tracks digest"
    assert set(keys.split()) <= told.keys()
    assert (told["scenario"], told["seed"], told["seat"]) == (SCENARIO, "5", "muraviev")
    table = told["tables"]["aigun"]
    assert {"signed", "treaty", "values", "leverage", "verdict"} <= table.keys()
    assert table["verdict"] in ("ratified", "silence", "disowned", "none")
    last = json.loads(record.read_text(encoding="utf-8").splitlines()[-1])
    assert told["digest"] == last["state"]
    assert amur("verify", str(record)).returncode == 0
    assert amur("replay", str(record)).returncode == 0
    early = json.loads(amur("replay", str(record), "--to", "3", "--json").stdout)
    assert (early["decisions"], early["ended"], early["ending"]) == (3, None, [])


def test_a_changed_digest_is_found(tmp_path: Path) -> None:
    record = played(tmp_path, "muraviev-numbers.txt", "--seat", "muraviev", "--seed", "5")
    lines = record.read_text(encoding="utf-8").splitlines()
    node = json.loads(lines[3])
    lines[3] = json.dumps(node | {"state": "000000000000"})
    record.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = amur("verify", str(record))
    assert done.returncode == 1
    assert f"node {node['id']} leads to state" in done.stdout
    assert amur("replay", str(record)).returncode == 2


def test_a_reader_who_goes_away_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} -m game schema | head -1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_ctrl_c_says_so_and_reports_what_is_known() -> None:
    words = ["playtest", str(TINY), "--games", "1000000", "--policy", "random", "--json"]
    with subprocess.Popen(
        [sys.executable, "-m", "game", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        # A run that was put into the background ignores Ctrl-C, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        # Not the clock: a busy machine may not have begun to play after seconds.
        while _worked(process.pid) < 3:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    assert process.returncode == 130
    assert "Traceback" not in err
    assert json.loads(out)["games"] > 0


def _worked(pid: int) -> float:
    """Return the seconds of processor time that a running process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_main_returns_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert main(["stats", "no-such-scenario"]) == 2
    assert capsys.readouterr().err.startswith("amur: there is no scenario")


def test_within_a_scenario_check_needs_no_path(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "say which scenario to check" in capsys.readouterr().err
    (tmp_path / "scenario.yaml").write_text("scenario: here\ntitle: [\n", encoding="utf-8")
    assert main(["check"]) == 1
    assert "scenario.yaml:2:8: yaml-syntax: " in capsys.readouterr().out


def test_check_takes_every_folder_of_the_scenarios_the_shared_map_among_them(
    tmp_path: Path,
) -> None:
    shipped = sorted(
        str(path)
        for path in (ROOT / "scenarios").iterdir()
        if [*path.glob("*.yaml"), *path.glob("*.geojson")]
    )
    checked = amur("check", *shipped)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    ours = tmp_path / "map"
    shutil.copytree(ROOT / "scenarios" / "shared-map", ours)
    (ours / "amur.geojson").write_text("{", encoding="utf-8")
    broken = amur("check", str(ours))
    assert broken.returncode == 1
    assert broken.stdout.startswith("amur.geojson:1:1: bad-map: ")
    shutil.copy(ROOT / "scenarios" / "shared-map" / "amur.geojson", ours)
    (ours / "theatre.json").write_text("{}", encoding="utf-8")
    assert "theatre.json:1:1: bad-map: " in amur("check", str(ours)).stdout


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("", "--record needs the name of a file"),
        ("-", "--record needs the name of a file"),
        ("/", "/ is a folder; name a file in it"),
        ("folder/", "folder/ is a folder"),
        ("nowhere/play.amur", "there is no folder nowhere"),
    ],
)
def test_a_play_is_kept_in_a_file_of_a_folder_that_is_there(
    named: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["play", "aigun-six-days", "--plain", "--seat", "yishan", "--record", named]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

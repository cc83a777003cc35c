"""The author's handbook says what the models, the effects and the language are today."""

from __future__ import annotations

import os
import re
from enum import StrEnum

import pytest

import game.cli.paged as pages_told
from game.cli import COMMANDS, amur, main
from game.cli.handbook import page_lines
from game.coach.workshop.playing import known_personas
from game.files.docstrings import sentences_within
from game.files.handbook import handbook_page, handbook_pages, pages_folder
from game.files.reference_tests import DECISIONS
from game.files.scaffolding import KINDS
from game.rules.words import PLAIN_VERBS
from game.scenario import vocabulary
from game.scenario.authored import Authored
from game.scenario.faults import Code
from game.scenario.known import CHANGEABLE
from game.scenario.syntax import WORD_NAMES
from tests.remake_handbook import reference

PAGES = reference()
HELP = "--help"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_reference_is_what_the_code_says(name):
    written = (pages_folder() / f"{name}.md").read_text(encoding="utf-8")
    assert written == PAGES[name], "run `python -m tests.remake_handbook`"


def test_every_key_says_what_it_is_or_where_that_is_told():
    mute = [
        line
        for page in PAGES.values()
        for line in page.split("\n")
        if re.match(r"- `[a-z-]+` \(", line) and not re.search(r"\) \S|as under", line)
    ]
    assert mute == []


def test_every_model_that_an_author_writes_has_an_example():
    without = [
        chapter.partition("\n")[0]
        for page in PAGES.values()
        for chapter in page.split("\n## ")[1:]
        if "- `" in chapter and "(" in chapter.partition("- `")[2] and "```yaml" not in chapter
    ]
    assert [name for name in without if name in {kind.__name__ for kind in models()}] == []


def models() -> list[type[Authored]]:
    return Authored.__subclasses__()


def test_every_word_of_a_closed_list_has_a_sentence():
    words = [
        kind
        for model in models()
        for field in model.model_fields.values()
        if isinstance(kind := field.annotation, type) and issubclass(kind, StrEnum)
    ]
    assert [
        (kind.__name__, word.name)
        for kind in [*words, Code]
        for word in kind
        if word.name not in sentences_within(kind)
    ] == []


def test_the_names_of_the_language_are_those_that_the_handbook_tells():
    assert set(vocabulary.NUMBERS) >= CHANGEABLE
    told = {*vocabulary.WORDS, *vocabulary.WORDS_AFTERWARDS, *vocabulary.SEASON_WORDS}
    assert told == WORD_NAMES
    assert {*vocabulary.SEASON_NUMBERS, *vocabulary.SEASON_WORDS} <= set(vocabulary.OF_SEASONS)


def test_the_page_on_tests_tells_every_decision_that_stands_alone():
    assert {name for name in DECISIONS if name.islower()} == set(PLAIN_VERBS)


def test_the_pages_are_listed_and_each_can_be_read(capsys):
    assert main(["handbook"]) == 0
    listed = capsys.readouterr().out
    for page in handbook_pages():
        assert f"  {page.name} " in listed
    assert main(["handbook", "citing"]) == 0
    assert "sources.yaml" in capsys.readouterr().out


@pytest.mark.parametrize("page", handbook_pages(), ids=lambda page: page.name)
def test_a_page_names_no_command_option_or_page_that_there_is_not(page):
    for command, rest in re.findall(r"(?:`|\$ )amur ([a-z]+)([^`\n]*)", page.text):
        assert command in COMMANDS, page.name
        options = amur.get_command(None, command).params
        known = {HELP, *(word for option in options for word in option.opts)}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, f"amur {command}{rest}"
    named = set(re.findall(r"`amur handbook ([a-z-]+)`|`(reference-[a-z]+)`", page.text))
    for one, other in named:
        assert handbook_page(one or other).text


def test_every_persona_is_told_where_authors_read_of_them():
    (balance,) = (page.text for page in handbook_pages() if page.name == "balance")
    assert [name for name in known_personas() if f"`{name}`" not in balance] == []


def names() -> set[str]:
    return {page.name for page in handbook_pages()}


def test_the_contents_name_every_page():
    (contents,) = (page.text for page in handbook_pages() if page.name == "contents")
    assert {name for name in names() if f"`{name}`" not in contents} == {"contents"}


def test_a_page_that_is_not_there_is_said_with_its_neighbour(capsys):
    assert main(["handbook", "fairnes"]) == 2
    assert "did you mean fairness?" in capsys.readouterr().err


def test_prose_is_wrapped_and_code_is_left_as_it_is():
    page = "# T\n\nOne\ntwo " + "word " * 30 + "\n\n```yaml\na: 1   # far\n```\n- one\n"
    lines = "\n".join(page_lines(page)).split("\n")
    assert lines[0] == "# T"
    assert lines[2].startswith("One two word")
    assert lines[lines.index("a: 1   # far") - 1] == lines[lines.index("a: 1   # far") + 1]
    assert "- one" in lines
    assert max(map(len, lines)) <= 72


def test_code_is_set_flush_between_rules_that_name_its_file():
    page = "The whole of `a/b.yaml`:\n\n```yaml\n\n  b: 1\n```\n```console\n$ amur check a\n```\n"
    rule = "─" * 72
    assert list(page_lines(page)) == [
        "The whole of `a/b.yaml`:",
        "",
        f"── a/b.yaml {rule}"[:72],
        "",
        "  b: 1",
        rule,
        rule,
        "$ amur check a",
        rule,
    ]


def test_a_point_of_a_list_hangs_from_its_mark_to_its_last_line():
    shown = "\n".join(page_lines(f"- one\n  two{' word' * 20}\n- three\nfour\n"))
    first, second, *rest = shown.split("\n")
    assert first.startswith("- one two word")
    assert second.startswith("  word")
    assert rest == ["- three four"]


@pytest.mark.parametrize(
    "words", [["check", "--explain", "unused-source"], ["handbook", "not-text"]]
)
def test_the_page_of_a_fault_names_the_file_of_each_example(words, capsys):
    assert main(words) == 0
    shown = capsys.readouterr().out
    assert "```" not in shown
    assert re.search(r"Wrong:\n\n── (sources.yaml|codex/weir.md, saved as Latin-1) ─+\n", shown)


@pytest.mark.parametrize(("high", "is_paged"), [(4, False), (3, True)])
def test_at_a_terminal_a_long_page_is_turned(high, is_paged, monkeypatch, capsys):
    paged = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr(
        pages_told.shutil, "get_terminal_size", lambda: os.terminal_size((80, high))
    )
    monkeypatch.setattr(pages_told.click, "echo_via_pager", paged.append)
    pages_told.put_page(["one", "two\nthree"])
    assert (paged, capsys.readouterr().out) == (
        (["one\ntwo\nthree\n"], "") if is_paged else ([], "one\ntwo\nthree\n")
    )


def test_every_schema_is_named_where_editors_are_told_of_them():
    tools = (pages_folder() / "tools.md").read_text(encoding="utf-8")
    said = tools.partition("The schemas are ")[2].partition(".")[0]
    assert re.findall("`(.+?)`", said) == list(KINDS)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("pronoun", "In `reference-scenario`, Seat:\n\n- `pronoun` (one of these words; he if"),
        ("temperaments", "- `temperaments` (by id"),
        ("presses", "    - `presses`:"),
        ("coerced", "In `reference-conditions`, Numbers:"),
    ],
)
def test_a_key_is_told_with_the_page_that_explains_it(key, said, capsys):
    assert main(["handbook", key]) == 0
    assert said in capsys.readouterr().out


def test_of_a_word_only_its_own_line_and_its_keys_are_told(capsys):
    assert main(["handbook", "presses"]) == 0
    assert "`stalls`" not in capsys.readouterr().out


def test_a_page_can_be_had_as_a_file_to_copy_from(tmp_path, capsys):
    file = tmp_path / "tutorial.md"
    assert main(["handbook", "tutorial", "--output", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == (pages_folder() / "tutorial.md").read_text()
    assert main(["handbook", "tutorial", "--output", str(file)]) == 2
    assert main(["handbook", "--output", str(file)]) == 2
    assert "say which page" in capsys.readouterr().err

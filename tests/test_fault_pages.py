"""Every kind of fault has a page, and every page an example that is wrong and one that is right.

A block is a fragment that is merged over the file of a new scenario (mappings by key), the file as
a `whole`, or one of a few other things. In the wrong one the line is marked with `# here`, or it is
said behind `at=`; a key behind `instead=` is not merged but replaced. The fault must stand there,
and the right one must have no fault at all.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from game.files.folders import shipped
from game.files.handbook import fault_pages
from game.files.restricted_yaml import read_yaml
from game.files.scaffolding import SCAFFOLD
from game.files.scenarios import check_scenario
from game.scenario.faults import Code

PAGES = sorted(fault_pages().glob("*.md"))
WAITING: frozenset[str] = frozenset()
"""Codes that have no page yet."""
_BLOCK = re.compile(r"^```(\w[\w-]*) (wrong|right) (\S+)((?: \S+)*)\n(.*?)^```$", re.M | re.S)
_HERE = "# here"


class Block(NamedTuple):
    """An example of a page."""

    kind: str
    is_wrong: bool
    file: str
    words: tuple[str, ...]
    text: str


def blocks(page: Path) -> list[Block]:
    """Return the examples of a page, in its order."""
    found = _BLOCK.findall(page.read_text(encoding="utf-8"))
    return [
        Block(kind, which == "wrong", file, tuple(words.split()), text)
        for kind, which, file, words, text in found
    ]


def merged(old: Any, new: Any) -> Any:
    """Return a mapping with another's keys put over it, within each other."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    return old | {key: merged(old.get(key), value) for key, value in new.items()}


def written(block: Block, folder: Path) -> set[int]:
    """Put a block into a folder and return the lines of what is marked in it, or the first."""
    file = folder / block.file
    said = [int(word.removeprefix("at=")) for word in block.words if word.startswith("at=")]
    lines = block.text.split("\n")
    marked = next((number for number, line in enumerate(lines, 1) if _HERE in line), 1)
    match block.kind:
        case "gone":
            file.unlink()
        case "link":
            file.unlink(missing_ok=True)
            file.symlink_to(block.text.strip())
        case "latin-1":
            file.write_text(block.text, encoding="latin-1")
        case "lots":
            file.write_text(block.text * 100_000)
        case "yaml" if "whole" not in block.words:
            return _put_over(block, file, marked)
        case _:
            file.parent.mkdir(exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
    return set(said) or {marked}


def _put_over(block: Block, file: Path, marked: int) -> set[int]:
    fragment = read_yaml(block.text, block.file)
    assert fragment.faults == []
    old = read_yaml(file.read_text(encoding="utf-8"), block.file).data
    instead = {word.removeprefix("instead=") for word in block.words if "instead=" in word}
    data = merged({k: v for k, v in old.items() if k not in instead}, fragment.data)
    text = yaml.safe_dump(data, sort_keys=False, width=1_000_000, allow_unicode=True)
    file.write_text(text, encoding="utf-8")
    places = read_yaml(text, block.file).keys
    return {places[path].line for path, mark in fragment.keys.items() if mark.line == marked}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_are_what_it_says(page, tmp_path):
    found = blocks(page)
    assert {block.is_wrong for block in found} == {True, False}
    for number, block in enumerate(found):
        folder = tmp_path / str(number) / "the-mill-race"
        of_map = page.stem == Code.BAD_MAP
        shutil.copytree(shipped() / "shared-map" if of_map else SCAFFOLD, folder)
        lines = written(block, folder)
        faults = check_scenario(folder, run_cases=page.stem == Code.FAILED_CASE)
        found = [(str(fault.code), fault.file) for fault in faults]
        assert found == ([(page.stem, block.file)] if block.is_wrong else [])
        assert all(fault.line in lines for fault in faults)


def test_every_code_has_a_page_and_every_page_a_code():
    assert {page.stem for page in PAGES} | WAITING == set(Code)
    assert not {page.stem for page in PAGES} & WAITING


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_begins_with_its_code_and_a_sentence(page):
    first = page.read_text(encoding="utf-8").split("\n")[0]
    assert re.fullmatch(rf"# {page.stem}: \S.*[^.]", first)

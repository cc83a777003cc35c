"""A page that is done from its first line to its last: its files are written, its commands run.

What a block is for is said by the line before it: the whole of a file, something at its end,
something instead of what was last written there, or what to find in it and what to write there. A
block of the console holds commands behind `$`, what is typed behind `>`, and what is printed; a
line `…` stands for lines that are left out, once for each thing typed.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from game.cli import main

_DO = re.compile(
    r"(?P<how>The whole of|At the end of|Instead, in|Find in|There, in) `(?P<file>[^`]+)`"
)
_DELETE = re.compile(r"- delete `(?P<file>[^`]+)`")
_TIME = re.compile(
    r"[\d,.]+(?= s: )|[\d,]+(?= a second)|[\d,.]+(?= s in all)|[\d,]+(?= decisions in a second)"
)
"""Figures that depend on the machine and the hour."""
_FIGURES = re.compile(r"[\d,.]+| +")
LEFT_OUT = "…"
_TYPED = ("> ", "? ")
"""How a line begins that is typed to a play."""


def done(page: str, folder: Path) -> str:
    """Do what a page says in an empty folder; return the page with what is printed there now."""
    lines = page.split("\n")
    new: list[str] = []
    doing = _Doing()
    with _in_folder(folder):
        while lines:
            line = lines.pop(0)
            new.append(line)
            if deleted := _DELETE.match(line):
                Path(deleted["file"]).unlink()
            elif line.startswith("```"):
                block = lines[: lines.index("```")]
                del lines[: len(block)]
                if line == "```console":
                    block = list(_run(block))
                else:
                    doing.write(_before(new), "\n".join(block) + "\n")
                new += [*block, lines.pop(0)]
    return "\n".join(new)


class _Doing:
    """What was last written into each file."""

    def __init__(self) -> None:
        self.last: dict[str, str] = {}

    def write(self, said: str, text: str) -> None:
        found = _DO.search(said)
        assert found is not None, f"what is to be done with the block behind '{said}'?"
        path = Path(found["file"])
        match found["how"]:
            case "The whole of":
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            case "At the end of":
                path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
            case "Find in":
                assert path.read_text(encoding="utf-8").count(text) == 1
            case _:
                old = path.read_text(encoding="utf-8")
                assert old.count(self.last[found["file"]]) == 1
                path.write_text(old.replace(self.last[found["file"]], text), encoding="utf-8")
        self.last[found["file"]] = text


def _before(lines: Sequence[str]) -> str:
    """Return the line of text before the fence that was read last."""
    return next(line for line in reversed(lines[:-1]) if line.strip())


@contextmanager
def _in_folder(folder: Path) -> Iterator[None]:
    surroundings = {"AMUR_HOME": str(folder / ".home"), "COLUMNS": "80", "NO_COLOR": "1"}
    with chdir(folder), patch.dict(os.environ, surroundings):
        yield


def _run(block: Sequence[str]) -> Iterator[str]:
    """Yield a block of the console as it is today."""
    starts = [at for at, line in enumerate(block) if line.startswith("$ ")]
    assert starts[:1] == [0], "a block of the console begins with `$`"
    for start, end in zip(starts, [*starts[1:], len(block)], strict=True):
        yield block[start]
        yield from as_told(block[start + 1 : end], _printed(block[start], block[start:end]))


def _printed(command: str, block: Sequence[str]) -> list[str]:
    name, *words = shlex.split(command.removeprefix("$ "))
    assert name == "amur", "what is run is the game"
    typed = "".join(f"{line[2:]}\n" for line in block if line.startswith(_TYPED))
    out = io.StringIO()
    _forget()
    keys = patch.object(sys, "stdin", io.StringIO(typed))
    with redirect_stdout(_Screen(out)), redirect_stderr(out), keys:
        main(words)
    return out.getvalue().rstrip("\n").split("\n") if out.getvalue() else []


class _Screen(io.TextIOBase):
    """What is printed on, told as a terminal would be; what is typed comes from no keyboard."""

    def __init__(self, out: io.StringIO) -> None:
        self.out = out

    def write(self, text: str, /) -> int:
        return self.out.write(text)

    def isatty(self) -> bool:
        return True


def _forget() -> None:
    """Have each command read its scenario anew, as the process of a command does."""
    for kept in vars(import_module("game.cli.playtest_workers")).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


def as_told(before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """Yield what is printed now but for what is left out; an hour's figures as they were."""
    timeless = {_TIME.sub("", line): line for line in before}
    parts = list(_parted(now))
    for at, part in enumerate(_parted(before)):
        new = parts[at] if at < len(parts) else []
        if LEFT_OUT in part:
            cut = part.index(LEFT_OUT)
            head, tail = part[:cut], part[cut + 1 :]
            shown = _as_far_as(head, new)
            after = _as_far_as(tail[::-1], new[shown:][::-1])
            new = [*new[:shown], LEFT_OUT, *new[len(new) - after :]]
        for line in new:
            key = _TIME.sub("", line)
            yield timeless.get(key, line) if key != line else line


def _as_far_as(told: Sequence[str], now: Sequence[str]) -> int:
    """Return how many lines are printed now up to the last of those that are told, that included.

    Figures may differ. Where it is printed no more, it is as many lines as were told.
    """
    if not told:
        return 0
    wanted = _FIGURES.sub("", told[-1])
    there = [at for at, line in enumerate(now, 1) if _FIGURES.sub("", line) == wanted]
    return min(there, key=lambda at: abs(at - len(told)), default=min(len(told), len(now)))


def _parted(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield lines in parts, each of which but the first begins with something typed."""
    starts = [0, *(at for at, line in enumerate(lines) if line.startswith(_TYPED))]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start:end]

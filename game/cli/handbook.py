"""`amur handbook`: how scenarios are written, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

_LAID = re.compile(r"#|\s*- |\s*\d+\. |\|")
"""How a line begins that is not part of what stands above it."""
_MARK = re.compile(r"(?P<mark>\s*(?:- |\d+\. )|)(?P<said>.*)")
_FILE = re.compile(r"`([\w./-]+\.(?:yaml|md))`")
_CONSOLE = "console"
_EXAMPLES = {
    "gone": ", which is not there",
    "link": ", a link to",
    "latin-1": ", saved as Latin-1",
    "lots": ", a hundred thousand times",
}
"""What the rule above an example says of its file, where that is not simply the file's text."""


@click.command()
@click.argument("page", required=False)
@click.option("--output", metavar="FILE", help="Into a new file, to copy from.")
def handbook(page: str | None, output: str | None) -> None:
    """How to write a scenario: a tutorial, all keys, all faults.

    Without PAGE, the list of pages; PAGE may be the code of a fault, or a key such as 'pronoun'.

    With --output its blocks stand between three backticks and three backticks.
    """
    from game.cli.paged import put_page
    from game.cli.plain_text import put
    from game.errors import UsageError
    from game.files.handbook import handbook_page
    from game.files.new_file import write_new_text

    if page is None:
        if output is not None:
            raise UsageError("say which page goes into the file, such as `tutorial`")
        put_page(_list())
    elif output is None:
        put_page(page_lines(handbook_page(page).text))
    else:
        write_new_text(Path(output), handbook_page(page).text)
        put(f"The page {page} stands in {output}.")


def _list() -> Iterator[str]:
    from game.cli.plain_text import hung
    from game.files.handbook import handbook_pages, pages_folder

    pages = handbook_pages()
    width = max((len(page.name) for page in pages), default=0)
    for page in pages:
        yield hung(f"  {page.name:<{width}}  ", page.title)
    yield ""
    yield "`amur handbook PAGE` prints one, and what is told of a fault or of a key, by its name;"
    yield "with `--output FILE` it stands in a file to copy from."
    yield f"The same pages as files: {pages_folder()}"


def page_lines(text: str) -> Iterator[str]:
    """Yield a page of Markdown for a terminal: prose wrapped, tables as they are laid.

    Code stands between two rules as it is written, so that it can be copied.
    """
    from game.coach.visible import visible

    lines = [*text.rstrip("\n").split("\n"), ""]
    prose: list[str] = []
    said = ""
    while lines:
        line = lines.pop(0)
        fence = line.startswith("```")
        if prose and (fence or not line.strip() or _LAID.match(line)):
            said = " ".join(prose)
            yield _paragraph(prose)
            prose = []
        if fence:
            block = lines[: lines.index("```")]
            del lines[: len(block) + 1]
            yield from _between_rules(_called(line.removeprefix("```"), said), block)
        elif line.startswith(("#", "|")):
            yield visible(line)
        elif line.strip():
            prose.append(line)
        elif lines:
            yield ""


def _paragraph(lines: Sequence[str]) -> str:
    """Return lines that belong together, wrapped; those of a list hang from its mark."""
    from game.cli.plain_text import hung

    first, *more = lines
    found = _MARK.match(first)
    mark = "" if found is None else found["mark"]
    return hung(mark, " ".join([first.removeprefix(mark), *more]))


def _called(fence: str, said: str) -> str:
    """Return the file that a block is of: a fence may say it, or the paragraph above."""
    kind, *example = fence.split()
    if example:
        return f"{example[1]}{_EXAMPLES.get(kind, '')}"
    files = [] if kind == _CONSOLE else _FILE.findall(said)
    return files[-1] if files else ""


def _between_rules(name: str, block: Sequence[str]) -> Iterator[str]:
    from game.cli.plain_text import WIDTH
    from game.coach.visible import visible

    above = f"── {name} " if name else ""
    yield f"{above:─<{WIDTH}}"
    yield from (visible(line).rstrip() for line in block)
    yield "─" * WIDTH

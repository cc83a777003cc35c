"""`amur handbook`: how scenarios are written, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

_LAID = re.compile(r"#|\s*- |\s*\d+\. |\|")
"""How a line begins that is not part of a paragraph."""


@click.command()
@click.argument("page", required=False)
def handbook(page: str | None) -> None:
    """How to write a scenario: a tutorial, all keys, all faults.

    Without PAGE, the list of pages; PAGE may be the code of a fault.
    """
    from game.cli.plain_text import put_all
    from game.files.handbook import handbook_page

    put_all(_list() if page is None else page_lines(handbook_page(page).text))


def _list() -> Iterator[str]:
    from game.cli.plain_text import hung
    from game.files.handbook import handbook_pages, pages_folder

    pages = handbook_pages()
    width = max((len(page.name) for page in pages), default=0)
    for page in pages:
        yield hung(f"  {page.name:<{width}}  ", page.title)
    yield ""
    yield "`amur handbook PAGE` prints one; so it does for the code of a fault."
    yield f"The same pages as files: {pages_folder()}"


def page_lines(text: str) -> Iterator[str]:
    """Yield a page of Markdown for a terminal: prose wrapped, code and lists as they are laid."""
    from game.cli.plain_text import hung, wrapped
    from game.coach.visible import visible

    prose: list[str] = []
    in_code = False
    for line in [*text.split("\n"), ""]:
        fence = line.startswith("```")
        goes_on = not (in_code or fence or not line.strip() or _LAID.match(line))
        if prose and not goes_on:
            yield wrapped(" ".join(prose))
            prose = []
        if fence:
            in_code = not in_code
        elif in_code:
            yield visible(f"    {line}".rstrip())
        elif found := re.match(r"(?P<mark>\s*(?:- |\d+\. ))(?P<said>.*)", line):
            yield hung(found["mark"], found["said"])
        elif line.startswith(("#", "|")):
            yield visible(line)
        elif line.strip():
            prose.append(line)
        else:
            yield ""

"""Pages to read: front lines, an empty line, then paragraphs of plain Markdown.

>>> page = read_page("title: The Zeya\\nsource: nevelskoy, maack\\n\\nA river.\\n", "codex/zeya.md")
>>> page.data
{'title': 'The Zeya', 'source': ['nevelskoy', 'maack'], 'text': 'A river.'}
"""

from __future__ import annotations

import re

from game.files.document import Document, Mark
from game.scenario.faults import Code, did_you_mean

LISTS = ("source", "cast", "knows")
_FRONT = re.compile(r"(?P<key>[a-z][a-z-]*):[ ]*(?P<value>.*)")
_IN_BRACKETS = re.compile(r"\[(?P<ids>.*)\]\s*")
_AN_ID = re.compile(r"[^\s,\"'](?:[^,\"']*[^\s,\"'])?")


def _how_to_begin(number: int, below: list[str]) -> str:
    """Return how a page is mended whose line of a number, from 1, is no line of its head."""
    if number == 1:
        return "begin with a line such as `title: The Zeya`"
    if any(_FRONT.fullmatch(line.rstrip()) for line in below):
        return "write it as `KEY: VALUE`, like the lines above"
    return f"put an empty line before line {number}"


def read_page(text: str, file: str) -> Document:
    """Return the document of a page; `source` and the like become lists, in brackets or not."""
    document = Document(file, text)
    front, _, body = text.partition("\n\n")
    data: dict[str, object] = {}
    start = 0
    document.values[()] = Mark(1, 1, 0, len(text))
    for number, line in enumerate(front.split("\n"), 1):
        found = _FRONT.fullmatch(line.rstrip())
        if found is None:
            document.complain(
                Mark(number, 1, start, start + len(line)),
                Code.BAD_PAGE,
                "a page begins with lines of its own, then an empty line",
                _how_to_begin(number, front.split("\n")[number:]),
            )
            document.whole = False
            break
        key, value = found["key"], found["value"].strip("\"' ")
        column = found.start("value") + 1
        mark = Mark(number, column, start + column - 1, start + len(line))
        if key in data:
            message, hint = f"{key} stands here twice", "take one of them out"
            document.complain(mark, Code.DUPLICATE_KEY, message, hint)
        document.keys[key,] = Mark(number, 1, start, start + len(key))
        document.values[key,] = mark
        data[key] = value
        if key in LISTS or did_you_mean(key, LISTS):
            listed = _IN_BRACKETS.fullmatch(found["value"])
            start_of, end_of = listed.span("ids") if listed else (0, len(found["value"]))
            if listed is None and value.startswith("["):
                message = "the [ that opens here is not closed"
                document.complain(mark, Code.BAD_PAGE, message, "close it with ]")
                start_of = 1
            ids = list(_AN_ID.finditer(found["value"], start_of, end_of))
            data[key] = [id[0] for id in ids]
            for index, id in enumerate(ids):
                at = column + id.start()
                document.values[key, index] = Mark(number, at, start + at - 1, start + at)
        start += len(line) + 1
    first = front.count("\n") + 3
    document.values["text",] = Mark(first, 1, len(front) + 2, len(text))
    data["text"] = body.strip()
    document.data = data
    return document

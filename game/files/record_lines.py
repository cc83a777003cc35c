"""The lines of a record file in JSON, and back.

What a later version may add is left in peace: a key that is not known is passed over, a line of an
unknown kind is `Unknown` and keeps its text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from game.errors import RecordError
from game.record import (
    Cursor,
    Glyph,
    Heading,
    Line,
    Name,
    Node,
    Note,
    Promotion,
    Sign,
    Unknown,
)

FORMAT = 1
"""The newest format of records that this version of the game reads, and the one it writes."""


def heading_text(heading: Heading) -> str:
    """Return the first line of a record file."""
    said: dict[str, Any] = {
        "amur": FORMAT,
        "scenario": heading.scenario,
        "version": heading.version,
        "digest": heading.digest,
        "seed": heading.seed,
        "seat": heading.seat,
        "mode": heading.mode,
        "start": heading.start,
        "twists": list(heading.twists),
    }
    if heading.persons is not None:
        said["persons"] = list(heading.persons)
    return _json(said)


def line_text(line: Line) -> str:
    """Return a line of a record file; `line_of` gives it back."""
    match line:
        case Node():
            return _json(
                {
                    "id": line.id,
                    "on": line.parent,
                    "seat": line.seat_id,
                    "do": line.decision_text,
                    "state": line.digest,
                }
            )
        case Note(on, text):
            return _json({"note": {"on": on, "text": text}})
        case Sign(on, glyph):
            return _json({"glyph": {"on": on, "sign": glyph or ""}})
        case Name(on, text):
            return _json({"name": {"on": on, "text": text}})
        case Cursor(on):
            return _json({"cursor": on})
        case Promotion(on):
            return _json({"promote": on})
        case Unknown(text):
            return text


def line_of(text: str) -> Line:
    """Return what a line of a record file says; `Unknown` when it is not for us to understand.

    >>> line_of('{"cursor": 7}')
    Cursor(on=7)
    >>> line_of('{"weather": "rain"}')
    Unknown(text='{"weather": "rain"}')
    """
    said = object_of(text)
    try:
        if "do" in said:
            return Node(
                _whole(said["id"]),
                _whole(said["on"]),
                _word(said["seat"]),
                _word(said["do"]),
                _word(said.get("state") or ""),
            )
        for kind, made in _KINDS.items():
            if kind in said:
                return made(said[kind])
    except (KeyError, TypeError, ValueError):
        pass  # a known word used in a way of a later version
    return Unknown(text)


_KINDS: dict[str, Callable[[Any], Line]] = {
    "cursor": lambda on: Cursor(_whole(on)),
    "promote": lambda on: Promotion(_whole(on)),
    "note": lambda it: Note(_whole(it["on"]), _word(it["text"])),
    "name": lambda it: Name(_whole(it["on"]), _word(it["text"])),
    "glyph": lambda it: Sign(_whole(it["on"]), Glyph(it["sign"]) if it["sign"] else None),
}


def heading_of(text: str, file: str) -> Heading:
    """Return what the first line of a file says.

    Raises `RecordError`, naming the file, when it is no record's first line or too new a one.
    """
    said = object_of(text)
    written = said.get("amur")
    if type(written) is not int or written < 1:
        raise RecordError(f"{file} is no record of The Amur Question")
    if written > FORMAT:
        raise RecordError(
            f"{file} was written by a newer version of the game (format {written});"
            f" this one reads format {FORMAT}"
        )
    try:
        start, persons = said.get("start"), said.get("persons")
        return Heading(
            scenario=_word(said["scenario"]),
            version=_whole(said.get("version", 0)),
            digest=_word(said.get("digest", "")),
            seed=_word(said["seed"]),
            seat=_word(said.get("seat", "")),
            mode=_word(said.get("mode", "advisers")),
            start=None if start is None else _word(start),
            twists=tuple(map(_word, said.get("twists", ()))),
            persons=None if persons is None else tuple(map(_word, persons)),
        )
    except KeyError as error:
        raise RecordError(f"the first line of {file} does not say its {error.args[0]}") from error
    except TypeError as error:
        raise RecordError(f"the first line of {file} cannot be understood: {error}") from error


def object_of(text: str) -> dict[str, Any]:
    """Return the JSON object that a text holds; an empty one where it holds none."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _whole(said: object) -> int:
    if type(said) is not int:
        raise TypeError(f"{said!r} is no whole number")
    return said


def _word(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError(f"{said!r} is no text")
    return said


def _json(said: dict[str, Any]) -> str:
    text = json.dumps(said, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(said)

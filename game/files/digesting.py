"""Which text of a scenario a play was made with, as a digest of all that a play depends on."""

from __future__ import annotations

import json
from collections.abc import Collection
from hashlib import blake2b
from typing import Any

ANY = "*"
_DATED = ("cast", "at", "knows", "word-from", "sails")
NOT_PLAYED: tuple[tuple[str, ...], ...] = (
    ("map",),
    ("lesson",),
    ("afterwards",),
    ("profile",),
    ("scales",),
    ("calendar",),
    ("table", "words"),
    ("table", "news", "knows"),
    ("table", "acts", ANY, "sails"),
    ("seats", ANY, "life"),
    ("advisers", ANY, "life"),
    *(("briefs", ANY, key) for key in _DATED),
    *(("events", ANY, key) for key in _DATED),
    *(("events", ANY, "choices", ANY, key) for key in _DATED),
)
"""What an author writes on which no play depends: records outlive a change of it."""


def digest_of(written: dict[str, Any]) -> str:
    """Return 16 hexadecimal digits of what is written and played.

    >>> one = {"title": "The Ferry", "events": {"thaw": {"title": "Thaw", "cast": "ivan"}}}
    >>> digest_of(one) == digest_of({"title": "The Ferry", "events": {"thaw": {"title": "Thaw"}}})
    True
    """
    text = json.dumps(_without(written, NOT_PLAYED), ensure_ascii=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _without(thing: Any, paths: Collection[tuple[str, ...]]) -> Any:
    """Return a thing without what stands at some paths of keys."""
    if not paths or not isinstance(thing, dict):
        return thing
    kept = {}
    for key, value in thing.items():
        below = [path[1:] for path in paths if path[0] in (key, ANY)]
        if () not in below:
            kept[key] = _without(value, below)
    return kept

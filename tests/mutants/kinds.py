"""The kinds of fault that are seeded: which lines they befall, and what becomes of a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

EVENTS, TABLE, ENDINGS, COVER = r"events/", r"tables/", r"endings\.yaml", r"scenario\.yaml"
ANY = r"\.yaml"
Change = Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to spoil a line."""

    name: str
    files: str
    """An expression that is found in the names of the files."""
    finds: str
    """An expression that is found in the line."""
    change: Change | str
    """What takes the place of what was found."""
    near: tuple[int, ...] = (0,)
    """Lines that may rightly be named, counted from the spoilt one."""
    why_near: str = ""
    follows: frozenset[str] = frozenset()
    """Codes that may stand elsewhere, since they follow from the fault."""
    codes: frozenset[str] = frozenset()
    """With these the fault may be told at another line, such as the other of two that clash."""


def misspelt(match: re.Match[str]) -> str:
    before, word = match.group(1), match.group(2)
    at = len(word) // 2
    return f"{before}{word[:at]}zq{word[at:]}"


def _swapped(match: re.Match[str]) -> str:
    return f"{match.group(1)}{match.group(3)}{match.group(2)}{match.group(4)}"


NOTES = frozenset({"note-never-set", "note-never-read"})
STRICT = frozenset({"unused-source"})
NAMES_OF_NOTES = NOTES | {"contradiction"}
BLOCK = (-1, 0, 1)

KINDS = (
    Kind("misspelt-source", ANY, r"^(\s+source: )([a-z-]{4,})$", misspelt, follows=STRICT),
    Kind("misspelt-source-in-flow", ANY, r"^(\s+source: \[)([a-z-]{4,})", misspelt, follows=STRICT),
    Kind(
        "misspelt-option",
        ANY,
        r"((?:when|if|bears): .*offer\.[a-z-]+ = )([a-z]{3,}(?:-[a-z]+)*)",
        misspelt,
    ),
    Kind("misspelt-issue", ANY, r"((?:when|if|bears): .*offer\.)([a-z]{3,}(?:-[a-z]+)*)", misspelt),
    Kind(
        "misspelt-note-read", ANY, r"((?:when|if): .*note\.)([a-z-]{3,})", misspelt, follows=NOTES
    ),
    Kind(
        "misspelt-note-set",
        EVENTS,
        r"(do: \{.*note: )([a-z-]{3,})",
        misspelt,
        follows=NOTES,
        codes=NOTES,
    ),
    Kind(
        "misspelt-track-in-effect",
        EVENTS,
        r"(do: \{)((?:caution|trust|face|patience|toll|credibility|hope))(?=:)",
        misspelt,
    ),
    Kind("misspelt-group", ENDINGS, r"^(    group: )([a-z]+)$", misspelt),
    Kind("misspelt-seat", EVENTS, r"^(    seat: )([a-z]+)$", misspelt),
    Kind("misspelt-other-seat", COVER, r"^(    other: )([a-z]+)$", misspelt),
    Kind("misspelt-weight", r"sources", r"^(    weight: )([a-z]+)", misspelt),
    Kind("misspelt-mark", ENDINGS, r"^(    mark: )([a-z]+)", misspelt),
    Kind(
        "misspelt-word-of-a-condition",
        ANY,
        r"( when: )(signed|news|pressure|sitting|verdict)\b",
        misspelt,
    ),
    Kind("misspelt-need-issue", TABLE, r"(\{issue: )([a-z-]+)", misspelt),
    Kind("misspelt-allowed-option", TABLE, r"(allows: \[)([a-z-]{3,})", misspelt),
    Kind(
        "misspelt-key",
        ANY,
        r"^(\s+)(label|title|choices|text|cite|result|competence)(?=:)",
        misspelt,
        why_near="a missing key is told at the thing it is missing in",
        codes=frozenset({"missing-key"}),
        follows=frozenset({"missing-key"}),
    ),
    Kind("unknown-key", ANY, r"^(\s+)(title|label|name|cite): ", r"\1colour: red\n\1\2: "),
    Kind(
        "duplicate-key",
        ANY,
        r"^(\s+(?:title|label|office|side|weight|place): .*)$",
        r"\1\n\1",
        near=(0, 1),
        why_near="either of the two lines is one too many",
    ),
    Kind("anchor", ANY, r"^(\s+(?:title|label|office|side|place): )(?=[A-Za-z])", r"\1&a "),
    Kind("alias", ANY, r"^(\s+(?:title|label|office|side|place): ).*$", r"\1*a"),
    Kind("tag", ANY, r"^(\s+(?:title|label|office|side|place): )(?=[A-Za-z])", r"\1!!str "),
    Kind("tab", ANY, r"^  (\s+(?:title|label|office|side|place|say): )", "\t\\1", near=(0,)),
    Kind(
        "unclosed-quote",
        ANY,
        r"^(\s+(?:title|label|office|side|place|say): )(?=[A-Za-z])",
        r'\1"',
        codes=frozenset({"yaml-syntax", "forbidden-yaml"}),
        near=tuple(range(80)),
        why_near="where the quote ends is known only at the next quote",
    ),
    Kind(
        "bad-indentation",
        ANY,
        r"^(\s+)((?:title|label|office|side|place): )",
        r"\1 \2",
        near=(-1, 0, 1),
        why_near="either of two neighbours is indented wrongly",
    ),
    Kind(
        "unclosed-bracket",
        ANY,
        r"^(\s+(?:source|weighs|words): \[[^\]#]*)\].*$",
        r"\1",
        near=(0, 1, 2, 3),
        why_near="that a bracket is open is seen behind it",
    ),
    Kind("colon-in-text", ANY, r"^(\s+(?:title|label|office|place): )([A-Za-z]+)", r"\1\2: \2"),
    Kind("list-for-text", ANY, r"^(\s+(?:title|label|office|place): ).*$", r"\1[one, two]"),
    Kind(
        "text-for-number",
        r"tables|scenario",
        r"\b(start|mood|sittings|face|patience|competence): \d+",
        r"\1: some",
    ),
    Kind("text-for-mapping", EVENTS, r"^(\s+do: )\{.*\}$", r"\1nothing", follows=NOTES),
    Kind("number-out-of-range", COVER, r"^(    start: )\d+", r"\g<1>100000"),
    Kind(
        "range-turned",
        COVER,
        r"^(    range: )(\d+)(-)(\d+)",
        r"\g<1>\g<4>\g<3>\g<2>",
        near=(0, 1),
        why_near="a start may be told to be outside the range",
    ),
    Kind(
        "dates-swapped",
        COVER,
        r"^((?:start: \d{4}))",
        "start: 1899",
        near=(0, 1),
        why_near="start and end clash",
    ),
    Kind("bad-date", COVER, r"^((?:start|end): \d{4})-\d\d", r"\1-13"),
    Kind("bare-number", EVENTS, r"(do: \{.*?[a-z]+: )\+", r"\1"),
    Kind(
        "share-off",
        TABLE,
        r"(share: )\d+",
        r"\g<1>7",
        near=(-3, -2, -1, 0, 1, 2, 3, -4),
        why_near="a sum belongs to all its parts",
    ),
    Kind(
        "points-off",
        TABLE,
        r"(worth: \{[a-z]+: )(3\d|2\d|19)",
        r"\g<1>90",
        codes=frozenset({"bad-sum"}),
        why_near="a sum belongs to all its parts",
        follows=frozenset({"empty-zone", "total-zone"}),
    ),
    Kind("double-equals", ANY, r"((?:when|if): [a-z.-]+ )= ", r"\1== "),
    Kind("unclosed-parenthesis", ANY, r"((?:when|if): )(?=[a-z])", r"\1(", follows=NOTES),
    Kind(
        "impossible-number",
        ANY,
        r"^(\s+(?:- )?when: )(?=[a-z(])",
        r"\1sitting > 40 and ",
        follows=NOTES,
    ),
    Kind(
        "contradictory-flags",
        ANY,
        r"^(\s+(?:- )?when: )(?=[a-z(])",
        r"\1signed and not signed and ",
        follows=NOTES,
    ),
    Kind(
        "contradictory-option",
        ENDINGS,
        r"^(    when: )(?=verdict|signed)",
        r"\1offer.form = signed and offer.form = minutes and ",
    ),
    Kind("sitting-turned", EVENTS, r"(sitting between )(\d+)( and )(\d+)", r"\g<1>\g<4>\g<3>\g<2>"),
    Kind(
        "dominated-option",
        TABLE,
        r"(: \{text: .*worth: \{[a-z]+: )\d+(, [a-z]+: )\d+",
        r"\g<1>0\g<2>0",
        codes=frozenset({"bad-sum"}),
        why_near="a sum belongs to all its parts",
    ),
    Kind(
        "bad-id",
        EVENTS,
        r"^  ([a-z]+)(-[a-z]+)*:$",
        r"  \1_X:",
        follows=frozenset({"unknown-name", "unknown-id"}),
    ),
    Kind("effect-of-unknown-kind", EVENTS, r"(do: \{)", r"\1thunder: +3, "),
    Kind(
        "text-too-long",
        EVENTS,
        r"^      [A-Z]\w+ .*$",
        lambda m: m.group() + " word" * 900,
        near=(-1, 0),
        why_near="a block begins where its key stands",
    ),
    Kind(
        "ending-behind",
        ENDINGS,
        r"^(    when: ).*$",
        r"\1true",
        codes=frozenset({"unreachable-ending", "always-true"}),
        why_near="the endings behind it are never met",
        follows=frozenset({"unreachable-ending", "note-never-read", "unused-track"}),
    ),
)

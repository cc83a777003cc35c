"""A fault stands at the line and column of the word that is wrong, however it is written."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from game.files.restricted_yaml import read_yaml

WRONG = "flod"
WORDS = st.lists(
    st.sampled_from(["flood", "and", ">=", "20", "(", "it's", "'", "''", "x"]), max_size=7
)
GAP = st.sampled_from([" ", " ", "  ", "\n", "\n\n"])


@st.composite
def written(draw: st.DrawFn) -> str:
    """Return a document with a wrong word somewhere in its one text."""
    style = draw(st.sampled_from(["|", ">", "|-", ">-", "|2", "'", '"', "plain", "flow"]))
    before, after = draw(WORDS), draw(WORDS)
    words = ["x", *before, WRONG, *after]
    text = words[0]
    for word in words[1:]:
        gap = draw(GAP)
        if style in ("flow", "plain") and "\n" in gap:
            gap = "\n"
        text += gap + word
    lead = "".join(
        draw(st.lists(st.sampled_from(["# flod\n", "b: flod\n", "\n"]), max_size=2, unique=True))
    )
    pad = "    "
    if style[0] in "|>":
        inner = pad if style != "|2" else "    "
        body = "".join(f"{inner}{line}\n" if line else "\n" for line in text.split("\n"))
        comment = draw(st.sampled_from(["", " # flod"]))
        return f"{lead}a:\n  k: {style}{comment}\n{body}z: flod\n"
    folded = text.replace("\n", "\n" + pad)
    if style == "'":
        return f"{lead}a:\n  k: '{folded.replace(chr(39), chr(39) * 2)}'\n"
    if style == '"':
        escaped = "\n".join(
            json.dumps(line)[1:-1].replace("x", draw(st.sampled_from(["x", "\\x78", "\\u0078"])))
            for line in folded.split("\n")
        )
        return f'{lead}a:\n  k: "{escaped}"\n'
    plain = folded.replace("'", "i").replace("(", "o")
    return f"{lead}a:\n  k: {plain}\n" if style == "plain" else f"{lead}a: {{k: {plain}, b: 1}}\n"


@settings(max_examples=250, deadline=None)
@given(text=written())
def test_a_word_is_found_at_its_line_and_column(text):
    document = read_yaml(text, "x.yaml")
    assert [str(fault) for fault in document.faults] == []
    value = document.data["a"]["k"]
    at = document.position(document.values["a", "k"], value.index(WRONG), value)
    lines = text.split("\n")
    begin = next(n for n, line in enumerate(lines) if line.lstrip("a: {").startswith("k: "))
    first = lines[begin].index("k: ") + 3
    body = [" " * first + lines[begin][first:], *lines[begin + 1 :]]
    if body[0].strip()[0] in "|>":
        body[0] = ""
    wanted = next(
        (begin + n + 1, line.index(WRONG) + 1) for n, line in enumerate(body) if WRONG in line
    )
    assert at == wanted

"""What is said of a text that is no YAML: where it stands, and a remedy that mends it."""

from __future__ import annotations

import pytest

from game.files.restricted_yaml import read_yaml
from tests.test_files import LOADERS

SPACE = "put a space behind the colon"
TWICE = "write an apostrophe in it twice (''), or put the text between double quotes"
STRAIGHT = "use straight quotes (' or \") around the whole text"
WHOLE = "put the whole text, with its commas, between quotes"
FURTHER_UP = "close it where its text should end"
COMMA = "put a comma before it; text that holds a colon, a comma or a quote goes between quotes"
DASH = "put a space behind the dash; a text that begins so goes between quotes"
OR_TEXT = "; if it goes on with the text above, put the whole text between quotes"
ABOVE = "begin it in column 5, like the line above; else in 1"


@pytest.mark.parametrize(
    ("lines", "place", "hint"),
    [
        (["    title: Ice", "   seat: all"], "3:4", ABOVE),
        (["    title: Ice", "     seat: all"], "3:6", ABOVE + OR_TEXT),
        (
            ["    title: Ice", "    # so", "   seat: all"],
            "4:4",
            "begin it in column 5, like line 2; else in 1",
        ),
        (["    title:High water", "    seat: all"], "2:5", SPACE),
        (["    seat: all", "    title:High water", "    text: T"], "3:5", SPACE),
        (["    seat: all", "    title:High water"], "3:5", SPACE),
        (["    any: {title:High water, seat: all}"], "2:11", SPACE),
        (["    any: {title: High water, as ever}"], "2:30", WHOLE),
        (["    any: {say: 'Voll's clerk counts, too.', seat: all}"], "2:21", TWICE),
        (["    say: 'Voll's clerk counts, too.'"], "2:15", TWICE),
        (["    say: 'The Volls' clerk counts.'"], "2:20", TWICE),
        (["    say: 'Voll's: he counts.'"], "2:15", TWICE),
        (['    say: "It is, and', '    title: "Ice"'], "2:10", FURTHER_UP),
        (['    say: "It is, and', "    title: Ice", '    text: "Cold."'], "2:10", FURTHER_UP),
        (["    say: 'It is, and", "    title: Ice"], "2:10", FURTHER_UP),
        (['    - {if: a, say: "It is}', '    - {if: b, say: "Is it?"}'], "2:20", FURTHER_UP),
        (['    any: {say: "It is, title: "Ice"}'], "2:16", FURTHER_UP),
        (["    cast: [voll, yu", "    seat: all"], "2:11", "close it with ] before line 3"),
        (["    do: {a: 1, b: 2", "    seat: all"], "2:9", "close it with } before line 3"),
        (
            ["    do: {a: 1, b: 2,", "    seat: all", "    at: x"],
            "2:9",
            "close it with } before line 3",
        ),
        (["    - {a: [x, y, b: c}", "    - {a: [z]}"], "2:11", "write ] where it should end"),
        (["    cast: [voll,", "      yu"], "2:11", "close it with ]"),
        (["    cast: ["], "2:11", "close it with ]"),
        (["    any: {title: Ice seat: all}"], "2:26", COMMA),
        (["    - Ask.", "    -Tell.", "    - Go."], "3:5", DASH),
        (["    words:", "      -Tell."], "3:7", DASH),
        (["    - Ask.", "      -Tell."], "3:7", DASH),
        (["    any: {worth: 1,00, seat: all}"], "2:18", "write 1.00"),
        (["    any: {worth: -12,5}"], "2:18", "write -12.5"),
        (["    say: “High: water”"], "2:10", STRAIGHT),
        (["    any: {say: “High, water”, seat: all}"], "2:16", STRAIGHT),
        (["    any: {say: “High: water”, seat: all}"], "2:16", STRAIGHT),
    ],
)
@pytest.mark.parametrize("loader", LOADERS)
def test_a_remedy_mends_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, loader: type, lines: list[str], place: str, hint: str
) -> None:
    monkeypatch.setattr("game.files.restricted_yaml._Loader", loader)
    (fault,) = read_yaml("\n".join(["events:", *lines, ""]), "events/ice.yaml").faults
    assert (f"{fault.line}:{fault.column}", fault.hint) == (place, hint)


@pytest.mark.parametrize(
    "text",
    [
        "say: “High water.” He says no more.\n",
        "ice:\n  title: x\n  text: |\n     seat: of words\n     no key: here\n",
        "say: 'He said:\n  so: it is,\n  and is'\ndo: {a: b,\n  c: d}\n",
        "a: -12\nb: -x\nc: |\n  -y\nd: [-z]\n",
        "a:\n- b: c\n  d: 'it''s'\nb: http://x\n",
    ],
)
def test_what_is_sound_is_not_complained_of(text: str) -> None:
    assert read_yaml(text, "a.yaml").faults == []


def test_a_comma_that_is_missing_is_no_quote_that_ends() -> None:
    (fault,) = read_yaml("any: {say: 'x' seat: 'y'}\n", "a.yaml").faults
    assert fault.message == "a comma or a closing } is missing before this"

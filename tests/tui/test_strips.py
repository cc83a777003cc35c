"""Of a line no store is made before something is kept in it."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from game.tui.strips import STORES, make_stores_late

make_stores_late()


def line() -> Strip:
    """Return a line of two looks."""
    return Strip([Segment("Amur", Style(bold=True)), Segment(" and Ussuri")])


def made(strip: Strip) -> list[str]:
    """Return the stores that a line has by now."""
    return [name for name in STORES if _has(strip, name)]


def _has(strip: Strip, name: str) -> bool:
    try:
        object.__getattribute__(strip, name)
    except AttributeError:
        return False
    return True


def test_a_line_that_is_only_painted_has_no_store() -> None:
    strip = line()
    assert strip.cell_length == 15
    assert strip.text == "Amur and Ussuri"
    assert made(strip) == []


def test_what_is_made_of_a_line_is_kept_where_it_is_looked_for() -> None:
    strip = line()
    parts = strip.divide([4, 15])
    assert [part.text for part in parts] == ["Amur", " and Ussuri"]
    assert strip.divide([4, 15]) is parts
    assert made(strip) == ["_divide_cache"]
    assert all(made(part) == [] for part in parts)
    cropped = strip.crop(5, 8)
    assert (cropped.text, strip.crop(5, 8)) == ("and", cropped)
    assert made(strip) == ["_divide_cache", "_crop_cache"]
    assert strip.apply_style(Style(dim=True)) is strip.apply_style(Style(dim=True))
    assert strip.adjust_cell_length(20) is strip.adjust_cell_length(20)
    assert strip.crop_extend(0, 20, None) is strip.crop_extend(0, 20, None)
    assert strip.apply_offsets(1, 2) is strip.apply_offsets(1, 2)


def test_a_store_holds_as_many_as_textual_gives_it() -> None:
    strip = line()
    assert [getattr(strip, name)._maxsize for name in STORES] == [4, 16, 16, 4, 4, 4, 4]


def test_what_no_line_knows_is_missed() -> None:
    with pytest.raises(AttributeError, match="_depth"):
        line()._depth  # type: ignore[attr-defined]  # noqa: B018


def test_a_line_of_another_textual_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Strip, "__getattr__")
    monkeypatch.setattr(Strip, "__slots__", [*Strip.__slots__, "_depth"])
    make_stores_late()
    assert not hasattr(Strip, "__getattr__")

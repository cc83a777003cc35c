"""A comparison with all that both lines have: nothing that was told is left out of it."""

from __future__ import annotations

from game.coach.compare import compare, side
from game.coach.compare_parts import Kind
from game.coach.compare_whole import whole
from game.coach.compare_words import parts, told_of
from tests.coach.test_compare import ends, rules, two_lines


def test_everything_that_either_chair_was_told_stands_in_the_whole() -> None:
    record = two_lines(3)
    a, b = (side(rules(), record, end, name) for end, name in zip(ends(record), "AB", strict=True))
    compared = compare(rules(), a, b)
    found = list(whole(rules(), compared, "points"))
    past = [said for part in found if part.kind is Kind.PAST for said in part.said]
    days = [row for part in found if part.kind is Kind.DAY for row in part.rows]
    for one, cells in ((a, [row.a for row in days]), (b, [row.b for row in days])):
        told = "\n".join(past + cells)
        for step in one.steps:
            assert all(text in told for text in told_of(rules(), one, step, "points"))


def test_the_whole_has_the_other_parts_as_they_were() -> None:
    record = two_lines(1)
    a, b = (side(rules(), record, end, name) for end, name in zip(ends(record), "AB", strict=True))
    compared = compare(rules(), a, b)
    less = [p for p in parts(rules(), compared, "advisers") if p.kind is not Kind.DAY]
    without = (Kind.DAY, Kind.PAST)
    assert [p for p in whole(rules(), compared, "advisers") if p.kind not in without] == less


def test_a_line_beside_itself_is_told_once() -> None:
    record = two_lines(0)
    one = side(rules(), record, ends(record)[0], "A")
    kinds = [part.kind for part in whole(rules(), compare(rules(), one, one), "advisers")]
    assert Kind.PAST in kinds
    assert Kind.DAY not in kinds

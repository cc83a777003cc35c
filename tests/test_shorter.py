"""Conditions in fewer words hold exactly where those hold that an author wrote."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from game.scenario import Expression, parse
from game.scenario.compiled import compile_expression
from game.scenario.shorter import shortened
from game.scenario.syntax import All, Name, Node, Not

NAMES = ("founded", "gone", "leave")
LITERALS = st.sampled_from([*NAMES, *(f"not {name}" for name in NAMES)])
SOME = st.lists(LITERALS, min_size=2, max_size=3)
PARTS = st.one_of(
    LITERALS,
    SOME.map(lambda some: f"({' or '.join(some)})"),
    SOME.map(lambda some: f"not ({' and '.join(some)})"),
    SOME.map(lambda some: f"({' and '.join(some)})"),
    LITERALS.map(lambda literal: f"({literal} or 1 > 2)"),
)


def shorter(text: str) -> tuple[Node, ...]:
    root = parse(text).root
    return shortened(root.parts if isinstance(root, All) else (root,))


def holds(node: Node, state: dict[str, bool]) -> bool:
    return bool(compile_expression(Expression("", node), lambda name: lambda s: s[name])(state))


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_it_holds_where_all_that_was_written_holds(parts: list[str]) -> None:
    text = " and ".join(parts)
    for truths in product((False, True), repeat=len(NAMES)):
        state = dict(zip(NAMES, truths, strict=True))
        as_written = holds(parse(text).root, state)
        assert all(holds(part, state) for part in shorter(text)) == as_written, text


def test_what_was_told_apart_for_its_reasons_is_asked_once() -> None:
    apart = "not (founded and gone) and not (founded and not gone) and not leave"
    assert set(shorter(apart)) == {Not(Name("founded", 0), 0), Not(Name("leave", 0), 0)}

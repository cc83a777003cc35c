"""Conditions and formulas: read once, exact in hundredths, and never run as code."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.checks import Names, Sort, check
from game.scenario.compiled import compile_expression, whole
from game.scenario.expressions import ExpressionError, names_used, options_named, parse

NAMES = Names(
    numbers=frozenset({"force", "left-bank", "trust"}),
    truths=frozenset({"signed", "paper", "note.warned"}),
    words={"offer.ussuri": ("qing", "common"), "verdict": ("ratified", "none")},
)


def value(text: str, **names: object) -> int | bool:
    """Return what an expression is where names (`_` for `-`, `__` for a dot) have values."""
    given = {k.replace("__", ".").replace("_", "-"): v for k, v in names.items()}
    return compile_expression(parse(text), lambda name: lambda state: given[name])(None)


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [
        ("92 - 0.70 * force", 3950),
        ("force", 7500),
        ("force / 4 + 0.25", 1900),
        ("force / 3", 2500),
        ("0.01 * force", 75),
        ("0.01 * 0.01 * force", 0),
        ("(force - 80) / 3", -167),
        ("-5 + force", 7000),
        ("2 * (force + -5) * 0.5", 7000),
        ("force / -2", -3750),
    ],
)
def test_a_formula_is_exact_and_floored_once(text, hundredths):
    assert value(text, force=7500) == hundredths


def test_a_third_taken_three_times_is_the_whole():
    assert value("trust / 3 + trust / 3 + trust / 3", trust=100) == 100


def test_whole_points_are_floored():
    assert (whole(3827), whole(-1)) == (38, -1)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("force = 75", True),
        ("force != 75", False),
        ("force > 74.99 and force < 75.01", True),
        ("force between 75 and 75", True),
        ("force between 76 and 80 or signed", False),
        ("force in (1, 75)", True),
        ("not signed and (force < 1 or force >= 75)", True),
        ("not (force >= 75 and not signed)", False),
        ("force / 3 = 25", True),
        ("0.5 * force > force - 38", True),
        ("true and not false", True),
        ("force > -5", True),
    ],
)
def test_a_condition_holds_or_does_not(text, holds):
    assert value(text, force=7500, signed=False) is holds


@pytest.mark.parametrize("nothing", [None, ""])
@pytest.mark.parametrize(
    "text", ["offer.ussuri = qing", "offer.ussuri != qing", "offer.ussuri in (qing, common)"]
)
def test_a_question_after_a_word_is_false_while_there_is_none(text, nothing):
    assert value(text, offer__ussuri=nothing) is False


def test_a_word_is_compared_by_its_id():
    assert value("offer.ussuri in (qing, common)", offer__ussuri="common")
    assert value("offer.ussuri != qing", offer__ussuri="common")


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("", "bad-expression", 0),
        ("   ", "bad-expression", 3),
        ("force >", "bad-expression", 7),
        ("force => 3", "bad-expression", 7),
        ("force == 3", "bad-expression", 6),
        ("force >= 3 <= 5", "bad-expression", 11),
        ("Force > 3", "bad-expression", 0),
        ("force > 3 && signed", "bad-expression", 10),
        ("left_bank > 3", "bad-expression", 0),
        ("force -3", "bad-expression", 6),
        ("force- 3", "bad-expression", 5),
        ("force > 1.234", "bad-number", 8),
        ("force > 1234567890", "bad-number", 8),
        ("(force > 3", "bad-expression", 10),
        ("force > 3)", "bad-expression", 9),
        ("force between 3 or 5", "bad-expression", 16),
        ("force in 3, 4", "bad-expression", 9),
        ("verdict > 3", "bad-expression", 8),
        ("verdict = ", "bad-expression", 10),
        ("force not in (3, 4)", "bad-expression", 6),
        ("signed signed", "bad-expression", 7),
        ("f(3)", "bad-expression", 1),
        ("force ** 2", "bad-expression", 7),
        ("force > 'x'", "bad-expression", 8),
        ("\x1b[31m", "bad-expression", 0),
        ("force > ٣", "bad-expression", 8),
        ("not " * 21 + "signed", "too-deep", 80),
        ("(" * 21 + "signed", "too-deep", 20),
        ("a + " * 125 + "a", "too-long", 500),
    ],
)
def test_what_is_no_expression_is_reported_where_it_fails(text, code, offset):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.offset) == (code, offset)


def test_a_list_that_a_comma_of_yaml_cut_off_is_told_to_stand_between_quotes():
    with pytest.raises(ExpressionError, match="a parenthesis is not closed") as caught:
        parse("verdict in (ratified")  # from `then: [signed, verdict in (ratified, silence)]`
    assert "a comma parts" in caught.value.hint
    assert "between quotes" in caught.value.hint
    with pytest.raises(ExpressionError) as caught:
        parse("verdict in (ratified or signed")
    assert caught.value.hint == "add a )"
    with pytest.raises(ExpressionError) as caught:
        parse("silence)")
    assert "open it with a (" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "wanted", "slips"),
    [
        ("force >= 1 and signed", Sort.TRUTH, []),
        ("force", Sort.NUMBER, []),
        ("forse >= 1 and singed", Sort.TRUTH, [(0, "unknown-name"), (15, "unknown-name")]),
        ("offer.usuri = qing", Sort.TRUTH, [(0, "unknown-name")]),
        ("offer.ussuri in (qing, comon)", Sort.TRUTH, [(23, "unknown-word")]),
        ("note.warmed", Sort.TRUTH, [(0, "note-never-set")]),
        ("force and signed", Sort.TRUTH, [(0, "type-mismatch")]),
        ("force + signed", Sort.NUMBER, [(8, "type-mismatch")]),
        ("signed > 3", Sort.TRUTH, [(0, "type-mismatch")]),
        ("force > 3", Sort.NUMBER, [(0, "type-mismatch")]),
        ("not force", Sort.TRUTH, [(4, "type-mismatch")]),
        ("(force > 3) + 1", Sort.NUMBER, [(1, "type-mismatch")]),
        ("3 + verdict", Sort.NUMBER, [(4, "type-mismatch")]),
        ("force / trust", Sort.NUMBER, [(8, "bad-expression")]),
        ("force / 0", Sort.NUMBER, [(8, "bad-expression")]),
        ("force-trust", Sort.NUMBER, [(0, "unknown-name")]),
    ],
)
def test_names_and_kinds_are_checked_at_their_offset(text, wanted, slips):
    found = [(slip.offset, slip.code.value) for slip in check(parse(text), NAMES, wanted)]
    assert found == slips


def test_a_misspelt_name_is_answered_with_the_right_one():
    hints = [slip.hint for slip in check(parse("forse > 3 or force-3 > 1"), NAMES, Sort.TRUTH)]
    assert hints == ["did you mean force?", "minus has a space on both sides"]


def test_the_names_and_options_of_an_expression_can_be_listed():
    condition = parse("force + 1 > trust and offer.ussuri in (qing, common) and not signed")
    assert names_used(condition) == ("force", "trust", "offer.ussuri", "signed")
    assert options_named(condition) == {"ussuri": ("qing", "common")}


def test_what_an_offer_must_not_be_is_no_option_named():
    assert options_named(parse("offer.ussuri != qing")) == {}


def test_an_expression_keeps_its_text_and_is_equal_by_it():
    assert parse("force >  3").text == "force >  3"
    assert parse("force > 3") == parse("force > 3") != parse("force > 4")


numbers = st.integers(-9999, 9999).map(lambda n: (f"{n / 100:.2f}", Fraction(n, 100)))
names = st.sampled_from([("force", Fraction(7525, 100)), ("trust", Fraction(-1, 100))])


def _joined(parts):
    left, right = parts
    return st.sampled_from(
        [
            (f"({left[0]} + {right[0]})", left[1] + right[1]),
            (f"({left[0]} - {right[0]})", left[1] - right[1]),
            (f"({left[0]} * {right[0]})", left[1] * right[1]),
            (f"({left[0]} / 7)", left[1] / 7),
        ]
    )


@given(
    st.recursive(
        numbers | names, lambda inner: st.tuples(inner, inner).flatmap(_joined), max_leaves=12
    )
)
def test_every_formula_agrees_with_fractions(formula):
    text, exact = formula
    if len(text) <= 500:
        assert value(text, force=7525, trust=-1) == floor(exact * 100)


@given(st.text(max_size=60) | st.text("abfo .,()<>=!+-*/0123'\"", max_size=60))
def test_any_text_is_an_expression_or_an_error_with_a_place(text):
    error = _error(text)
    assert error is None or (0 <= error.offset <= len(text) and error.message.isprintable())


def _error(text: str) -> ExpressionError | None:
    try:
        parse(text)
    except ExpressionError as error:
        return error
    return None

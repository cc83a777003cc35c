"""What an author's words mean: every scalar of a scenario comes as text and is typed here.

Points, per cent, persons and sittings are whole numbers; where two decimals are allowed
(`Hundredths`) the value is kept as a whole number of hundredths.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, NoReturn, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.scenario.expressions import Expression, ExpressionError, parse
from game.scenario.faults import Path, nearest_of

Value = TypeVar("Value")
Word = TypeVar("Word", bound=StrEnum)


class Authored(BaseModel):
    """Something an author wrote: it never changes, and a key it does not know is a fault."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        validate_by_name=False,
        validate_by_alias=True,
        arbitrary_types_allowed=True,
        defer_build=True,
    )

    def model_post_init(self, context: Any, /) -> None:
        """Share the set of what was written with all in which the same keys are.

        Each has its own otherwise, which is a fifth of what a campaign takes to be kept.
        """
        written = self.model_fields_set
        shared = _WRITTEN.setdefault(tuple(sorted(written)), written)
        object.__setattr__(self, "__pydantic_fields_set__", shared)


_WRITTEN: dict[tuple[str, ...], set[str]] = {}
"""The set of the keys that were written, by these keys; what never changes adds none to it."""


def mistake(code: str, message: str, hint: str, **context: object) -> NoReturn:
    """Raise what `files/` turns into a located fault with this code and this hint."""
    raise PydanticCustomError(code, "{message}", {"message": message, "hint": hint, **context})


def whole_number(value: object) -> int:
    """Return a whole number; a sign may stand before it.

    >>> whole_number("+5"), whole_number("-12")
    (5, -12)
    """
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,9}", value, re.ASCII):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    meant = meant_number(value)
    hint = meant if meant.removeprefix("write ").isdecimal() else "write digits, such as -12"
    mistake("bad-number", f"{_shown(value)} is not a whole number", hint)


def hundredths(value: object) -> int:
    """Return a number with up to two decimals as whole hundredths.

    >>> hundredths("0.5"), hundredths("-4"), hundredths("1.25")
    (50, -400, 125)
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value * 100
    found = isinstance(value, str) and re.fullmatch(
        r"([+-]?)(\d{1,9})(?:\.(\d\d?))?", value, re.ASCII
    )
    if not found:
        message = f"{_shown(value)} is not a number with at most two decimals"
        mistake("bad-number", message, meant_number(value) or "write it like -7.25")
    sign, points, decimals = found.groups("")
    size = int(points) * 100 + int(decimals.ljust(2, "0"))
    return -size if sign == "-" else size


_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+", re.ASCII)
_DECIMALS = re.compile(r"[+-]?\d+,\d\d?", re.ASCII)


def meant_number(value: object) -> str:
    """Return a hint with the number that is written with a comma; empty where there is none.

    >>> meant_number("1,00"), meant_number("12,000"), meant_number("much")
    ('write 1.00', 'write 12000', '')
    """
    if isinstance(value, str) and _THOUSANDS.fullmatch(value):
        return f"write {value.replace(',', '')}"
    if isinstance(value, str) and _DECIMALS.fullmatch(value):
        return f"write {value.replace(',', '.')}"
    return ""


def span(value: object) -> tuple[int, int]:
    """Return the two ends of a range.

    >>> span("0-100")
    (0, 100)
    """
    if isinstance(value, tuple):
        return value
    found = isinstance(value, str) and re.fullmatch(r"(-?\d{1,9})-(-?\d{1,9})", value, re.ASCII)
    if not found:
        mistake("bad-range", f"{_shown(value)} is not a range", "write it like 0-100")
    low, high = int(found[1]), int(found[2])
    if low > high:
        mistake("bad-range", f"the range {value} ends before it begins", f"write {high}-{low}")
    return low, high


def yes_or_no(value: object) -> bool:
    """Return the truth of `yes`, `no`, `true` or `false`."""
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in answers:
        return answers[value]
    mistake("bad-answer", f"{_shown(value)} is neither yes nor no", "write yes or no")


DATE = "write year, month and day in the new style, such as 1858-05-28"


def day(value: object) -> date:
    """Return a date written as year, month and day, in the new style."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            mistake("bad-date", f"there is no day {value}", DATE)
    mistake("bad-date", f"{_shown(value)} is not a date", meant_day(value) or DATE)


_YEAR_FIRST = re.compile(r"\W*(\d{4})[-./ ](\d\d?)[-./ ](\d\d?)\W*", re.ASCII)
_DAY_FIRST = re.compile(r"\W*(\d\d?)[.](\d\d?)[.](\d{4})\W*", re.ASCII)


def meant_day(value: object) -> str:
    """Return a hint with the day that is written in another order or without its zeros.

    The text is empty where there is none.

    >>> meant_day("1790-9-14"), meant_day("14.9.1790"), meant_day("9/14/1790")
    ('did you mean 1790-09-14?', 'did you mean 1790-09-14?', '')
    """
    if not isinstance(value, str):
        return ""
    if found := _YEAR_FIRST.fullmatch(value):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(value):
        day, month, year = map(int, found.groups())
    else:
        return ""
    try:
        return f"did you mean {date(year, month, day)}?"
    except ValueError:
        return ""


def several(value: object) -> object:
    """Return a list; a single scalar is a list of one."""
    return [value] if isinstance(value, str) else value


def expression(value: object, *, within: Path = ()) -> Expression:
    """Return a parsed expression; `within` is where it stands in what is read as a whole."""
    if isinstance(value, Expression):
        return value
    if not isinstance(value, str):
        hint = "write a condition or a formula in plain text"
        mistake("type-mismatch", "an expression is needed here", hint, within=within)
    try:
        return parse(value)
    except ExpressionError as error:
        mistake(error.code, error.message, error.hint, offset=error.offset, within=within)


def word_of(words: type[Word]) -> Callable[[object], Word]:
    """Return the reader of one word of a closed list."""

    def read(value: object) -> Word:
        try:
            return words(str(value))
        except ValueError:
            hint = nearest_of(str(value), words)
            mistake("unknown-word", f"{_shown(value)} means nothing here", hint)

    return read


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    if not isinstance(value, str):
        return "this"
    return f"“{value[:40]}{'…' if len(value) > 40 else ''}”"


_NUMBER = {"type": ["integer", "string"], "pattern": r"^[+-]?\d+$"}
_DECIMAL = {"type": ["number", "string"], "pattern": r"^[+-]?\d+(\.\d\d?)?$"}
_SCALAR = {"type": ["string", "number", "boolean", "null"]}

KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=KEBAB)]
"""Kebab-case, and stable: records name it."""

Text = Annotated[str, StringConstraints(strip_whitespace=True), WithJsonSchema(_SCALAR)]
"""Plain text for a reader; never markup."""

Whole = Annotated[int, BeforeValidator(whole_number), WithJsonSchema(_NUMBER)]

Hundredths = Annotated[int, BeforeValidator(hundredths), WithJsonSchema(_DECIMAL)]
"""Written in points with up to two decimals, kept in hundredths."""

Span = Annotated[
    tuple[int, int],
    BeforeValidator(span),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+--?\d+$"}),
]
"""Both ends belong to the range."""

Yes = Annotated[
    bool,
    BeforeValidator(yes_or_no),
    WithJsonSchema({"enum": [True, False, "true", "false", "yes", "no"]}),
]

Day = Annotated[date, BeforeValidator(day), WithJsonSchema({"type": "string", "format": "date"})]

Ids = Annotated[tuple[Id, ...], BeforeValidator(several, json_schema_input_type=Id | list[Id])]
"""One id or a list of ids."""

Texts = Annotated[
    tuple[Text, ...], BeforeValidator(several, json_schema_input_type=Text | list[Text])
]

Wholes = Annotated[
    tuple[Whole, ...], BeforeValidator(several, json_schema_input_type=Whole | list[Whole])
]

Clause = Annotated[Expression, BeforeValidator(expression), WithJsonSchema(_SCALAR)]
"""A condition or a formula."""


class ById(dict[str, Value]):
    """Things of one kind by their id, in the author's order; it never changes."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("what an author wrote does not change")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type[ById[Any]], tuple[dict[str, Value]]]:
        return ById, (dict(self),)

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        (kind,) = get_args(source)
        return core_schema.no_info_after_validator_function(
            cls,
            handler.generate_schema(dict[Id, kind]),  # type: ignore[valid-type]
        )

"""How an expression is read from its tokens, by one function for each level of its grammar.

    or:  and {or and}                       lowest
    and: not {and not}
    not: [not] comparison
    comparison: sum [= != < <= > >= sum | between sum and sum | in (sum, ...)]
    sum: product {+ - product};  product: item {* / item};  item: number, name, (or)

A few names stand for a word instead of a number: `offer.ISSUE`, `temper`, `verdict`, `ended`,
`seat`. They are asked with `=`, `!=` or `in`, and what stands on the right are plain ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from game.scenario.lexer import ExpressionError, Kind, Token
from game.scenario.syntax import (
    CASE_WORDS,
    ENDED,
    ENDING,
    OFFER,
    TERM,
    VERDICT,
    WORD,
    WORD_NAMES,
    All,
    Among,
    Between,
    Calculation,
    Comparison,
    Is,
    Name,
    Node,
    Not,
    Number,
    Relation,
    Sign,
    Some,
    Truth,
    Word,
)

MOST_DEPTH = 20
RELATIONS = ("=", "!=", "<", "<=", ">", ">=")
NOT_CLOSED = ("a parenthesis is not closed", "add a )")
LIST_CUT = (
    NOT_CLOSED[0],
    "add a ); where it stands between square brackets [ ], a comma parts their items:"
    ' put the whole text between quotes, ["x in (ONE, OTHER)"]',
)
"""Said where the text ends within a list, as YAML cuts it at a comma between square brackets."""

NOT_SAID = frozenset({"no", "never", "without"})
"""What is written for `not` before a name."""

Item = TypeVar("Item")


class Reader:
    """Reads the tokens of one expression from left to right."""

    def __init__(self, words: tuple[Token, ...]) -> None:
        self.words = words
        self.position = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        return self.words[self.position]

    @property
    def ended(self) -> bool:
        return self.next.kind is Kind.END

    def whole(self) -> Node:
        if self.ended:
            hint = "write a condition such as trust >= 50, or a formula"
            raise self.failure("an expression is needed here", hint)
        node = self.some()
        if not self.ended:
            raise self.failure(*self.misplaced())
        return node

    def some(self) -> Node:
        self.deeper()
        at = self.next.at
        parts = [self.all()]
        while self.take("or"):
            parts.append(self.all())
        self.depth -= 1
        return parts[0] if len(parts) == 1 else Some(tuple(parts), at)

    def all(self) -> Node:
        at = self.next.at
        parts = [self.not_()]
        while self.take("and"):
            parts.append(self.not_())
        return parts[0] if len(parts) == 1 else All(tuple(parts), at)

    def not_(self) -> Node:
        at = self.next.at
        if not self.take("not"):
            return self.comparison()
        self.deeper()
        part = self.not_()
        self.depth -= 1
        return Not(part, at)

    def comparison(self) -> Node:
        first = self.next
        if first.kind is Kind.NAME and stands_for_word(first.text):
            self.position += 1
            return self.is_(first)
        left = self.sum()
        sign = self.next
        if sign.text in RELATIONS:
            self.position += 1
            right = self.sum()
            if self.next.text in RELATIONS:
                raise self.failure("comparisons are not chained", "write `x between 3 and 5`")
            return Comparison(cast(Relation, sign.text), left, right, sign.at)
        if self.take("between"):
            low = self.sum()
            message = "`between` needs two numbers with `and` between them"
            self.need("and", message, "write x between 3 and 5")
            return Between(left, low, self.sum(), sign.at)
        if self.take("in"):
            return Among(left, tuple(self.listed(self.sum)), sign.at)
        return left

    def is_(self, name: Token) -> Node:
        sign = self.next
        if self.take("in"):
            return Is(name.text, tuple(self.listed(self.word)), False, name.at)
        if sign.text in ("=", "!="):
            self.position += 1
            return Is(name.text, (self.word(),), sign.text == "!=", name.at)
        raise self.failure(
            f"{name.text} stands for a word", f"write {name.text} = ID or {name.text} in (ID, ID)"
        )

    def listed(self, item: Callable[[], Item]) -> Iterator[Item]:
        self.need("(", "`in` needs a list in parentheses", "write x in (ONE, OTHER)")
        yield item()
        while self.take(","):
            yield item()
        self.need(")", *(LIST_CUT if self.ended else NOT_CLOSED))

    def word(self) -> Word:
        token = self.next
        if token.kind not in (Kind.NAME, Kind.NUMBER) and token.text not in ("true", "false"):
            raise self.failure("an id is needed here", "write one, in small letters")
        self.position += 1
        return Word(token.text, token.at)

    def sum(self) -> Node:
        node = self.product()
        while self.next.text in ("+", "-"):
            sign = self.next
            self.position += 1
            node = Calculation(cast(Sign, sign.text), node, self.product(), sign.at)
        return node

    def product(self) -> Node:
        node = self.item()
        while self.next.text in ("*", "/"):
            sign = self.next
            self.position += 1
            node = Calculation(cast(Sign, sign.text), node, self.item(), sign.at)
        return node

    def item(self) -> Node:
        token = self.next
        if token.text == "(":
            self.position += 1
            node = self.some()
            self.need(")", *NOT_CLOSED)
            return node
        negative = self.take("-")
        token = self.next
        self.position += 1
        match token.kind:
            case Kind.NUMBER:
                size = _hundredths(token.text)
                return Number(-size if negative else size, token.at)
            case Kind.NAME if not negative:
                return Name(token.text, token.at)
            case Kind.KEYWORD if token.text in ("true", "false") and not negative:
                return Truth(token.text == "true", token.at)
        self.position -= 1
        hint = "write one, or take out the sign before it"
        raise self.failure("a number or a name is needed here", hint)

    def take(self, text: str) -> bool:
        if self.next.text != text:
            return False
        self.position += 1
        return True

    def need(self, text: str, message: str, hint: str) -> None:
        if not self.take(text):
            raise self.failure(message, hint)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise self.failure(
                f"an expression is at most {MOST_DEPTH} deep", "name a measure", code="too-deep"
            )

    def misplaced(self) -> tuple[str, str]:
        token, before = self.next, self.words[self.position - 1]
        if before.text in NOT_SAID and token.kind is Kind.NAME:
            self.position -= 1
            return f"“{before.text}” is no word of a condition", f"write `not {token.text}`"
        joined = "join what stands before and after it with `and`, `or` or a sign"
        hints = {
            "not": "write `not x in (…)`",
            ")": "take it out, or open it with a (; text with a comma in [ ] needs quotes",
        }
        return f"“{token.text}” cannot stand here", hints.get(token.text, joined)

    def failure(self, message: str, hint: str, code: str = "bad-expression") -> ExpressionError:
        return ExpressionError(code, message, self.next.at, hint)


def _hundredths(text: str) -> int:
    whole, _, decimals = text.partition(".")
    return int(whole) * 100 + int(decimals.ljust(2, "0"))


def stands_for_word(name: str) -> bool:
    """Return whether a name stands for a word, not for a number or a truth."""
    begins = (OFFER, WORD, ENDING, TERM, VERDICT, ENDED)
    return name in WORD_NAMES | CASE_WORDS or name.startswith(begins)

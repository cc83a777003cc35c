"""What a measure of the end comes to, part by part, so that a reader can check the sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import cast

from game.coach.seasons.endings import FULL, measures
from game.coach.seasons.formula_parts import Part, Parts
from game.coach.seasons.naming import label_of
from game.coach.seasons.tracks import track_seen
from game.coach.words_for import listed
from game.rules import CampaignRules
from game.rules.seasons.names import KEPT, LASTING, STANDS
from game.state import View

OF_TALKS: Mapping[str, str] = {
    LASTING: "what the talks at “{table}” left you with",
    KEPT: "what the paper of “{table}” left you with, where it stands",
    STANDS: "a paper of “{table}” that stands",
    "worth": "what the paper of “{table}” is worth to {seat}",
    "support": "how much of the court would own the paper of “{table}”",
    "coerced": "what was wrung from the host at “{table}”",
    "pressure": "every act of pressure at “{table}”",
}
"""What talks leave, by how its name begins."""
TOLD_IN_ARCHIVES = " (the archives of those talks say how it came to that)"
LATER, NOTHING_YET = (
    "; what talks leave is added at the end",
    "What talks leave is added at the end.",
)


def is_of_talks(name: str) -> bool:
    """Return whether a part of a measure is what talks left."""
    kind, _, rest = name.partition(".")
    return kind in OF_TALKS and bool(rest)


def called(rules: CampaignRules, name: str) -> str:
    """Return what a part of a measure is called in a sentence."""
    if not is_of_talks(name):
        return label_of(rules.scenario, name)
    kind, _, rest = name.partition(".")
    table, _, seat = rest.partition(".")
    title = rules.scenario.tables[table].title
    who = rules.scenario.seats[seat].called if seat else "you"
    if seat == rules.scenario.seasons.seat:
        who = "you"
    return OF_TALKS[kind].format(table=title, seat=who)


def above(parts: Iterable[Part]) -> dict[str, Fraction]:
    """Return from which points on a paper counts that stands, and what says so, by name.

    What is taken off once where it stands is what its first points would have given.
    """
    weights = {part.name: part.weight for part in parts}
    found: dict[str, Fraction] = {}
    for name, weight in weights.items():
        stands = name.replace(f"{KEPT}.", f"{STANDS}.", 1)
        off = -weights.get(stands, Fraction(0))
        if name.startswith(f"{KEPT}.") and weight > 0 and off > 0:
            found[name] = found[stands] = off / weight
    return found


def told_sum(rules: CampaignRules, view: View, parts: Parts, mode: str) -> Iterator[str]:
    """Yield what each part of a measure gives, and once the play is over what they come to.

    Before that it is told as far as it is known, without a sum.
    """
    is_over = rules.outcome(view.state) is not None
    fixed = [f"{_number(parts.fixed)} to begin with"] if parts.fixed else []
    told = [*fixed, *_told(rules, view, parts, mode, is_over=is_over)]
    if not is_over:
        waits = any(is_of_talks(part.name) for part in parts.parts)
        yield f"Now: {listed(told)}{LATER if waits else ''}." if told else NOTHING_YET
        return
    exact = parts.fixed + sum(
        (part.weight * _value(rules, view, part.name) for part in parts.parts), Fraction(0)
    )
    whole = exact // 1
    cut = f", cut down to whole points {whole}" if exact != whole else ""
    kept = f", and a measure stands between 0 and {FULL}" if not 0 <= whole <= FULL else ""
    yield f"Yours: {listed(told)}; together {_number(exact)}{cut}{kept}."


def _told(
    rules: CampaignRules, view: View, parts: Parts, mode: str, *, is_over: bool
) -> Iterator[str]:
    less = above(parts.parts)
    for part in parts.parts:
        what, weight = called(rules, part.name), _number(part.weight)
        if is_of_talks(part.name):
            if is_over and not (part.name.startswith(f"{STANDS}.") and part.name in less):
                yield f"{what}, {_of_paper(rules, view, part, less.get(part.name, Fraction(0)))}"
        elif is_over or (known := _known(rules, view, part.name, mode)) is None:
            value = _value(rules, view, part.name)
            yield f"{what} {_number(value)} x {weight} = {_number(value * part.weight)}"
        else:
            yield f"{what} ({known}) x {weight}"


def _of_paper(rules: CampaignRules, view: View, part: Part, off: Fraction) -> str:
    """Return what talks give to a measure, where they are over."""
    value = _value(rules, view, part.name)
    table = part.name.partition(".")[2]
    stands = not off or rules.resolve(f"{STANDS}.{table}")(view.state)
    less = off if stands else Fraction(0)
    by = f"{_number(value)} less {_number(less)}, that is {_number(value - less)}" if less else ""
    given = f"{by or _number(value)} x {_number(part.weight)} = "
    archives = TOLD_IN_ARCHIVES if part.name.startswith((f"{KEPT}.", f"{LASTING}.")) else ""
    return f"{given}{_number((value - less) * part.weight)}{archives if value else ''}"


def _known(rules: CampaignRules, view: View, name: str, mode: str) -> str | None:
    """Return where a part stands that is known in words or by hearsay; `None` where exactly."""
    if name not in rules.levels:
        return None
    seen = track_seen(rules, view, name, mode)
    return seen.text if seen.level is None else None


def _value(rules: CampaignRules, view: View, name: str) -> Fraction:
    """Return the points of a part, as the state has them."""
    found = measures(rules, view.state)
    if name in found:
        return Fraction(found[name])
    return Fraction(cast("int", rules.resolve(name)(view.state)), 100)


def _number(value: Fraction) -> str:
    """Return a number with at most two digits behind the point.

    >>> _number(Fraction(47, 4)), _number(Fraction(-3)), _number(Fraction(10, 3))
    ('11.75', '-3', '3.33')
    """
    return f"{float(value):.2f}".rstrip("0").rstrip(".")

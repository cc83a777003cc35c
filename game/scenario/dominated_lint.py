"""Options that nobody ever wants, since another of the same issue is better for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from operator import ge

from game.scenario.court_model import Sentence
from game.scenario.expressions import options_named
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import Known, warning
from game.scenario.people_model import Need
from game.scenario.table_model import Ground, Issue, IssueKind, Option, Pair
from game.scenario.things import Things, expressions_of


def check_dominated(written: Things, known: Known) -> Iterator[Problem]:
    """Yield the options that another beats for both seats, the court and the claimant's capital.

    One that a pair, a need, a ground, a sentence of the memorial or history speaks of has a use of
    its own; so have all of a compatible issue, in which both want the same and have to find it out.
    """
    spoken_of = set(_spoken_of(written))
    misnamed = set(_misnamed(spoken_of, known))
    for path, thing in written:
        if path[-1:] and path[-1] in misnamed:
            continue  # any of its options may be the one that is meant
        if isinstance(thing, Issue) and thing.kind is not IssueKind.COMPATIBLE:
            yield from _dominated(thing, path, spoken_of, known)


def _misnamed(spoken_of: set[tuple[str, str]], known: Known) -> Iterator[str]:
    """Yield the issues that are meant, perhaps, where an issue or an option is misspelt."""
    for issue, option in spoken_of:
        if issue not in known.options:
            yield from (id for id, options in known.options.items() if option in options)
        elif option not in known.options[issue]:
            yield issue


def _dominated(
    issue: Issue, path: Path, spoken_of: set[tuple[str, str]], known: Known
) -> Iterator[Problem]:
    merits = {id: _merits(option, known) for id, option in issue.options.items()}
    alike: dict[tuple[bool, ...], list[str]] = {}
    for id, option in issue.options.items():
        alike.setdefault((option.cession, option.lapses), []).append(id)
    for id, option in issue.options.items():
        if option.history or (str(path[-1]), id) in spoken_of:
            continue
        others = alike[option.cession, option.lapses]
        better = (other for other in others if _beats(merits[other], merits[id]))
        if (by := next(better, None)) is not None:
            message = f"{by} is better than {id} for both seats, the court and the capital"
            hint = f"let somebody have something of {id}, or take it out"
            yield warning((*path, "options", id), Code.DOMINATED_OPTION, message, hint, at_key=True)


def _merits(option: Option, known: Known) -> tuple[int, ...]:
    """Return all that speaks for an option; the more, the better."""
    chairs = (known.scenario.table.claimant, known.scenario.table.host)
    worth = (option.worth.get(seat, 0) for seat in chairs)
    return (*worth, option.land, option.rite, -option.caution, option.unratified or 0)


def _beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and all(map(ge, one, other))


def _spoken_of(written: Things) -> Iterator[tuple[str, str]]:
    """Yield issue and option of what gives an option another worth; a scene only tells of it."""
    for _, thing in written:
        match thing:
            case Need(issue=issue, allows=options):
                yield from ((issue, option) for option in options)
            case Pair() | Ground() | Sentence():
                for expression in expressions_of(thing):
                    for issue, options in options_named(expression).items():
                        yield from ((issue, option) for option in options)

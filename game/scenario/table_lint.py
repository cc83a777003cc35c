"""What is wrong with a table: references, sums, and formulas that ask for what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from game.scenario.authored import ById
from game.scenario.court_model import Sentence
from game.scenario.expressions import Expression, options_joined, options_named
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import (
    Known,
    asked,
    at_the_table,
    complete,
    ranged,
    reckoned,
    referred,
    warning,
)
from game.scenario.people_model import Need, Person, Quantities
from game.scenario.syntax import All, Is, Some
from game.scenario.table_model import ActKind, Ground, Issue, News, Option, Pair, Table

HUNDRED_POINTS = 10000
MOST_OPTIONS, MOST_PAPERS = 200, 1_000_000_000
"""Of an issue, and of all issues together; a table that we ship has some tens of thousands."""
LEAST_NEEDS = 2
"""Of a chair, for there to be something to find out."""
LEAST_MOVE = 500
"""An issue that moves nobody by 5 points is no issue."""


def check_table(table: Table, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the table as a whole."""
    seats = known.scenario.seats
    chairs = (table.claimant, table.host)
    yield from referred(table.claimant, (*path, "claimant"), seats, "seat")
    yield from referred(table.host, (*path, "host"), seats, "seat")
    if table.claimant == table.host:
        message, hint = "nobody sits on both sides of a table", "name the other seat"
        yield Problem((*path, "host"), Code.UNKNOWN_ID, message, hint)
    yield from ranged(table.sittings, (*path, "sittings"), 1, 99)
    yield from ranged(table.sittings_a_day, (*path, "sittings-a-day"), 1, 99)
    yield from ranged(table.opens_at, (*path, "opens-at"), 1, max(1, table.sittings_a_day))
    yield from reckoned(table.danger, (*path, "danger"), known.tracks)
    if table.strength != Table.model_fields["strength"].default:
        own = known.scenario.tracks
        yield from referred(table.strength, (*path, "strength"), own, "track")
    yield from complete(table.walk_away, (*path, "walk-away"), chairs)
    for seat, formula in table.walk_away.items():
        at = (*path, "walk-away", seat)
        yield from referred(seat, at, seats, "seat", at_key=True)
        yield from reckoned(formula, at, known.play)
    for key, by_seat in (
        ("temperaments", table.temperaments),
        ("need-costs", table.need_costs),
        ("needs", table.needs),
    ):
        if key != "needs":
            yield from complete(by_seat, (*path, key), chairs)
        for seat in by_seat:
            yield from referred(seat, (*path, key, seat), seats, "seat", at_key=True)
    yield from _check_temperaments(table, (*path, "temperaments"))
    yield from _check_needs(table, (*path, "needs"), known)
    lays = [act for act in table.acts.values() if act.kind is ActKind.LAY]
    wrong = any(not act.seats or any(seat not in seats for seat in act.seats) for act in lays)
    is_alone = table.claimant == table.host
    if not (wrong or is_alone or any(table.claimant in act.seats for act in lays)):
        yield _no_lay(table, (*path, "acts"))
    yield from _check_lays(table, (*path, "acts"))
    if table.court.silence > table.court.ratified:
        message = "a paper would be ratified before it is passed over"
        hint = f"{table.court.ratified} is the most"
        yield Problem((*path, "court", "silence"), Code.BAD_RANGE, message, hint)
    yield from _check_papers(table, (*path, "issues"))
    yield from _check_sums(table, path, chairs)


def _check_papers(table: Table, path: Path) -> Iterator[Problem]:
    """Yield that more papers could be written than anybody can weigh, or an issue has too much."""
    for id, issue in table.issues.items():
        if (many := len(issue.options)) > MOST_OPTIONS:
            message = f"{id} has {many:,} options; {MOST_OPTIONS} are the most"
            hint = "leave out those that differ little, or make two issues of it"
            yield Problem((*path, id, "options"), Code.TOO_BIG, message, hint, at_key=True)
    if prod(len(issue.options) for issue in table.issues.values()) > MOST_PAPERS:
        message = f"its options make more than {MOST_PAPERS:,} papers, which are the most"
        hint = "leave out some issues or options, or hold the talks at two tables"
        yield Problem(path, Code.TOO_BIG, message, hint, at_key=True)


def _no_lay(table: Table, path: Path) -> Problem:
    """Return that the claimant cannot lay a paper down: at the act that is another's, if one is."""
    message = f"{table.claimant} has no act to lay a paper down"
    for id, act in table.acts.items():
        if act.kind is ActKind.LAY:
            hint = f"write {table.claimant} among its seats"
            return Problem((*path, id, "seats"), Code.MISSING_KEY, message, hint, at_key=True)
    hint = f"add one of kind lay, with {table.claimant} among its seats"
    return Problem(path, Code.MISSING_KEY, message, hint, at_key=True)


def _check_lays(table: Table, path: Path) -> Iterator[Problem]:
    """Yield the acts that lay a paper down for a seat that has one for it already."""
    first: dict[str, str] = {}
    for id, act in table.acts.items():
        for seat in act.seats if act.kind is ActKind.LAY else ():
            if (other := first.setdefault(seat, id)) != id:
                message = f"{seat} has an act to lay a paper down: {other}"
                hint = "one is enough; take the other out, or give it another kind"
                at, also = (*path, id, "kind"), ((*path, other),)
                yield warning(at, Code.DUPLICATE_KEY, message, hint)._replace(also=also)
                break


def _check_temperaments(table: Table, path: Path) -> Iterator[Problem]:
    for seat, tempers in table.temperaments.items():
        if not tempers:
            message = "a chair needs one temperament"
            hint = "write one: ID: {menace: 100, talk: 100, courtesy: 100, again: 0, habit: …}"
            yield Problem((*path, seat), Code.MISSING_KEY, message, hint, at_key=True)


def _check_needs(table: Table, path: Path, known: Known) -> Iterator[Problem]:
    """Yield the chairs of which everybody knows what whoever is drawn for them needs."""
    for seat in known.chairs:
        needs = table.needs.get(seat, ById())
        is_drawn = bool(table.temperaments.get(seat))  # that nobody can be is a fault by itself
        if is_drawn and len(needs) < LEAST_NEEDS:
            what = f"needs {next(iter(needs))} in every play" if needs else "never needs anything"
            message = f"whoever is drawn for {seat} {what}, so that nobody need ask"
            hint = f"write {LEAST_NEEDS} needs, best on different issues; a seed draws one"
            yield warning((*path, seat), Code.TOO_FEW_NEEDS, message, hint, at_key=True)


def _check_sums(table: Table, path: Path, chairs: tuple[str, ...]) -> Iterator[Problem]:
    shares = sum(faction.share for faction in table.ratifiers.values())
    if table.ratifiers and shares != 100:
        message = f"the shares of the court add up to {shares}, not to 100"
        hint = _by_how_much(100 - shares)
        yield Problem((*path, "ratifiers"), Code.BAD_SUM, message, hint, at_key=True)
    options = [option for issue in table.issues.values() for option in issue.options.values()]
    for seat in chairs:
        if not all(seat in option.worth for option in options):
            continue  # which is a fault by itself
        best = sum(
            max((option.worth.get(seat, 0) for option in issue.options.values()), default=0)
            for issue in table.issues.values()
        )
        if best != HUNDRED_POINTS:
            message = f"the best options of {seat} add up to {_points(best)} points, not to 100"
            hint = _by_how_much((HUNDRED_POINTS - best) / 100)
            yield Problem((*path, "issues"), Code.BAD_SUM, message, hint, at_key=True)


def check_issue(issue: Issue, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an issue as a whole."""
    if len(issue.options) < 2:
        message, hint = "an issue needs two options", "add another, or take the issue out"
        yield Problem((*path, "options"), Code.TOO_FEW_CHOICES, message, hint, at_key=True)
    moves = [
        max(worths) - min(worths)
        for seat in known.scenario.seats
        if (worths := [option.worth.get(seat, 0) for option in issue.options.values()])
    ]
    if moves and max(moves) < LEAST_MOVE:
        message = f"it moves nobody by 5 points, at most by {_points(max(moves))}"
        hint = "let one of its options be worth more to somebody, or take the issue out"
        yield warning(path, Code.IDLE_ISSUE, message, hint, at_key=True)
    historical = [id for id, option in issue.options.items() if option.history]
    for id in historical[1:]:
        message = f"history settled it as {historical[0]} already"
        hint = "mark one option of an issue"
        yield Problem((*path, "options", id, "history"), Code.DUPLICATE_KEY, message, hint)


def check_option(option: Option, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an option."""
    table, at = known.scenario.table, (*path, "worth")
    yield from complete(option.worth, at, (table.claimant, table.host))
    for seat in option.worth:
        yield from referred(seat, (*at, seat), known.scenario.seats, "seat", at_key=True)


def check_pair(pair: Pair, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a pair; it joins options and asks for nothing else."""
    yield from at_the_table(pair.seat, (*path, "seat"), known)
    yield from asked(pair.when, (*path, "if"), known.play)
    if not _names_options(pair.when, All):
        hint = "write offer.ISSUE = OPTION and offer.OTHER = OPTION"
        yield Problem(
            (*path, "if"), Code.BAD_EXPRESSION, "a pair joins options with `and` only", hint
        )
        return
    for issue, left in options_joined(pair.when).items():
        if not left:
            message = f"{pair.when} can never hold: a paper has one option of {issue}"
            hint = f"write offer.{issue} in (OPTION, OPTION), or take one of them out"
            yield warning((*path, "if"), Code.CONTRADICTION, message, hint)


def check_ground(ground: Ground, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a ground."""
    yield from _check_bears(ground.bears, (*path, "bears"), known)


def check_sentence(sentence: Sentence, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a sentence of the memorial; one issue bears it out."""
    table, at = known.scenario.table, (*path, "bears")
    yield from referred(sentence.moves, (*path, "moves"), table.ratifiers, "faction")
    yield from _check_bears(sentence.bears, at, known)
    if len(options_named(sentence.bears)) > 1:
        message, hint = "one issue bears a sentence out, not several", "leave one offer.ISSUE"
        yield Problem(at, Code.BAD_EXPRESSION, message, hint)


def _check_bears(bears: Expression, path: Path, known: Known) -> Iterator[Problem]:
    yield from asked(bears, path, known.play)
    if not _names_options(bears, Some):
        hint = "write offer.ISSUE in (OPTION, OPTION) or offer.OTHER = OPTION"
        yield Problem(path, Code.BAD_EXPRESSION, "only options joined by `or` bear it out", hint)


def _names_options(expression: Expression, joined: type[All | Some]) -> bool:
    root = expression.root
    parts = root.parts if isinstance(root, joined) else (root,)
    return all(
        isinstance(part, Is) and part.name.startswith("offer.") and not part.negated
        for part in parts
    )


def check_news(news: News, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the news."""
    yield from ranged(news.never, (*path, "never"), 0, 100)
    for sitting in news.sittings:
        yield from ranged(sitting, (*path, "sittings"), 1, known.scenario.table.sittings)
    yield from asked(news.needs, (*path, "needs"), known.play)


def check_quantities(quantities: Quantities, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with where the table's quantities start."""
    table = known.scenario.table
    for name in ("face", "trust", "credibility", "patience"):
        yield from ranged(getattr(quantities, name), (*path, name), 0, 100)
    yield from complete(quantities.hope, (*path, "hope"), (table.claimant, table.host))
    for seat in quantities.hope:
        seats = known.scenario.seats
        yield from referred(seat, (*path, "hope", seat), seats, "seat", at_key=True)


def check_need(need: Need, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a need."""
    options = known.options
    yield from referred(need.issue, (*path, "issue"), options, "issue")
    if not options.get(need.issue):
        return
    for index, option in enumerate(need.allows):
        at = (*path, "allows", index)
        yield from referred(option, at, options[need.issue], f"option of {need.issue}")
    if not need.allows or set(need.allows) >= set(options[need.issue]):
        message = "a need allows some options, not none and not all"
        hint = "name those with which one can go home"
        yield Problem((*path, "allows"), Code.UNKNOWN_ID, message, hint)


def check_person(person: Person, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an authored man."""
    table = known.scenario.table
    yield from at_the_table(person.seat, (*path, "seat"), known)
    tempers = table.temperaments.get(person.seat, ById())
    yield from referred(person.temper, (*path, "temper"), tempers, "temper")
    yield from referred(person.ground, (*path, "ground"), table.grounds, "ground")
    if person.news is not None and table.news is None:
        message, hint = "the table has no news to bring", "write its `news`, or take this out"
        yield Problem((*path, "news"), Code.UNKNOWN_KEY, message, hint, at_key=True)
    if person.news is not None:
        yield from ranged(person.news.sitting, (*path, "news", "sitting"), 1, table.sittings)


def _by_how_much(missing: float) -> str:
    """Return how a sum is mended that misses so much, or has too much of it."""
    return f"{'raise' if missing > 0 else 'lower'} them by {abs(missing):g} in all"


def _points(hundredths: int) -> str:
    return f"{hundredths / 100:g}"

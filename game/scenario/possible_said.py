"""What can never be, told once: at its root, with what cannot be because of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.scenario.aims import Aim, Kind
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import warning
from game.scenario.possible import Contradiction, Impossible
from game.scenario.possible_roots import Root, Thing, roots

MOST_SEEN = 4
"""Other lines that are named with one that can never hold."""
MOST_FOLLOWING = 3
"""Things that are named of those that cannot be because of one."""
_TURNED = re.compile(r"(?P<what>.+) between (?P<low>\d+) and (?P<high>\d+)")
_HINTS = {
    "choices": "mend {them}, or take the choice out",
    "else": "mend {them}, or take it out",
}


def never(impossible: Impossible) -> Iterator[Problem]:
    """Yield what can never be; not what is so only because something else is."""
    yield from _acts_and_options(impossible)
    behind: dict[tuple[str, ...], list[str]] = {}
    for root in roots(impossible):
        if root.why.behind and isinstance(root.thing, Aim):
            behind.setdefault(root.why.behind, []).append(root.thing.id)
        else:
            yield _told(root)
    for others, endings in behind.items():
        yield _behind(others, endings)


def _acts_and_options(impossible: Impossible) -> Iterator[Problem]:
    options_told = False
    for aim, why in impossible.of_acts().items():
        if aim.kind is Kind.TACTIC:
            hint = "give the table what the act is about, or take it out"
            yield contradiction(why, ("table", "acts", aim.id), hint)
        elif not options_told:
            options_told = True
            yield contradiction(why, ("table", "acts"), "let the claimant do one of them")


def _told(root: Root) -> Problem:
    path, hint = _place(root.thing)
    problem = contradiction(root.why, path, hint)
    if not root.so:
        return problem
    message = f"{problem.message}; so {_listed(list(map(_named, root.so)))} can never be, either"
    there = tuple(_place(thing)[0] for thing in root.so[:MOST_FOLLOWING])
    return problem._replace(message=message, so=there)


def _place(thing: Thing) -> tuple[Path, str]:
    """Return where something stands, and how it is mended."""
    match thing:
        case Aim(Kind.CHOICE, id):
            event, _, choice = id.partition(".")
            return ("events", event, "choices", choice), _HINTS["choices"]
        case Aim(Kind.ENDING, id):
            return ("endings", id), _HINTS["else"]
        case Aim(_, id):
            return ("events", id), _HINTS["else"]
    return thing.path[:-1], _HINTS["else"]


def _named(thing: Thing) -> str:
    match thing:
        case Aim(kind, id):
            return f"the ending {id}" if kind is Kind.ENDING else id
    match thing.path:
        case ("advisers", adviser, *_):
            return f"a line of {adviser}"
        case ("dossiers", letter, *_):
            return f"a passage of the {letter}"
    return str(thing.path[1])


def _listed(named: Sequence[str]) -> str:
    """Return some names as a text: the first few, and how many more there are.

    >>> _listed(["a"]), _listed(["a", "b"]), _listed(list("abcdef"))
    ('a', 'a and b', 'a, b, c and 3 more')
    """
    shown = list(dict.fromkeys(named))[:MOST_FOLLOWING]
    more = len(set(named)) - len(shown)
    *first, last = [*shown, f"{more} more"] if more else shown
    return f"{', '.join(first)} and {last}" if first else last


def _behind(others: tuple[str, ...], endings: list[str]) -> Problem:
    """Return the problem of endings that stand behind some that leave them nothing."""
    if len(others) == 1 and len(endings) > 1:
        message = f"it leaves nothing to {_listed(endings)}, which stand behind it"
        hint = "put it behind them, or ask for more here"
        problem = warning(("endings", *others), Code.UNREACHABLE_ENDING, message, hint, at_key=True)
        return problem._replace(also=tuple(("endings", each) for each in endings[:MOST_SEEN]))
    front, is_one = _listed(others), len(endings) == 1
    leaves = f"leave{'' if len(others) > 1 else 's'} {'it' if is_one else 'them'} nothing"
    who = "it stands" if is_one else f"{_listed(endings)} stand"
    message = f"{who} behind {front}, which {leaves}"
    hint = f"put {'it' if is_one else 'them'} before {'them' if len(others) > 1 else others[0]}"
    hint += ", or ask for less there" if len(others) > 1 else ""
    path: Path = ("endings", endings[0])
    problem = warning(path, Code.UNREACHABLE_ENDING, message, hint, at_key=True)
    there = (*others, *endings[1:])
    return problem._replace(also=tuple(("endings", each) for each in there[:MOST_SEEN]))


def contradiction(why: Contradiction, path: Path, hint: str) -> Problem:
    """Return why a thing can never be as a problem, at what it asks."""
    asks = (path, (*path, "when"), (*path, "if"))
    own = [line for line in why.lines if line.path in asks]
    others = [line for line in why.lines if line not in own]
    said = " and ".join(dict.fromkeys(line.sentence for line in own)) or "this"
    because = "; ".join(dict.fromkeys(line.sentence for line in others))
    message = f"{said} can never hold" if own else "this can never be"
    if own and path[0] == "table":
        message = said
    message += f": {because}" if because else " together" if len(own) > 1 else ""
    there = tuple(dict.fromkeys(line.path for line in others if line.path))[:MOST_SEEN]
    is_one = len({line.sentence for line in why.lines}) == 1
    turned = _TURNED.fullmatch(own[0].sentence) if own and is_one else None
    hint = hint.format(them="it" if is_one else "one of them")
    if turned is not None:
        hint = f"write {turned['what']} between {turned['high']} and {turned['low']}"
    at, offset = (own[0].path, own[0].offset) if own else (path, 0)
    problem = warning(at, Code.CONTRADICTION, message, hint, at_key=at == path)
    return problem._replace(offset=offset, also=there, lacks=any(map(_lacks, there)))


def _lacks(path: Path) -> bool:
    """Return whether a line tells what choices and acts can do, of which there might be others."""
    return path[0] == "events" or path[-1] in ("start", "acts", "table")

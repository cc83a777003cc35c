"""Decisions in words: one line of text each, the same in records, on the command line and in tests.

`parsed(formatted(d)) == d` for every legal decision. A person may leave out of an offer what
stays as it was on his last paper.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.errors import WordsError
from game.negotiation import Package
from game.rules.table import Table
from game.scenario.faults import nearest
from game.scenario.table_model import ActKind
from game.state import Decision, State

PLAIN_VERBS = (
    "accept",
    "refuse",
    "consult",
    "break-off",
    "go-home",
    "stay",
    "fall-ill",
    "sign-to-disown",
    "listen",
)
"""Decisions that have no words after them."""
WORDED_VERBS = ("offer", "tactic", "choose", "forecast", "expect")
"""Decisions that are no acts of the table and have words after them."""

HIS = ("his", "her")
"""Begins a paper with the other's last word, whichever of the two the other is."""


def formatted(decision: Decision, table: Table) -> str:
    """Return the text form of a decision, with every paper in full."""
    words = [decision.verb]
    if decision.name:
        words.append(decision.name)
    words += decision.about
    if decision.suppose is not None:
        words += terms(decision.suppose, table)
    if decision.paper is not None:
        if decision.verb == "tactic" and decision.name == table.lay:
            words = ["offer"]
        else:
            words += ["with", "offer"]
        words += terms(decision.paper, table)
    return " ".join(words)


def terms(paper: Package, table: Table) -> list[str]:
    """Return a paper as `issue=option` words."""
    return [f"{issue}={option}" for issue, option in settled(paper, table).items()]


def settled(paper: Package, table: Table) -> dict[str, str]:
    """Return the option that a paper has for each issue, by ids."""
    return {
        issue: options[o]
        for issue, options, o in zip(table.issues, table.options, paper, strict=True)
    }


def parsed(text: str, table: Table, state: State | None = None) -> Decision:
    """Return the decision that a line of text names; `state` gives the papers it may change.

    Raises `WordsError` with one sentence that says which word and what would do.
    """
    words = text.split()
    if not words:
        raise WordsError("say what you decide; an empty line decides nothing")
    verb, rest = words[0], words[1:]
    if verb in PLAIN_VERBS:
        if rest:
            raise WordsError(f"'{verb}' stands alone; leave out '{' '.join(rest)}'")
        return Decision(verb)
    match verb:
        case "offer":
            return Decision("tactic", table.lay, (), _paper(rest, table, state))
        case "forecast":
            paper = None
            if rest:
                if rest[:2] != ["with", "offer"]:
                    raise WordsError("say 'forecast' or 'forecast with offer issue=option …'")
                paper = _paper(rest[2:], table, state)
            return Decision("forecast", "", (), paper)
        case "expect":
            return Decision("expect", "", tuple(rest))
        case "choose":
            if len(rest) != 2:
                raise WordsError("say 'choose', the scene and the choice")
            return Decision("choose", rest[0], (rest[1],))
        case "tactic":
            if not rest:
                raise WordsError(f"say which act: {', '.join(a.id for a in table.acts)}")
            return _tactic(rest, table, state)
        case _ if verb in table.by_id:
            return _tactic(words, table, state)
        case _:
            known = [*PLAIN_VERBS, *WORDED_VERBS, *table.by_id]
            raise WordsError(f"'{verb}' is no decision{_meant(verb, known)}")


def _tactic(words: list[str], table: Table, state: State | None) -> Decision:
    name, rest = words[0], words[1:]
    if name not in table.by_id:
        raise WordsError(f"'{name}' is no act{_meant(name, table.by_id)}")
    act = table.by_id[name]
    paper = None
    if "with" in rest:
        at = rest.index("with")
        if rest[at + 1 : at + 2] != ["offer"]:
            raise WordsError("a paper goes along as 'with offer issue=option …'")
        paper = _paper(rest[at + 2 :], table, state)
        rest = rest[:at]
    if act.kind == ActKind.SUPPOSE:
        if paper is not None:
            raise WordsError("that is said of a text that binds nobody, and lays no paper down")
        return Decision("tactic", name, (), None, _paper(rest, table, state))
    wanted: tuple[str, Iterable[str], int] = ("argument", (), 0)
    match act.kind:
        case ActKind.ARGUE:
            wanted = ("ground", [g.id for g in table.grounds], 1)
        case ActKind.ASK | ActKind.TELL:
            wanted = ("issue", table.issues, 1)
        case ActKind.RATHER:
            wanted = ("issue", table.issues, 2)
        case ActKind.MEMORIAL:
            wanted = ("sentence", [s.id for s in table.memorial], 1)
    kind, known, count = wanted
    if len(rest) != count:
        raise WordsError(
            f"'{name}' takes {('no', 'one', 'two')[count]} {kind}{'s' if count == 2 else ''}"
            + (f": {', '.join(known)}" if count else f"; leave out '{' '.join(rest)}'")
        )
    for word in rest:
        if word not in known:
            raise WordsError(f"'{word}' is no {kind} here{_meant(word, known)}")
    about = tuple(rest)
    if act.kind == ActKind.RATHER:
        about = tuple(sorted(about, key=table.issues.index))
        if about[0] == about[1]:
            raise WordsError("'rather' needs two different issues")
    return Decision("tactic", name, about, paper)


def _paper(words: list[str], table: Table, state: State | None) -> Package:
    """Read a paper; what it leaves out stays as on the last paper of whoever decides."""
    chosen: dict[int, int] = {}
    base: Package | None = None
    if state is not None:
        base = state.paper if state.paper is not None else state.first
        if state.seat and state.said is not None and words[:1] == ["mine"]:
            base, words = state.said, words[1:]
        elif words and words[0] in HIS:
            if state.word is None:
                raise WordsError(table.no_word)
            base, words = state.word, words[1:]
    for word in words:
        issue, equals, option = word.partition("=")
        if not equals:
            raise WordsError(f"'{word}' is no term; write issue=option")
        if issue not in table.issues:
            raise WordsError(f"'{issue}' is no issue{_meant(issue, table.issues)}")
        i = table.issues.index(issue)
        if option not in table.options[i]:
            raise WordsError(
                f"'{option}' is no option of {issue}{_meant(option, table.options[i])}"
            )
        if i in chosen:
            raise WordsError(f"'{issue}' is settled twice in one paper")
        chosen[i] = table.options[i].index(option)
    if base is None and len(chosen) < len(table.issues):
        missing = [issue for i, issue in enumerate(table.issues) if i not in chosen]
        raise WordsError(f"a first paper settles every issue; still open: {', '.join(missing)}")
    return tuple(
        chosen[i] if i in chosen else base[i] if base is not None else 0
        for i in range(len(table.issues))
    )


def _meant(word: str, known: Iterable[str]) -> str:
    known = list(known)
    meant = nearest(word, known)
    return f"; did you mean '{meant}'?" if meant else f"; there are {', '.join(known)}"

"""What is typed at the table, brought into the words of a record."""

from __future__ import annotations

from collections.abc import Sequence

from game.cli.plain_terms import begins_term, is_term, joined, read_terms, words_of
from game.errors import WordsError
from game.negotiation import Package
from game.rules import parsed
from game.rules.table import Act, Table
from game.rules.words import HIS, PLAIN_VERBS, terms
from game.scenario.table_model import ActKind
from game.state import HOST, State

ALL = "all"
"""Says that a paper is meant whole, as the draft stands."""
WHOSE = (*HIS, "mine")
"""Says whose word a paper begins from."""
_ABOUT = (
    ActKind.ARGUE,
    ActKind.TELL,
    ActKind.ASK,
    ActKind.RATHER,
    ActKind.MEMORIAL,
)
"""Kinds of act that are about something."""
_GUESS = "expect "
"""Begins a line that is kept as it was typed."""
_A_PAPER = ("offer", "a", "the", "my", "paper", "draft")
"""Says after an act that a paper goes along, and not which."""
_OF_AN_OFFER = ("with", *_A_PAPER)
"""Says after `offer` or `lay` that a paper comes, and not which."""
_OF_A_TEXT = (*_A_PAPER, "with", "that", "text")
"""Says after `suppose` that a text comes, and not which."""
_PARTING = ("and", "or")
A_TERM = (
    "'{term}' is a term of a paper: 'offer {term}' lays it down, 'draft {term}' writes it into"
    " your draft"
)


def in_record_words(text: str, table: Table, draft: Package) -> str:
    """Return a line as a record would write it; `all` becomes every term of the draft.

    An act that only lays a paper down is an `offer`. Raises `WordsError` for a paper that cannot
    be read; any other word is left for the rules to judge.
    """
    if text.lower().startswith(_GUESS):
        return " ".join([_GUESS.strip(), *text.split()[1:]])
    check_is_no_term(text, table)
    words = _act_first(words_of(text), table)
    at = _paper_begins(words, table)
    if at is None:
        return " ".join(_about(words, table))
    paper = words[at:]
    whose = paper[:1] if paper[:1] and paper[0] in WHOSE else []
    read = terms(draft, table) if paper == [ALL] else read_terms(paper[len(whose) :], table)
    return " ".join([*_about(words[:at], table), *whose, *read])


def check_is_no_term(text: str, table: Table) -> None:
    """Raise `WordsError` for a line that is a term of a paper and does not say what to do with it.

    Where it stands as in a paper: an issue, and `=` or `is` before what settles it.
    """
    if is_term(words_of(text), table):
        raise WordsError(A_TERM.format(term=text))


def verb_of(text: str, table: Table) -> str:
    """Return the word that a line begins with in a record, whether or not it means anything."""
    return next(iter(_act_first(words_of(text), table)), text)


def begun_from(text: str, table: Table, state: State, draft: Package) -> tuple[str, Package | None]:
    """Return a line in record words without `his` or `mine`, and the paper that it changes.

    `his` is the other side's last word or paper; without either word the draft is changed.
    """
    words = text.split()
    at = _paper_begins(words, table)
    whose = words[at : at + 1] if at is not None else []
    if at is None or not whose or whose[0] not in WHOSE:
        return text, draft
    del words[at]
    if whose[0] == "mine":
        return " ".join(words), draft
    other = state.paper if state.seat == HOST else state.word
    if other is None:
        raise WordsError(table.no_word)
    return " ".join(words), other


def paper_is_open(text: str, table: Table) -> bool:
    """Return whether a line in record words calls for a paper and does not say which."""
    words = text.split()
    return _paper_begins(words, table) == len(words)


def paper_alone(text: str, table: Table, state: State, draft: Package) -> Package | None:
    """Return the paper that a line lays down, or supposes, and does nothing else with.

    `None` where it says something else, or leaves open which paper. Raises `WordsError` for a
    paper that cannot be read.
    """
    said = words_of(text)
    words = in_record_words(" ".join(said[1:] if said[:1] == ["with"] else said), table, draft)
    alone = ("offer", _named(ActKind.SUPPOSE, table))
    if verb_of(words, table) not in alone or paper_is_open(words, table):
        return None
    named, begun = begun_from(words, table, state, draft)
    decision = parsed(named, table, state._replace(paper=begun))
    return decision.paper if decision.suppose is None else decision.suppose


def is_act_alone(text: str, table: Table) -> bool:
    """Return whether a line in record words names an act and not what it is about."""
    verb, *rest = text.split() or [""]
    act = table.by_id.get(verb)
    return act is not None and act.kind in _ABOUT and rest in ([], ["with", "offer"])


def _act_first(words: list[str], table: Table) -> list[str]:
    """Begin with the verb of a record: one word, `tactic` left out, `offer` to lay a paper down."""
    if words[:1] == ["tactic"]:
        words = words[1:]
    verb, taken = joined(words, (*PLAIN_VERBS, *table.by_id))
    if taken and verb == _named(ActKind.LAY, table):
        verb = "offer"
    words = [verb, *words[taken:]] if taken else words
    if words[:1] == ["offer"]:
        return ["offer", *_said_of(words[1:], _OF_AN_OFFER, table)]
    if taken and verb == _named(ActKind.SUPPOSE, table):
        return [verb, *_said_of(words[1:], _OF_A_TEXT, table)]
    if "with" not in words and "offer" in words and "offer" not in table.issues:
        words.insert(words.index("offer"), "with")
    if "with" in words[1:]:
        at = words.index("with", 1) + 1
        return [*words[:at], "offer", *_said_of(words[at:], _A_PAPER, table)]
    return words


def _said_of(words: Sequence[str], fillers: Sequence[str], table: Table) -> Sequence[str]:
    """Return words without those that only say that a paper comes; an issue may be called so."""
    at = 0
    while words[at : at + 1] and words[at] in fillers and not begins_term(words[at:], table):
        at += 1
    return words[at:]


def _paper_begins(words: Sequence[str], table: Table) -> int | None:
    """Return the place of a paper's first word."""
    if words and words[0] in ("offer", _named(ActKind.SUPPOSE, table)):
        return 1
    if "with" in words:
        return words.index("with") + 2
    return None


def _about(words: Sequence[str], table: Table) -> list[str]:
    """Return an act and what it is about, each issue in one word; a number is a list's place."""
    about: list[str] = []
    known = _arguments(words[0], table) if words else ()
    rest = [
        known[int(word) - 1] if word.isdecimal() and 1 <= int(word) <= len(known) else word
        for word in words
    ]
    while rest:
        name, taken = joined(rest, table.issues)
        if taken:
            about.append(name)
        elif rest[0] not in _PARTING:
            about.append(rest[0])
        del rest[: taken or 1]
    return about


def _arguments(name: str, table: Table) -> Sequence[str]:
    """Return what an act can be about, in the order in which its lines are numbered."""
    act = table.by_id.get(name)
    if act is None or act.kind not in _ABOUT:
        return ()
    match act.kind:
        case ActKind.ARGUE:
            return [ground.id for ground in table.grounds]
        case ActKind.MEMORIAL:
            return [sentence.id for sentence in table.memorial]
    return table.issues


def _named(kind: ActKind, table: Table) -> str:
    found: list[Act] = [act for act in table.acts if act.kind == kind]
    return found[0].id if found else ""

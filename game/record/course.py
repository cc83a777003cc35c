"""How a play went through its tree: the run before it first went back, and the way it went last.

>>> play = Record(Heading("duel", 1, "", "1858", "north"))
>>> play, first = play.add(OPENING, "north", "offer border=river", "")
>>> play, other = play.moved(OPENING).add(OPENING, "north", "break-off", "")
>>> [node.decision_text for node in fair_copy(play)]
['offer border=river']
>>> gone_into(play)[OPENING] == other.id
True
"""

from __future__ import annotations

from collections.abc import Iterable

from game.record.lines import OPENING, Cursor, Heading, Node, Note
from game.record.tree import Record
from game.state import ASIDES

__all__ = [
    "LOOKED",
    "OPENING",
    "Heading",
    "fair_copy",
    "gone_into",
    "has_looked",
    "is_aside",
    "marked",
    "may_end_fair_copy",
    "own_decisions",
    "own_words",
    "was_gone_back",
]


LOOKED = "The archives were open here; the play went on from an earlier decision."
"""The note that is left on an end from which a person went back."""


def has_looked(record: Record) -> bool:
    """Return whether a person went on from before an end, and so knows what only the end tells."""
    return any(isinstance(line, Note) and LOOKED in line.text for line in record.lines)


def marked(note: str) -> str:
    """Return a note with the mark that the archives were open; a note of one's own stays.

    >>> marked("well played").splitlines()[0], marked(LOOKED) == LOOKED
    ('well played', True)
    """
    return note if LOOKED in note else "\n".join(filter(None, (note, LOOKED)))


def own_words(note: str) -> str:
    """Return a note without the mark that the archives were open.

    >>> own_words(marked("well played")), own_words(LOOKED)
    ('well played', '')
    """
    return "\n".join(line for line in note.split("\n") if line != LOOKED)


def fair_copy(record: Record) -> tuple[Node, ...]:
    """Return the nodes of the fair copy: what was played until something was decided otherwise.

    It stays what it is, whatever is played, promoted or named afterwards. Who goes back and comes
    forward again has decided nothing otherwise.
    """
    run: list[Node] = []
    for line in record.lines:
        if not isinstance(line, Node) or record.nodes.get(line.id) is not line:
            continue
        kept = _kept_of(run, line)
        if kept < 0:
            break
        del run[kept:]
        run.append(line)
    return tuple(run)


def _kept_of(run: list[Node], node: Node) -> int:
    """Return how many nodes of a run a node goes on from; -1 where it leaves the run.

    Asides at its end are passed over by a decision: they led nowhere.
    """
    kept = len(run)
    while kept and run[kept - 1].id != node.parent and is_aside(run[kept - 1]):
        kept -= 1
    stands = run[kept - 1].id if kept else OPENING
    is_asked_anew = kept < len(run) and is_aside(node)
    return -1 if stands != node.parent or is_asked_anew else kept


def own_decisions(record: Record, line: Iterable[Node] | None = None) -> tuple[Node, ...]:
    """Return what the people of a play decided on a line; on every line of it if none is said.

    What was asked of one's own people, or guessed, is no decision; where nobody plays, everything
    is one.
    """
    played = record.heading.played
    nodes = record.nodes.values() if line is None else line
    decided = (node for node in nodes if not is_aside(node))
    return tuple(node for node in decided if not played or node.seat_id in played)


def is_aside(node: Node) -> bool:
    """Return whether a node only asks its seat's own people, or is a guess."""
    return node.decision_text.partition(" ")[0] in ASIDES


def was_gone_back(record: Record) -> bool:
    """Return whether a play ever went back: the fair copy is then not all there is."""
    return len(fair_copy(record)) < len(record.nodes)


def may_end_fair_copy(record: Record) -> bool:
    """Return whether the fair copy is cut short as soon as something is decided otherwise.

    So it is where a play that never came to an end went back for the first time.
    """
    run = fair_copy(record)
    if len(run) < len(record.nodes) or has_looked(record):
        return False
    decided = [at for at, node in enumerate(run) if not is_aside(node)]
    here = next((at for at, node in enumerate(run) if node.id == record.cursor), -1)
    return bool(decided) and here < decided[-1]


def gone_into(record: Record) -> dict[int, int]:
    """Return for each node that has variations the one that was gone into last.

    Deciding goes into a node and all it stands on, and so does moving the cursor there.
    """
    last: dict[int, int] = {}
    for at, line in enumerate(record.lines):
        match line:
            case Node(id=id) if record.nodes.get(id) is line:
                last[id] = at
            case Cursor(on):
                last[on] = at
    ahead: dict[int, int] = {}
    # A node stands in the record after all that it stands on.
    for id, node in reversed(list(record.nodes.items())):
        at, parent = last.get(id, -1), node.parent
        if parent not in ahead or last.get(ahead[parent], -1) < at:
            ahead[parent] = id
        last[parent] = max(last.get(parent, -1), at)
    return ahead

"""What is told of a play whose scenario was changed beside it, in a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence

from game.coach.words_for import counted, listed, sentence
from game.record import Node
from game.session import Carried, Otherwise

MOST_NAMED = 3
"""Files, or values, that are named."""


def changed(written: Sequence[str], gone: Sequence[str] = (), begun: Sequence[str] = ()) -> str:
    """Return which files have changed, which were `begun` since, and which are no more.

    >>> changed(["endings.yaml"]), changed(["a", "b", "c", "d"])
    ('endings.yaml has changed', 'a, b, c and 1 more have changed')
    >>> changed(["endings.yaml"], gone=["events/ice.yaml"])
    'endings.yaml has changed, and events/ice.yaml is gone'
    >>> changed([], begun=["events/thaw.yaml"], gone=["events/ice.yaml"])
    'events/thaw.yaml is new, and events/ice.yaml is gone'
    """
    told = (
        _told(written, "has changed", "have changed"),
        _told(begun, "is new", "are new"),
        _told(gone, "is gone", "are gone"),
    )
    return ", and ".join(filter(None, told))


def _told(files: Sequence[str], of_one: str, of_more: str) -> str:
    if not files:
        return ""
    more = [f"{len(files) - MOST_NAMED} more"] if len(files) > MOST_NAMED else []
    verb = of_one if len(files) == 1 else of_more
    return f"{listed([*files[:MOST_NAMED], *more])} {verb}"


def replayed(
    what: str,
    carried: Carried,
    differs: Otherwise | None,
    answer: tuple[Node, str] | None,
    old_file: str,
) -> tuple[str, ...]:
    """Return what came of a play when files had changed, in sentences.

    `what` says which have, `differs` is where it comes out otherwise, `answer` the first that
    would now be another; `old_file` is where the line of the old version is kept.
    """
    came = _came(carried, differs)
    said = [f"{what}; {came}." if came else f"{what}."]
    if carried.stopped:
        at = carried.line[carried.made]
        where = f"decision {carried.line[carried.made - 1].id}" if carried.made else "the opening"
        said.append(
            f"decision {at.id} ({at.seat_id}: {at.decision_text}) can no longer be taken: "
            f"{carried.stopped}; the play stands at {where}, and the line of the old version is "
            f"kept in {old_file}"
        )
    if answer is not None:
        node, words = answer
        said.append(
            f"{node.seat_id} would now answer otherwise at decision {node.id}: {words}; what was "
            "answered stands"
        )
    if carried.left_out:
        said.append(
            f"{counted(carried.left_out, 'decision')} of other lines could not be taken over"
        )
    return (said[0], *map(sentence, said[1:]))  # a file keeps the first letter of its name


def _came(carried: Carried, differs: Otherwise | None) -> str:
    if not carried.line:
        return "nothing had been decided yet"
    if not carried.made:
        return ""
    made = f"replayed {counted(carried.made, 'decision')}"
    if differs is None:
        return f"{made}, {'all ' if carried.made > 1 else ''}as before"
    node = differs.node
    since = (
        "from the opening on"
        if node is None
        else (f"from decision {node.id} ({node.seat_id}: {node.decision_text}) on")
    )
    what = "; ".join(differs.what[:MOST_NAMED])
    return f"{made}; {since} things stand otherwise{f': {what}' if what else ''}"

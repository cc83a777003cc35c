"""What may be decided: a sequence in a fixed order that is never laid out.

Papers times acts are hundreds of thousands of decisions; a `Head` stands for an act with its
arguments and every paper that may go with it.

>>> head = Head("tactic", "lay", (), spaces=((0, 1), (2,)), bare=False)
>>> [head.nth(k).paper for k in range(len(head))]
[(0, 2), (1, 2)]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Self, overload

from game.negotiation import Package
from game.rules.papers import Papers, Spaces, papers_of
from game.state import Decision

_new = tuple.__new__
"""Makes a decision, or a menu, at a third of the cost of calling its class."""
MOST_ACTS = 1 << 12
"""Acts without papers that are kept: each is on many menus."""


@dataclass(frozen=True, slots=True)
class Head:
    """One act with its arguments, and the papers that may go with it."""

    verb: str
    name: str = ""
    about: tuple[str, ...] = ()
    spaces: Spaces = ()
    bare: bool = True
    """It may also be done without a paper."""
    supposing: bool = False
    """The paper is the text of a `suppose`, not an offer."""
    papers: Papers = field(init=False, compare=False, repr=False)
    alone: Decision = field(init=False, compare=False, repr=False)
    """The act without a paper, whether or not it may be done so."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "papers", papers_of(self.spaces))
        object.__setattr__(self, "alone", Decision(self.verb, self.name, self.about))

    def __len__(self) -> int:
        return self.bare + self.papers.count

    def with_paper(self, paper: Package | None) -> Decision:
        """Return the decision that joins this act to a paper."""
        if paper is None:
            return self.alone
        if self.supposing:
            return Decision(self.verb, self.name, self.about, None, paper)
        return Decision(self.verb, self.name, self.about, paper)

    def nth(self, at: int) -> Decision:
        """Return the decision at a place among this head's, the bare one first."""
        if self.bare:
            if at == 0:
                return self.alone
            at -= 1
        return self.with_nth(at)

    def with_nth(self, at: int) -> Decision:
        """Return the decision that joins this act to the paper at a place."""
        paper = self.papers.nth(at)
        if self.supposing:
            return _new(Decision, (self.verb, self.name, self.about, None, paper))
        return _new(Decision, (self.verb, self.name, self.about, paper, None))

    def place_of(self, decision: Decision) -> int:
        """Return the place of one of this head's decisions, as `nth` counts."""
        paper = decision.suppose if self.supposing else decision.paper
        return 0 if paper is None else self.bare + self.papers.place_of(paper)

    def allows(self, paper: Package | None) -> bool:
        """Return whether this act may go with that paper, or with none."""
        return self.bare if paper is None else paper in self.papers


class Legal(Sequence[Decision]):
    """Every legal decision of one moment: length, membership and n-th without listing them."""

    def __init__(self, heads: Sequence[Head], refused: Sequence[tuple[Head, str]] = ()) -> None:
        self.heads = tuple(heads)
        self.refused = tuple(refused)
        """Acts that exist but may not be done now, each with the reason a player reads."""

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """For each head how many decisions there are up to its last one."""
        return tuple(accumulate(map(len, self.heads)))

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, tuple[str, ...]], Head]:
        return {(h.verb, h.name, h.about): h for h in self.heads}

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, at: int) -> Decision: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Decision]: ...
    def __getitem__(self, at: int | slice) -> Decision | Sequence[Decision]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        ends = self._ends
        if at < 0:
            at += len(self)
        head = bisect_right(ends, at)
        if at < 0 or head == len(ends):
            raise IndexError(at)
        return self.heads[head].nth(at - (ends[head - 1] if head else 0))

    def __iter__(self) -> Iterator[Decision]:
        for head in self.heads:
            for at in range(len(head)):
                yield head.nth(at)

    def __contains__(self, decision: object) -> bool:
        return isinstance(decision, Decision) and self.head_of(decision) is not None

    def head_of(self, decision: Decision) -> Head | None:
        """Return the head that allows a decision; `None` when it is not legal."""
        head = self._by_key.get((decision.verb, decision.name, decision.about))
        if head is None:
            return None
        if head.supposing:
            fits = decision.paper is None and head.allows(decision.suppose)
        else:
            fits = decision.suppose is None and head.allows(decision.paper)
        return head if fits else None

    def place_of(self, decision: Decision) -> int:
        """Return the place of a decision, without going through those before it.

        Raises `ValueError` for one that is not legal.
        """
        head = self.head_of(decision)
        if head is None:
            raise ValueError(f"{decision} is not legal here")
        at = self.heads.index(head)
        return self._ends[at] - len(head) + head.place_of(decision)

    def why_not(self, decision: Decision) -> str:
        """Return why a decision is not legal, in words a player could read."""
        for head, reason in self.refused:
            if (head.verb, head.name) == (decision.verb, decision.name) and (
                not head.about or head.about == decision.about
            ):
                return reason
        known = self._by_key.get((decision.verb, decision.name, decision.about))
        if known is None:
            return "that cannot be decided here and now"
        if not known.spaces:
            return "no paper goes along with that"
        if known.supposing:
            return "that is said of a text that binds nobody, and lays no paper down"
        return "that needs a paper to go along" if decision.paper is None else "not with that paper"


_act = lru_cache(maxsize=MOST_ACTS)(Head)


class Plain(tuple[Decision, ...], Legal):
    """What may be decided where no paper goes along with anything: the decisions, laid out."""

    refused: tuple[tuple[Head, str], ...] = ()

    @classmethod
    def of(cls, decisions: Iterable[Decision], refused: Sequence[tuple[Head, str]] = ()) -> Self:
        """Return decisions as a menu, with what may not be decided now and why."""
        menu = _new(cls, decisions)
        if refused:
            menu.refused = tuple(refused)
        return menu

    @cached_property
    def heads(self) -> tuple[Head, ...]:  # type: ignore[override]  # as such it can be written, too
        """The act of each decision; random play, which makes thousands of menus, asks for none."""
        return tuple([_act(verb, name, about) for verb, name, about, _, _ in self])

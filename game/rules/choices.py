"""Which decisions are legal for each chair at each phase, and why the others are not."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

from game.negotiation import Package
from game.rules import mind, terms
from game.rules.legal import Head, Legal
from game.rules.papers import Spaces
from game.rules.scenes import Choice, Scene
from game.rules.table import Act, Table
from game.scenario.clauses import OfferChange
from game.state import CLAIMANT, HOST, State

NO_PAPER = "no paper lies on the table"
OWN_WORD = "your own word lies there unchanged; sign it, or break off"


class Choices:
    """The legal decisions of every phase; those that look alike are built once."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.lay = next(act.id for act in table.acts if act.kind == "lay")
        self.none = Legal(())
        self.called = Legal((Head("go-home"), Head("stay")))
        self._sitting = lru_cache(maxsize=4096)(_sitting)
        self._scenes: dict[tuple[int, tuple[bool, ...]], Legal] = {}
        self._reply = lru_cache(maxsize=256)(_reply)
        self._none_borne = (False,) * len(table.memorial)
        self._bearing = [(sentence.issue, sentence.borne_by) for sentence in table.memorial]
        self._cessions = [
            (issue, frozenset(option for option, cedes in enumerate(row) if cedes))
            for issue, row in enumerate(table.cession)
            if any(row)
        ]

    def sitting(self, state: State) -> Legal:
        """Return the claimant's choices in a sitting."""
        paper, borne = state.paper, self._none_borne
        if paper is not None:
            borne = tuple([paper[issue] in options for issue, options in self._bearing])
        return self._sitting(
            self.table,
            paper is not None,
            borne,
            state.trust >= terms.PLAIN,
            state.memorial,
            any([state.used[i] for i in self.table.wagers]),
            state.credibility >= terms.BELIEVED,
            state.word is not None,
        )

    def scene(self, scene: Scene, state: State) -> Legal:
        """Return the choices of a scene."""
        open_now = tuple([c.may is None or c.may(state) for c in scene.choices])
        if state.kept:
            kept = tuple(
                [may and not _amends(c) for may, c in zip(open_now, scene.choices, strict=True)]
            )
            open_now = kept if any(kept) else open_now
        key = (scene.index, open_now)
        if key not in self._scenes:
            heads = [Head("choose", scene.id, (c.id,)) for c in scene.choices]
            self._scenes[key] = Legal(
                [head for head, may in zip(heads, open_now, strict=True) if may],
                [
                    (head, "that is not open to you")
                    for head, may in zip(heads, open_now, strict=True)
                    if not may
                ],
            )
        return self._scenes[key]

    def reply(self, state: State) -> Legal:
        """Return the host's choices of answer."""
        paper = state.paper
        return self._reply(
            self.table,
            paper is not None,
            state.kept,
            paper is not None and self._cedes(paper) and not self._has_leave(state),
            state.face < terms.ILL,
            state.wager == 2,
        )

    def _cedes(self, paper: Package) -> bool:
        for issue, options in self._cessions:
            if paper[issue] in options:
                return True
        return False

    def _has_leave(self, state: State) -> bool:
        """Return whether the host may sign a cession: by leave, by what he wrote, or by need."""
        return (
            state.consulted
            or len(state.memorial) >= terms.SENTENCES
            or mind.danger(state) >= terms.DREAD
            or state.sitting >= self.table.sittings
        )


def _amends(choice: Choice) -> bool:
    """Return whether a choice changes the paper; one that is the host's own word it may not."""
    return any(isinstance(effect, OfferChange) for effect in choice.effects)


def _sitting(
    table: Table,
    paper: bool,
    borne: tuple[bool, ...],
    plain: bool,
    memorial: frozenset[int],
    wagered: bool,
    believed: bool,
    word: bool,
) -> Legal:
    free: Spaces = tuple(tuple(range(n)) for n in table.sizes)
    heads: list[Head] = []
    refused: list[tuple[Head, str]] = []
    for act in table.acts:
        if CLAIMANT not in act.seats:
            continue
        match act.kind:
            case "lay":
                heads.append(Head("tactic", act.id, (), free, bare=paper))
            case "argue":
                heads += [Head("tactic", act.id, (g.id,), free) for g in table.grounds]
            case "tell" | "ask":
                heads += [Head("tactic", act.id, (i,), free) for i in table.issues]
            case "rather":
                heads += [
                    Head("tactic", act.id, pair, free) for pair in combinations(table.issues, 2)
                ]
            case "suppose":
                heads.append(Head("tactic", act.id, (), free, bare=False, supposing=True))
            case "memorial":
                _memorial(table, act, borne, plain, memorial, heads, refused)
            case "wager":
                reason = (
                    "a last word can be said only once"
                    if wagered
                    else "a last word needs a paper that he has answered with a word of his own"
                    if not word
                    else "nothing you have done makes your last word believable"
                    if not believed
                    else ""
                )
                if reason:
                    refused.append((Head("tactic", act.id), reason))
                else:
                    heads.append(Head("tactic", act.id, (), free))
            case _:
                heads.append(Head("tactic", act.id, (), free))
    if word:
        heads.append(Head("accept"))
    else:
        refused.append((Head("accept"), "he has given no word that stands"))
    heads.append(Head("go-home"))
    return Legal(heads, refused)


def _memorial(
    table: Table,
    act: Act,
    borne: tuple[bool, ...],
    plain: bool,
    written: frozenset[int],
    heads: list[Head],
    refused: list[tuple[Head, str]],
) -> None:
    for index, sentence in enumerate(table.memorial):
        bearing: Spaces = tuple(
            tuple(sorted(sentence.borne_by)) if i == sentence.issue else tuple(range(n))
            for i, n in enumerate(table.sizes)
        )
        head = Head("tactic", act.id, (sentence.id,), bearing, bare=borne[index])
        reason = (
            "he does not trust you enough to write to the throne with you"
            if not plain
            else "that sentence is written already"
            if index in written
            else "he will carry no more than two sentences of yours"
            if len(written) >= terms.SENTENCES
            else ""
        )
        if reason:
            refused.append((head, reason))
        else:
            heads.append(head)
            if not borne[index]:
                refused.append((head, "the paper does not bear that sentence out"))


def _reply(
    table: Table,
    paper: bool,
    kept: bool,
    must_consult: bool,
    ashamed: bool,
    pressed: bool,
) -> Legal:
    heads: list[Head] = []
    refused: list[tuple[Head, str]] = []
    signing = [Head("accept"), Head("sign-to-disown")]
    if not paper:
        refused += [(head, NO_PAPER) for head in signing]
    elif must_consult:
        refused += [
            (head, "a cession is beyond your powers until an officer has ridden for leave")
            for head in signing
        ]
    elif ashamed and not kept:
        refused += [(head, "after such an affront you cannot be seen to sign") for head in signing]
    else:
        heads += signing
    if must_consult:
        heads.append(Head("consult"))
    else:
        refused.append((Head("consult"), "there is nothing to ask leave for"))
    heads.append(Head("break-off"))
    if kept:
        closed = [Head(verb) for verb in ("refuse", "listen", "fall-ill")]
        closed += [Head("tactic", act.id) for act in table.acts if HOST in act.seats]
        refused += [(head, OWN_WORD) for head in closed]
        return Legal(heads, refused)
    free: Spaces = tuple(tuple(range(n)) for n in table.sizes) if paper else ()
    if paper:
        heads.append(Head("refuse"))
        refused.append((Head("listen"), "a paper lies before you; answer it"))
    else:
        heads.append(Head("listen"))
        refused.append((Head("refuse"), NO_PAPER))
    heads.append(Head("fall-ill"))
    for act in table.acts:
        if HOST not in act.seats:
            continue
        match act.kind:
            case "lay":
                if paper:
                    heads.append(Head("tactic", act.id, (), free, bare=False))
                else:
                    refused.append((Head("tactic", act.id), NO_PAPER))
            case "argue":
                heads += [
                    Head("tactic", act.id, (g.id,), free, bare=not pressed) for g in table.grounds
                ]
            case "tell" | "ask":
                heads += [
                    Head("tactic", act.id, (i,), free, bare=not pressed) for i in table.issues
                ]
            case _:
                heads.append(Head("tactic", act.id, (), free, bare=not pressed))
    return Legal(heads, refused)

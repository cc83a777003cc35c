"""What the claimant may decide in a sitting, and why the rest is closed to him."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from game.rules import terms
from game.rules.legal import Head, Legal
from game.rules.mind import Now
from game.rules.papers import Spaces
from game.rules.table import Act, Sentence, Table
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST

Key = tuple[bool, bool, bool, str, int, frozenset[int], frozenset[str]]
"""What the choices depend on, as `_built` takes it; of sentences borne out, a bit mask."""
Waiting = Mapping[str, tuple[Callable[[Now], bool], str]]
"""By act: what must hold for it to be done, and why it cannot be where that does not hold."""

WAGERED = "a last word can be said only once"
NO_WORD = "a last word needs a paper that {he} has answered with a word of {he.his} own"
NOT_NOW = "that is not open to you"
NOT_BELIEVED = "nothing you have done makes your last word believable"
NONE_WRITTEN = frozenset[int]()
NONE_SHUT = frozenset[str]()


class ClaimantChoices:
    """The choices of a sitting; those that look alike are built once, their heads once for all."""

    def __init__(self, table: Table, waiting: Waiting) -> None:
        self._table = table
        self._waiting = waiting
        self._wagers = table.wagers
        self._bearing = _bearing(table)
        self._acts = [
            (act, [_heads(table, act, laid) for laid in (False, True)])
            for act in table.acts
            if CLAIMANT in act.seats
        ]
        self._no_word = NO_WORD.format(he=table.pronouns[HOST])
        self._shut = {act.id: Head("tactic", act.id) for act in table.acts}
        self._accept, self._go_home = Head("accept"), Head("go-home")
        self._alike: dict[Key, Legal] = {}

    def legal(self, state: Now) -> Legal:
        """Return the choices in a state."""
        paper, word, plain = state.paper, state.word is not None, state.trust >= terms.PLAIN
        borne, written = 0, NONE_WRITTEN
        if plain:
            written = state.memorial
            if paper is not None:
                for issue, bits in self._bearing:
                    borne |= bits[paper[issue]]
        if word:
            no_wager = "" if state.credibility >= terms.BELIEVED else NOT_BELIEVED
        else:
            no_wager = self._no_word
        for index in self._wagers:
            if state.used[index]:
                no_wager = WAGERED
        shut = NONE_SHUT
        if self._waiting:
            shut = frozenset([id for id, (may, _) in self._waiting.items() if not may(state)])
        key = (paper is not None, word, plain, no_wager, borne, written, shut)
        legal = self._alike.get(key)
        if legal is None:
            legal = self._alike[key] = self._built(*key)
        return legal

    def _built(
        self,
        paper: bool,
        word: bool,
        plain: bool,
        no_wager: str,
        borne: int,
        written: frozenset[int],
        shut: frozenset[str],
    ) -> Legal:
        heads: list[Head] = []
        refused: list[tuple[Head, str]] = []
        for act, forms in self._acts:
            if act.id in shut:
                refused.append((self._shut[act.id], self._waiting[act.id][1]))
                continue
            match act.kind:
                case ActKind.MEMORIAL:
                    for index, head in enumerate(forms[False]):
                        is_borne = borne >> index & 1
                        if is_borne:
                            head = forms[True][index]
                        reason = _why_not_written(self._table, index, plain, written)
                        if reason:
                            refused.append((head, reason))
                            continue
                        heads.append(head)
                        if not is_borne:
                            refused.append((head, "the paper does not bear that sentence out"))
                case ActKind.WAGER:
                    if no_wager:
                        refused.append((self._shut[act.id], no_wager))
                    else:
                        heads += forms[paper]
                case _:
                    heads += forms[paper]
        if word:
            heads.append(self._accept)
        else:
            refused.append((self._accept, self._table.no_word))
        heads.append(self._go_home)
        return Legal(heads, refused)


def _heads(table: Table, act: Act, laid: bool) -> list[Head]:
    """Return the heads of an act, once for each thing that it can be about.

    `laid` tells that a paper lies on the table; of a sentence, that the paper bears it out.
    """
    free: Spaces = tuple(tuple(range(n)) for n in table.sizes)
    match act.kind:
        case ActKind.LAY:
            return [Head("tactic", act.id, (), free, bare=laid)]
        case ActKind.ARGUE:
            return [Head("tactic", act.id, (g.id,), free) for g in table.grounds]
        case ActKind.TELL | ActKind.ASK:
            return [Head("tactic", act.id, (i,), free) for i in table.issues]
        case ActKind.RATHER:
            return [Head("tactic", act.id, pair, free) for pair in combinations(table.issues, 2)]
        case ActKind.SUPPOSE:
            return [Head("tactic", act.id, (), free, bare=False, supposing=True)]
        case ActKind.MEMORIAL:
            return [
                Head("tactic", act.id, (s.id,), _bearing_out(table, s), bare=laid)
                for s in table.memorial
            ]
        case _:
            return [Head("tactic", act.id, (), free)]


def _bearing(table: Table) -> list[tuple[int, tuple[int, ...]]]:
    """Return, for issues of the memorial, the sentences that each option bears out, as bits."""
    return [
        (
            issue,
            tuple(
                sum(
                    1 << index
                    for index, sentence in enumerate(table.memorial)
                    if sentence.issue == issue and option in sentence.borne_by
                )
                for option in range(table.sizes[issue])
            ),
        )
        for issue in sorted({sentence.issue for sentence in table.memorial})
    ]


def _bearing_out(table: Table, sentence: Sentence) -> Spaces:
    return tuple(
        tuple(sorted(sentence.borne_by)) if i == sentence.issue else tuple(range(n))
        for i, n in enumerate(table.sizes)
    )


def _why_not_written(table: Table, index: int, plain: bool, written: frozenset[int]) -> str:
    he = table.pronouns[HOST]
    if not plain:
        return f"{he} does not trust you enough to write {he.his} {table.words.memorial} with you"
    if len(written) >= terms.SENTENCES:
        return f"{he} will carry no more than two sentences of yours"
    return "that sentence is written already" if index in written else ""

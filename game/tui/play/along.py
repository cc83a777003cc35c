"""Whether the draft goes along with the next act, in words: how it stands, and then the key."""

from __future__ import annotations

from dataclasses import dataclass

from game.state import HOST

WORSE = "worse than none"
NOTHING = "nothing that can be done now takes one along"


@dataclass(frozen=True, slots=True)
class Along:
    """How it stands with the draft of a chair."""

    seat: int
    carries: bool
    was_turned: bool
    """Whether the last change of the draft made it go along."""
    can_go: bool = True
    """Whether anything can be done now with which it could go along."""
    is_worse: bool = False
    """Whether it is worth less to the chair than no paper."""

    @property
    def can_turn(self) -> bool:
        """Whether a key does anything with it: what goes along can be kept back at any time."""
        return self.can_go or self.carries

    @property
    def beside_the_acts(self) -> str:
        """What the title of the acts says of it.

        >>> Along(HOST, False, False).beside_the_acts
        ' · word in the sleeve'
        >>> Along(HOST, True, False, is_worse=True).beside_the_acts
        ' · with your word, worse than none'
        """
        paper = self._paper
        if self.is_worse:
            # Shorter in the sleeve: the title of a narrow pane has no room for more.
            return f" · {f'with your {paper}' if self.carries else 'in the sleeve'}, {WORSE}"
        return f" · with your {paper}" if self.carries else f" · {paper} in the sleeve"

    def in_the_foot(self, key: str) -> str:
        """Return what the foot of the draft says of it.

        >>> Along(HOST, False, False).in_the_foot("p")
        'in the sleeve (p: let it go along)'
        >>> Along(HOST, False, False, can_go=False).in_the_foot("p")
        'in the sleeve'
        """
        if not self.can_turn:
            return "in the sleeve"
        if not self.carries:
            return f"in the sleeve ({self.turned_by(key)})"
        how = "changed: it now goes along" if self.was_turned else "goes along with the act"
        return f"{how} ({self.turned_by(key)})"

    def turned_by(self, key: str) -> str:
        """Return what a key does with it.

        >>> Along(HOST, True, False).turned_by("p")
        'p: keep it back'
        """
        return f"{key}: {'keep it back' if self.carries else 'let it go along'}"

    def told(self, key: str) -> str:
        """Return in full how it stands, where that has just turned.

        >>> Along(HOST, True, True).told("p")
        'Changed: your word now goes along with the next act. p: keep it back.'
        >>> Along(HOST, False, False).told("p")
        'Your word stays in the sleeve. p: let it go along.'
        >>> Along(HOST, False, False, can_go=False).told("p")
        'Your word stays in the sleeve: nothing that can be done now takes one along.'
        """
        if not self.can_turn:
            return f"Your {self._paper} stays in the sleeve: {NOTHING}."
        turned = f"{self.turned_by(key)}."
        if not self.carries:
            return f"Your {self._paper} stays in the sleeve. {turned}"
        if self.was_turned:
            return f"Changed: your {self._paper} now goes along with the next act. {turned}"
        return f"Your {self._paper} goes along with the next act. {turned}"

    @property
    def _paper(self) -> str:
        return "word" if self.seat == HOST else "paper"

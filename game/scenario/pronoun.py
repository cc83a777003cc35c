"""How the engine's sentences speak of somebody once he or she has been named.

>>> she = Pronoun.SHE
>>> f"{she.cap} signs, and {she.his} people with {she.him}: a {she.man} of her word"
'She signs, and her people with her: a woman of her word'
"""

from __future__ import annotations

from enum import StrEnum


class Pronoun(StrEnum):
    """The word that stands for somebody; the properties are its other forms.

    They bear the names of the masculine forms, as those are plainly apart where the feminine are
    not: `him` and `his` are both “her”.
    """

    HE = "he"
    """A man."""
    SHE = "she"
    """A woman."""

    @property
    def cap(self) -> str:
        """The word where it begins a sentence: `He`."""
        return self.value.capitalize()

    @property
    def him(self) -> str:
        """Where something is done to somebody: `him`, `her`."""
        return "him" if self is Pronoun.HE else "her"

    @property
    def his(self) -> str:
        """What is owned, before its noun: `his`, `her`."""
        return "his" if self is Pronoun.HE else "her"

    @property
    def his_own(self) -> str:
        """What is owned, with no noun after it: `his`, `hers`."""
        return "his" if self is Pronoun.HE else "hers"

    @property
    def man(self) -> str:
        """`man`, `woman`."""
        return "man" if self is Pronoun.HE else "woman"

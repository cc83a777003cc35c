"""Many small numbers and texts in one large number, and out of it again, without a bit to spare.

>>> packing = Packing()
>>> packing.put(4, of=7)
>>> packing.put_text("ussuri")
>>> packed = Unpacking(packing.number)
>>> packed.take(of=7), packed.take_text(), packed.is_empty
(4, 'ussuri', True)
"""

from __future__ import annotations

from game.errors import CodeError

_USUAL = "abcdefghijklmnopqrstuvwxyz0123456789-=,. "
"""What ids, seeds and the words of decisions are made of."""
_BYTE, _DIGIT = 256, 8


class Packing:
    """Takes numbers and texts, one after the other."""

    def __init__(self) -> None:
        self.taken: list[tuple[int, int]] = []
        """Each number with how many there are of it."""
        self.bits = 0
        """At least so many does it take."""

    @property
    def number(self) -> int:
        """Everything that was put in, the first thing lowest; cost in proportion to its square."""
        number = 1  # shows where it ends
        for value, of in reversed(self.taken):
            number = number * of + value
        return number

    def put(self, value: int, of: int) -> None:
        """Put in one of so many numbers, from 0."""
        if not 0 <= value < of:
            raise ValueError(f"{value} is none of {of}")
        self.taken.append((value, of))
        self.bits += of.bit_length() - 1

    def put_count(self, count: int) -> None:
        """Put in a number from 0 up, of any size."""
        while count >= _DIGIT:
            self.put(_DIGIT + count % _DIGIT, 2 * _DIGIT)
            count //= _DIGIT
        self.put(count, 2 * _DIGIT)

    def put_text(self, text: str) -> None:
        """Put in any text."""
        places = [_USUAL.find(character) for character in text]
        usual = min(places, default=0) >= 0
        self.put(int(usual), 2)
        raw = places if usual else list(text.encode("utf-8", "surrogatepass"))
        self.put_count(len(raw))
        for place in raw:
            self.put(place, len(_USUAL) if usual else _BYTE)


class Unpacking:
    """Gives back what was put in; the first thing first.

    Raises `CodeError` where there is nothing more.
    """

    def __init__(self, number: int) -> None:
        self._rest = number

    @property
    def is_empty(self) -> bool:
        """Whether everything was taken out."""
        return self._rest == 1

    def take(self, of: int) -> int:
        """Take out one of so many numbers, from 0."""
        self._rest, value = divmod(self._rest, of)
        if not self._rest:
            raise CodeError("this code holds no whole play")
        return value

    def take_count(self) -> int:
        """Take out a number from 0 up."""
        count, unit = 0, 1
        while (digit := self.take(2 * _DIGIT)) >= _DIGIT:
            count += (digit - _DIGIT) * unit
            unit *= _DIGIT
        return count + digit * unit

    def take_text(self) -> str:
        """Take out a text."""
        usual = self.take(2)
        length = self.take_count()
        if length > self._rest.bit_length():  # each of its characters takes more than a bit
            raise CodeError("this code holds no whole play")
        raw = [self.take(len(_USUAL) if usual else _BYTE) for _ in range(length)]
        if usual:
            return "".join(_USUAL[place] for place in raw)
        try:
            return bytes(raw).decode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            raise CodeError("this code holds no whole play") from error

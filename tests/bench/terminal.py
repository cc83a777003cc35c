"""A terminal for programs under measurement: what pyte lacks, and answers to their questions."""

import re
from typing import Any

import pyte

QUERY = re.compile(
    rb"\x1b\[(?P<pre>[?>=]?)(?P<par>[\d;]*)(?P<fin>\$p|c|n|q|t|u)"
    rb"|\x1b\](?P<osc>4;\d+|10|11|12);\?(?:\x07|\x1b\\)"
    rb"|\x1bP(?P<dcs>\+q|\$q)[^\x1b]*\x1b\\"
)
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]][^\x07\x1b]*\x1b?|[ -/]*)?\Z")
STRINGS = re.compile(rb"\x1b[P_^X][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
CSI = re.compile(rb"\x1b\[([<=>?]?)([\d;:]*)([ -/]*)([@-~])")
BLANK = b"\x1b[0m\x1b[2J\x1b[H"
ALTERNATE = {b"1049", b"47", b"1047"}
KNOWN_MODES = (b"2004", b"25", b"1049", b"2026")

Picture = tuple[tuple[tuple[Any, ...], ...], tuple[int, int] | None]
"""Every cell with its colours, and the cursor unless it is hidden."""


class Terminal:
    """A screen that bytes are fed to."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._carry = b""
        self._picture = self.picture()

    def feed(self, data: bytes) -> bool:
        """Parse bytes; return whether the picture differs from before."""
        data = self._carry + data
        cut = UNFINISHED.search(data, max(0, len(data) - 8192))
        self._carry, data = (cut.group(0), data[: cut.start()]) if cut else (b"", data)
        self._stream.feed(_plain(data))
        before, self._picture = self._picture, self.picture()
        return before != self._picture

    def picture(self) -> Picture:
        """Return what is to be seen now."""
        buffer, cursor = self.screen.buffer, self.screen.cursor
        cells = tuple(tuple(buffer[y][x] for x in range(self.columns)) for y in range(self.rows))
        return cells, None if cursor.hidden else (cursor.x, cursor.y)

    def text(self) -> str:
        """Return the screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def answer(self, query: re.Match[bytes]) -> bytes:
        """Return what a plain xterm says to a question."""
        pre, par, fin = query["pre"], query["par"], query["fin"]
        if query["osc"]:
            part = b"e0e0" if query["osc"] == b"10" else b"1212"
            return b"\x1b]%s;rgb:%s\x1b\\" % (query["osc"], b"/".join([part] * 3))
        if query["dcs"]:
            return b"\x1bP0%sr\x1b\\" % query["dcs"][:1]
        match fin:
            case b"$p":
                state = b";2" if par in KNOWN_MODES else b";0"
                return b"\x1b[" + pre + par + state + b"$y"
            case b"c":
                return {b"": b"\x1b[?62;22c", b">": b"\x1b[>1;10;0c"}.get(pre, b"")
            case b"n" if par == b"5":
                return b"\x1b[0n"
            case b"n" if par == b"6":
                at = b"%d;%d" % (self.screen.cursor.y + 1, self.screen.cursor.x + 1)
                return b"\x1b[" + pre + at + b"R"
            case b"q" if pre == b">":
                return b"\x1bP>|ttyprobe\x1b\\"
            case b"t" if par == b"18" and not pre:
                return b"\x1b[8;%d;%dt" % (self.rows, self.columns)
        return b""


def _plain(data: bytes) -> bytes:
    """Rewrite what pyte cannot parse; keep everything that affects the picture."""
    return CSI.sub(_rewritten, STRINGS.sub(b"", data))


def _rewritten(sequence: re.Match[bytes]) -> bytes:
    pre, par, middle, fin = sequence.groups()
    if pre == b"?" and fin in b"hl" and ALTERNATE & set(par.split(b";")):
        return BLANK
    if middle or (pre and not (pre == b"?" and fin in b"hlJK")):
        return b""
    if b":" not in par:
        return sequence.group(0)
    colours = re.sub(rb"4:\d", b"4", par).replace(b":", b";")
    return b"\x1b[" + colours + fin

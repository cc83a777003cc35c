"""Whether a decision that was shown can be lost: plays are killed while they are being written.

A child of this process plays on without end and tells through a pipe what it has shown; it is
killed at a moment drawn by lot, in a write or in an fsync as well as between. The system takes a
line whole or not at all; so every second child hands it over in pieces, that lines may be torn.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from game.cli.seating import seating
from game.errors import AmurError
from game.files.plays import KeptPlay, heading_for, resume_play, start_play
from game.files.record_lines import line_text
from game.files.records import read_record
from game.record import OPENING, Name, Note, Promotion, verify
from game.session import Session
from tests.proof.claim import Claim
from tests.proof.plays import rules

LINES = 40
"""Lines of the play that is killed."""
AT_MOST, WHILE_BEGUN = 12, 3
"""Lines for which there is time before a play is killed; the same where it has not begun yet."""
PIECE = 5
"""Bytes that are written at once where lines are to be torn."""
PAUSE = 50
"""Microseconds between two pieces."""
BEGUN = 5
"""Every so many plays one is killed that has only just begun, or is about to."""
SEED, SEAT = "1858", "muraviev"
CLOSING = ("accept", "break-off", "go-home", "sign-to-disown")


class Killed(NamedTuple):
    """What came of one kill."""

    trouble: str
    """What was lost or wrong; empty when nothing was."""
    is_torn: bool
    """A line was torn off."""
    shown: int
    """Lines that were shown before the kill."""
    unshown: int
    """Lines that were kept and not yet shown."""


def claims(kills: int, workers: int) -> Iterator[Claim]:
    """Yield what so many kills come to."""
    if not hasattr(os, "fork"):
        return
    played()  # before the workers are forked
    with ProcessPoolExecutor(workers) as pool:
        all_killed = list(pool.map(killed, range(kills), chunksize=25))
    trouble = [one.trouble for one in all_killed if one.trouble]
    shown = sum(one.shown for one in all_killed)
    figure = f"{len(trouble)} of {kills:,} kills lost or spoilt one of {shown:,} shown"
    if trouble:
        figure += f"; the first: {trouble[0]}"
    yield Claim(f"lines lost of plays of {LINES} lines that are killed", figure, "0", not trouble)
    whole, pieces = all_killed[::2], all_killed[1::2]
    torn = [sum(one.is_torn for one in some) for some in (whole, pieces)]
    amid = sum(bool(one.unshown) or one.is_torn for one in all_killed)
    yield Claim(
        "kills amid a decision, after its line was kept or while it was written",
        f"{amid}; lines torn: {torn[0]} of {len(whole)} that the system was handed whole,"
        f" {torn[1]} of {len(pieces)} in pieces of {PIECE} bytes",
        "told",
        holds=True,
    )


def killed(number: int) -> Killed:
    """Kill a play at a moment that the number draws, and look at what is left of it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "play.amur"
        if number % BEGUN:
            path.write_bytes(played().data)
        before = len(read_record(path).record.lines) if number % BEGUN else 0
        shown = shown_by_killed_child(path, number)
        if not path.exists():
            lost = "a play that was shown is not there" if shown else ""
            return Killed(lost, is_torn=False, shown=0, unshown=0)
        try:
            return left(path, before, shown)
        except AmurError as error:
            return Killed(str(error), is_torn=False, shown=len(shown), unshown=0)


def left(path: Path, before: int, shown: list[str]) -> Killed:
    """Return what is left of a killed play; it is read, replayed whole and played on."""
    reading = read_record(path)
    texts = [line_text(line) for line in reading.record.lines[before:]]
    shown = [text for text in shown if text]  # that it was begun is shown by an empty line
    trouble = ""
    if texts[: len(shown)] != shown:
        trouble = f"shown were {len(shown)} lines and kept {len(texts)}, or others"
    elif len(reading.notices) > reading.torn:
        trouble = reading.notices[0]
    elif verify(rules(), reading.record):
        trouble = verify(rules(), reading.record)[0].reason
    with resume_play(lambda heading: rules(), path, seating) as play:
        trouble = trouble or "; ".join(play.session.notices)
        play.session.advance()
        act(play.session, Random(0))
        kept = play.session.record.lines
    again = read_record(path)
    if not trouble and (again.record.lines, again.notices) != (kept, ()):
        trouble = f"played on it does not read the same: {again.notices}"
    return Killed(trouble, reading.torn, len(shown), len(texts) - len(shown))


def shown_by_killed_child(path: Path, number: int) -> list[str]:
    """Let a child play on, kill it, and return the lines that it had shown."""
    lot = Random(f"kill {number}")
    outlet, inlet = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(outlet)
        _play_on(path, inlet, lot, in_pieces=bool(number % 2))
    os.close(inlet)
    with open(outlet, "rb") as pipe:
        ready = pipe.read(1)
        time.sleep(lot.random() * (AT_MOST if number % BEGUN else WHILE_BEGUN) * played().pace)
        os.kill(child, signal.SIGKILL)
        said = pipe.read().decode("utf-8")
    _, status = os.waitpid(child, 0)
    if ready != b"." or os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise AssertionError(f"play {number} ended by itself: {said[-2000:]}")
    return said.split("\n")[:-1]


def _play_on(path: Path, inlet: int, lot: Random, *, in_pieces: bool) -> None:
    """Play without end, and show each line when it is kept."""
    try:
        if in_pieces:
            _write_in_pieces(inlet)
        if path.exists():
            play = resume_play(lambda heading: rules(), path, seating)
            os.write(inlet, b".")
        else:
            os.write(inlet, b".")
            play = begun(path)
            os.write(inlet, b"\n")
        shown = len(play.session.record.lines)
        while True:
            act(play.session, lot)
            for line in play.session.record.lines[shown:]:
                os.write(inlet, f"{line_text(line)}\n".encode())
            shown = len(play.session.record.lines)
    except BaseException as error:  # noqa: BLE001 (the parent says it)
        os.write(inlet, f"!{error!r}".encode())
    finally:
        os._exit(1)


def _write_in_pieces(inlet: int) -> None:
    """Have everything written a few bytes at a time, slowly, but for what is shown."""
    whole = os.write

    def in_pieces(file: int, data: bytes) -> int:
        if file == inlet:
            return whole(file, data)
        time.sleep(PAUSE / 1_000_000)
        return whole(file, data[:PIECE])

    os.write = in_pieces  # type: ignore[assignment]


def begun(path: Path) -> KeptPlay:
    """Begin the play."""
    return start_play(rules(), heading_for(rules(), SEED, SEAT), seating, path)


def act(session: Session, lot: Random) -> None:
    """Decide, or go somewhere else, or remark on something."""
    nodes = [OPENING, *session.record.nodes]
    number = lot.random()
    session.advance()
    if session.is_over or number < 0.2:
        session.go_to(lot.choice(nodes))
        session.advance()
    elif number < 0.3:
        session.undo()
    elif number < 0.35:
        node = lot.choice(nodes)
        session.remark(lot.choice((Name(node, "Здесь"), Note(node, "why?"), Promotion(node))))
    else:
        legal = session.legal()
        heads = [head for head in legal.heads if head.verb not in CLOSING] or legal.heads
        head = lot.choice(heads)
        session.decide(head.nth(lot.randrange(len(head))))


class Played(NamedTuple):
    """The play that is killed."""

    data: bytes
    """Its file."""
    pace: float
    """Seconds that a line of it took on this disk, on average."""


@cache
def played() -> Played:
    """Play until there are `LINES` lines."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "play.amur"
        lot = Random("the play that is killed")
        with begun(path) as play:
            started = time.perf_counter()
            while len(play.session.record.ends()) < LINES:
                act(play.session, lot)
            took = time.perf_counter() - started
            return Played(path.read_bytes(), took / len(play.session.record.lines))

"""One game being played: a record, a cursor in it, and who decides for the seats."""

from game.record import LOOKED
from game.session.playing import Session
from game.session.walking import Keep, Walk

__all__ = ["LOOKED", "Keep", "Session", "Walk"]

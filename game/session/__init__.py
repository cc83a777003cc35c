"""One game being played: a record, a cursor in it, and who decides for the seats."""

from game.record import LOOKED
from game.session.carrying import Carried, carried
from game.session.differing import Otherwise, other_answer, otherwise, recorded_otherwise
from game.session.playing import Session
from game.session.walking import Keep, Walk

__all__ = [
    "LOOKED",
    "Carried",
    "Keep",
    "Otherwise",
    "Session",
    "Walk",
    "carried",
    "other_answer",
    "otherwise",
    "recorded_otherwise",
]

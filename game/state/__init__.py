"""What is true at one moment of a play.

Everything here is made of whole numbers, ids and tuples of them: immutable,
hashable and equal by content, so that a branch, an undo or a what-if is only
an earlier value that somebody still holds.

Values are in hundredths of a point. A *package* names its options by their
index in the order of the scenario; its text form names them by id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from game.negotiation import Package
from game.state.parts import (
    ENDS_OF_TALKS,
    Deal,
    Ended,
    Fortune,
    Man,
    Order,
    Phase,
    Reply,
    Verdict,
)

__all__ = [
    "ASIDES",
    "BUILT_IN",
    "BY_PLACE",
    "CLAIMANT",
    "ENDS_OF_TALKS",
    "FIELDS",
    "HOST",
    "LONG_AGO",
    "OF_SEASONS",
    "Deal",
    "Decision",
    "Ended",
    "Entry",
    "Fortune",
    "Man",
    "Order",
    "Phase",
    "Reply",
    "State",
    "Turn",
    "Verdict",
    "View",
    "emptied",
]

CLAIMANT, HOST = 0, 1
"""The two chairs at a table: who came with a demand, and whose house it is."""

BUILT_IN = ("face", "trust", "credibility", "patience", "coerced", "caution")
"""Tracks that every table has, in the order in which they are told; an author labels them but
does not make them."""

LONG_AGO = -99
"""The sitting of a courtesy that never was."""


ASIDES = ("forecast", "expect")
"""What a seat may ask or guess beside what it decides: nothing at the table moves by it."""


class Decision(NamedTuple):
    """What a seat does when asked; the text form is the one architecture section 5 fixes."""

    verb: str
    """`tactic`, `choose`, `forecast`, `expect`, and those that stand alone: `accept`, `refuse`,
    `consult`, `listen`, `fall-ill`, `sign-to-disown`, `break-off`, `go-home`, `stay`."""
    name: str = ""
    """The act of a `tactic`, the event of a `choose`; empty otherwise."""
    about: tuple[str, ...] = ()
    """The act's arguments or the choice, by id; the words of a guess as they were written."""
    paper: Package | None = None
    """What is laid down, given as a word, or weighed; `None` where nothing goes along."""
    suppose: Package | None = None
    """The text of a `suppose`, which binds nobody."""


@dataclass(frozen=True, kw_only=True)
class State:
    """Everything that may change, at one moment.

    It keeps its fields in a mapping of its own, since copying one mapping is the cheapest way to
    get from a state to the next; nothing outside the rules' `Moment` ever reaches that mapping.
    """

    seed: str
    """Draws the men and all luck; empty in a view."""
    men: tuple[Man | None, Man | None]
    """Claimant and host; `None` in a view that may not know the man."""
    fortune: Fortune | None = None
    """`None` in a view."""
    phase: Phase = Phase.SITTING
    seat: int = CLAIMANT
    """Who is to decide: `CLAIMANT` or `HOST`."""
    sitting: int = 0
    """The sitting that is being held, from 1."""
    scene: int = -1
    """Index of the scene that waits for a choice; -1 when none does."""

    face: int
    """How the host stands before others, `0..100` points."""
    trust: int
    """The host's trust in the claimant, `0..100` points."""
    credibility: int
    """How far the claimant's threats and last words are believed, `0..100` points."""
    patience: int
    """The host's patience, in points; at 0 or below he may break off."""
    caution: int = 0
    """How alarmed the claimant's capital is, `0..100` points."""
    coerced: int = 0
    """How well the host can claim that he was forced, `0..100` points."""
    shown: int = 0
    """Danger added by the claimant's own menace, in hundredths."""
    menace: int = 0
    """The same as the claimant reckons it: as it would reach the common man."""
    pressure: int = 0
    """Acts of pressure so far."""
    ground_danger: int = 0
    """Danger from what stood before the talks and from scenes, in hundredths."""
    news: bool = False
    """The courier has come."""
    warned: bool = False
    """The claimant had said what the news then proved."""
    sore: bool = False
    """Guns came after the last courtesy: the next one mends that, and earns no trust."""
    courted: int = LONG_AGO
    """Sitting of the last courtesy."""
    hope: tuple[int, int]
    """What each seat still hopes to keep above its walk-away, in hundredths."""
    ledger: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Wear of the host's hope by trade, talk and clock, and his walk-away's fall by menace."""

    paper: Package | None = None
    """What the claimant last laid down."""
    previous: Package | None = None
    """What he laid down before that."""
    first: Package | None = None
    """What he laid down first."""
    ladder: int = -1_000_000
    """The best that the host has been credited with, in hundredths of his own scale."""
    papers: int = 0
    """Papers laid down so far, those that a scene amended among them."""
    word: Package | None = None
    """The host's standing word, which he signs if it is laid down unchanged."""
    said: Package | None = None
    """The last word he gave, also when it no longer stands."""
    provoked: bool = False
    """He need not keep to what he said: he was threatened, or something was taken back."""
    reply: Reply = Reply.NONE
    """The host's answer in the last sitting that he answered."""
    gave: frozenset[int] = frozenset()
    """Issues on which the claimant has given ground since his first paper."""
    wanted: tuple[int, ...]
    """For each issue the options the claimant has asked for in some paper, as a bit mask."""
    asked: frozenset[int] = frozenset()
    """Issues of which the claimant asked why."""
    told: frozenset[int] = frozenset()
    """Issues of which the claimant said how much they weigh."""
    grounds: frozenset[int] = frozenset()
    """Grounds that the claimant has argued, by index."""
    memorial: frozenset[int] = frozenset()
    """Sentences of the host's memorial that are written, by index."""
    used: tuple[int, ...]
    """How often each act was used, in the scenario's order of acts."""
    question: int = -1
    """Index of the issue the host asked about and that still waits for an answer; -1 if none."""
    answered: bool = False
    """The host's question was answered: he answers the next one as if he trusted."""
    pleaded: bool = False
    """The host's plea was made; a second one moves nobody."""
    cited: frozenset[int] = frozenset()
    """Grounds that the host has cited against the claimant."""
    conceded: int = -1
    """The claimant's own value of the host's best word so far, in hundredths; -1 before one."""
    consulted: bool = False
    """The host has consulted his officers, and may sign a cession."""
    kept: bool = False
    """The paper on the table is the host's own word."""
    wager: int = 0
    """Sittings for which an ultimatum is still open."""
    called: bool = False
    """An ultimatum was called; the claimant stays diminished."""
    ill: int = 0
    """Sittings that the host kept to his bed."""
    learned: tuple[int, ...]
    """What the claimant was told of each issue's weight, in per cent; 0 when nothing."""
    heard_need: int = -1
    """Index of the need the claimant was told of; -1 when none."""
    heard_ground: int = -1
    """Index of the ground that the claimant was told the host can use; -1 when none."""
    heard_temper: int = -1
    """Index of the temperament that the claimant saw in him; -1 when none."""
    heard_mood: int | None = None
    """How much worse (+) or better (-) the crisis looks to the court, as the claimant heard."""
    supposed: tuple[Package, int] | None = None
    """The last supposed text and how he took it: 3 warm, 2 not cold, 1 cool, 0 cold."""
    forecasts: tuple[int, int] = (0, 0)
    """The sitting in which each seat last asked for a forecast."""

    transcript: tuple[Decision, ...] = ()
    """What was decided at the table before both, by sittings: the claimant's, then the host's."""
    levels: tuple[int, ...]
    """The author's own tracks, in the scenario's order."""
    notes: frozenset[str] = frozenset()
    """What scenes have noted: the author's notes, `scene.choice` and `risk.id`."""
    met: frozenset[int] = frozenset()
    """Scenes that have been met, by index."""
    due: tuple[tuple[int, int], ...] = ()
    """Scenes that are scheduled, as (scene, sitting)."""
    guesses: tuple[tuple[int, str], ...] = ()
    """What a seat wrote down to be held against what came, as (seat, guess)."""
    treaty: Package | None = None
    """What was signed."""
    ended: Ended | None = None
    """`None` while the talks go on."""
    disowned: bool = False
    """The host signed in order to disown."""

    turn: int = 0
    """The season that passes, from 1; 0 where the scenario has none."""
    at: int = 0
    """The table that is sat at, from 1; 0 in a season."""
    leverage: int = 0
    """By what the seasons weighed on the host when the talks opened, in hundredths."""
    left: int = 0
    """Actions that are left in this season."""
    met_now: int = 0
    """Scenes that have come in this season."""
    drawn: bool = False
    """It is drawn whether a scene comes in this season that need not."""
    away: int = 0
    """Seasons for which whoever decides is still away."""
    orders: tuple[Order, ...] = ()
    """What stands as ordered, one for each action of a season."""
    done: tuple[int, ...] = ()
    """How often each order was carried out, in the scenario's order of actions and targets."""
    lately: tuple[tuple[int, ...], ...] = ()
    """Actions carried out in the last season and in this, by index; what fades reads them."""
    stood: tuple[int, ...] = ()
    """Where each of the author's own tracks stood as the season opened; in a view, as heard."""
    bents: tuple[int, ...] = ()
    """The lots by which those are bent who report what is rumoured; none where they err not."""
    coming: tuple[tuple[int, int], ...] = ()
    """What comes later, as (season, what)."""
    lived: frozenset[int] = frozenset()
    """Scenes of the seasons that have been met, by index."""
    appointed: tuple[tuple[int, int], ...] = ()
    """Scenes of the seasons that are scheduled, as (scene, season)."""
    deals: tuple[Deal, ...] = ()
    """What came of the tables so far."""
    book: tuple[tuple[int, int], ...] = ()
    """The ledger of the toll, as (season, entry)."""
    foretold: tuple[tuple[int, int], ...] = ()
    """What advisers foretold and is not yet due, as (season, prediction)."""
    proved: tuple[tuple[int, int], ...] = ()
    """For each adviser of the seasons, how often he was right and how often he foretold."""

    @classmethod
    def holding(cls, fields: dict[str, Any]) -> State:
        """Return the state of these fields; the mapping is the state's own from now on."""
        state = object.__new__(cls)
        object.__setattr__(state, "__dict__", fields)
        return state

    def _replace(self, **changes: Any) -> State:
        """Return the same state but for some fields, as named tuples do.

        Raises `TypeError` for a field that no state has.
        """
        fields = {**self.__dict__, **changes}
        if len(fields) != len(self.__dict__):
            raise TypeError(f"a state has no {', '.join(changes.keys() - self.__dict__.keys())}")
        return State.holding(fields)


FIELDS = tuple(State.__dataclass_fields__)
"""The names of a state's fields, in their order."""
BY_PLACE = (
    "orders",
    "done",
    "lately",
    "stood",
    "bents",
    "coming",
    "lived",
    "appointed",
    "book",
    "foretold",
    "proved",
)
"""Fields of the seasons that go by the places of tracks, orders and scenes in an author's lists."""
OF_SEASONS = ("left", "met_now", "drawn", "away", *BY_PLACE)
"""All fields that seasons alone fill; at a table they wait, and its host sees nothing of them."""


def emptied(names: Iterable[str]) -> dict[str, Any]:
    """Return some fields, by name, as they are while nothing has filled them."""
    return {name: State.__dataclass_fields__[name].default for name in names}


class Entry(NamedTuple):
    """One thing that happened, in the past tense, and why."""

    what: str
    """Stable kind, such as `hope-worn` or `replied`."""
    data: tuple[tuple[str, int | str | Package | None], ...]
    because: str
    """The clause or rule that brought it about, such as `act dinner` or `rule clock`."""
    seen_by: tuple[int, ...] = (CLAIMANT, HOST)


class Turn(NamedTuple):
    """What follows a decision, and what it brought about."""

    state: State
    entries: tuple[Entry, ...]


class View(NamedTuple):
    """What one seat may see of a state: the rest is masked, and the seed with it."""

    seat: int
    state: State

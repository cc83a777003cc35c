"""What advisers foretell before scenes of the seasons, and how it is held against them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.rules.moment import Log, Moment
from game.rules.scenes import Condition
from game.scenario import Expression
from game.scenario.campaign_model import Campaign
from game.scenario.event_model import Event
from game.scenario.expressions import names_used
from game.state import Ended


class Prediction(NamedTuple):
    """What an adviser foretold of one choice, or of every other."""

    adviser: int
    """Among the advisers of the seasons."""
    event: str
    is_otherwise: bool
    """It is of every choice but his own."""
    expects: Condition
    within: int
    signing: tuple[int, ...]
    """The tables, by their places, at which he spoke of a signature."""


class Foretold(NamedTuple):
    """What was foretold before a choice is made."""

    of_it: tuple[int, ...]
    """Of this choice, by the places of the predictions."""
    of_others: tuple[int, ...]
    """By the places of those advisers who foretold something only of another choice."""


class Counsels:
    """All that the advisers of the seasons of one campaign foretell."""

    def __init__(self, campaign: Campaign, condition: Callable[[Expression], Condition]) -> None:
        seated = {id: a for id, a in campaign.advisers.items() if a.table is None}
        self.advisers = tuple(seated)
        self.predictions: list[Prediction] = []
        self._condition = condition
        self._signed = {f"signed.{table}": at for at, table in enumerate(campaign.tables)}
        self._is_there = tuple(
            condition(each.when) if each.when is not None else None for each in seated.values()
        )
        self._placed: dict[tuple[str, str, bool], int] = {}

    def foretold(self, scene: str, event: Event, choice: str) -> Foretold:
        """Keep what advisers foretell before a choice, and return the places of it."""
        return Foretold(
            tuple(self._of_it(scene, event, choice)), tuple(self._of_others(event, choice))
        )

    def spoken(self, foretold: Foretold, now: Moment) -> tuple[int, ...]:
        """Return what was foretold of this choice by those who are there."""
        predictions = self.predictions
        return tuple(
            [place for place in foretold.of_it if self._speaks(predictions[place].adviser, now)]
        )

    def untried(self, foretold: Foretold, now: Moment) -> tuple[int, ...]:
        """Return those who are there and foretold something only of another choice."""
        return tuple([each for each in foretold.of_others if self._speaks(each, now)])

    def hold(self, spoken: tuple[int, ...], now: Moment) -> None:
        """Keep what was foretold of the choice that is made until it can be judged."""
        for place in spoken:
            now.foretold = (*now.foretold, (now.turn + self.predictions[place].within, place))

    def judge(self, now: Moment, turn: int, log: Log | None) -> None:
        """Hold what advisers foretold for a season, or one before it, against what came."""
        due = [each for each in now.foretold if each[0] <= turn]
        if not due:
            return
        now.foretold = tuple([each for each in now.foretold if each[0] > turn])
        proved = list(now.proved)
        for _, place in due:
            adviser, event, _, expects, _, signing = self.predictions[place]
            if signing and any(_was_left(table, now) for table in signing):
                if log:
                    says = {"adviser": self.advisers[adviser], "foretold": place}
                    log.tell("unproved", f"choice {event}", **says)
                continue
            came = bool(expects(now))
            right, told = proved[adviser]
            proved[adviser] = (right + came, told + 1)
            if log:
                says = {"adviser": self.advisers[adviser], "right": int(came), "foretold": place}
                log.tell("proved", f"choice {event}", **says)
        now.proved = tuple(proved)

    def _speaks(self, adviser: int, now: Moment) -> bool:
        is_there = self._is_there[adviser]
        return is_there is None or bool(is_there(now))

    def _of_it(self, scene: str, event: Event, choice: str) -> Iterator[int]:
        for id, said in event.counsel.items():
            is_otherwise = said.for_ != choice
            expects = said.otherwise if is_otherwise else said.expects
            if expects is None:
                continue
            key = scene, id, is_otherwise
            if key not in self._placed:
                self._placed[key] = len(self.predictions)
                self.predictions.append(
                    Prediction(
                        self.advisers.index(id),
                        scene,
                        is_otherwise,
                        self._condition(expects),
                        said.within,
                        tuple(
                            at for n in names_used(expects) if (at := self._signed.get(n, -1)) >= 0
                        ),
                    )
                )
            yield self._placed[key]

    def _of_others(self, event: Event, choice: str) -> Iterator[int]:
        for id, said in event.counsel.items():
            expects, otherwise = said.expects, said.otherwise
            is_his = said.for_ == choice
            if (expects if is_his else otherwise) is None and (otherwise if is_his else expects):
                yield self.advisers.index(id)


def _was_left(table: int, now: Moment) -> bool:
    """Return whether whoever was advised went home from a table, so that nothing was signed."""
    ends = [deal.ended for deal in now.deals if deal.table == table]
    return Ended.WENT_HOME in ends and Ended.SIGNED not in ends

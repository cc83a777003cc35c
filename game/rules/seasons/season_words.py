"""Decisions of the seasons: `act ID [TARGET]`, `open TABLE`, `choose EVENT CHOICE`, `stand`."""

from __future__ import annotations

from collections.abc import Iterable

from game.errors import WordsError
from game.rules.seasons.feats import ACT
from game.rules.seasons.orders import OPEN, STAND, Orders
from game.scenario.campaign_model import Campaign
from game.scenario.faults import nearest
from game.state import Decision

VERBS = (ACT, OPEN, "choose", STAND)


class SeasonWords:
    """Reads and writes what is decided in the seasons of one campaign."""

    def __init__(self, campaign: Campaign, orders: Orders) -> None:
        self._targets = {id: tuple(action.targets) for id, action in campaign.actions.items()}
        self._tables = tuple(campaign.tables)
        self._orders = orders

    def formatted(self, decision: Decision) -> str:
        """Return the text form of a decision."""
        return " ".join(filter(None, (decision.verb, decision.name, *decision.about)))

    def parsed(self, text: str) -> Decision:
        """Return the decision that a line of text names.

        Raises `WordsError` with one sentence that says which word and what would do.
        """
        words = text.split()
        if not words:
            raise WordsError("say what you decide; an empty line decides nothing")
        verb, rest = words[0], words[1:]
        match verb:
            case "stand":
                if rest:
                    raise WordsError(f"'{verb}' stands alone; leave out '{' '.join(rest)}'")
                return Decision(STAND)
            case "open":
                _known(rest, "a table", self._tables)
                return Decision(OPEN, rest[0])
            case "choose":
                if len(rest) != 2:
                    raise WordsError("say 'choose', the scene and the choice")
                return Decision("choose", rest[0], (rest[1],))
            case "act":
                return self._act(rest)
            case _ if verb in self._targets:
                return self._act(words)
        raise WordsError(f"'{verb}' is no decision{_meant(verb, [*VERBS, *self._targets])}")

    def _act(self, words: list[str]) -> Decision:
        if not words:
            raise WordsError(f"say which action: {', '.join(self._targets)}")
        id, rest = words[0], words[1:]
        if id not in self._targets:
            raise WordsError(f"'{id}' is no action{_meant(id, self._targets)}")
        targets = self._targets[id]
        if not targets:
            if rest:
                raise WordsError(f"'{id}' stands alone; leave out '{' '.join(rest)}'")
            return Decision(ACT, id)
        _known(rest, f"what '{id}' is for", targets)
        return Decision(ACT, id, (rest[0],))


def _known(words: list[str], what: str, known: Iterable[str]) -> None:
    """Raise `WordsError` unless there is one word, and it is known."""
    if len(words) != 1:
        raise WordsError(f"say {what}: {', '.join(known)}")
    if words[0] not in known:
        raise WordsError(f"'{words[0]}' is not {what}{_meant(words[0], known)}")


def _meant(word: str, known: Iterable[str]) -> str:
    known = list(known)
    meant = nearest(word, known)
    return f"; did you mean '{meant}'?" if meant else f"; there are {', '.join(known)}"

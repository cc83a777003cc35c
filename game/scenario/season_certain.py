"""What is certain of each name in any season of a campaign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.scenario.campaign_known import KnownCampaign
from game.scenario.possible_premises import names_in
from game.scenario.possible_terms import NONE, Claim, Either, Flag, OneOf, Sum
from game.scenario.possible_worlds import clash
from game.scenario.syntax import ENDED, TERM, VERDICT
from game.state import BUILT_IN, Ended, Verdict

UNSIGNED = frozenset({str(Verdict.NONE)})
JUDGED = frozenset(map(str, Verdict)) - UNSIGNED


class Certain:
    """Ranges of what is counted, and what signing has to do with terms and verdicts."""

    def __init__(self, known: KnownCampaign) -> None:
        self._known = known
        self._campaign = known.campaign

    def forbids(self, claims: Sequence[Claim]) -> bool:
        """Return whether claims can certainly not hold together in any season."""
        given = list(claims)
        seen: set[str] = set()
        waiting = [name for each in given for name in names_in(each)]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                about = tuple(self._about(name))
                given += about
                waiting += [other for each in about for other in names_in(each)]
        return clash(given)

    def _about(self, name: str) -> Iterator[Claim]:
        seasons, tracks = self._campaign.seasons, self._campaign.tracks
        kind, _, rest = name.partition(".")
        if name in tracks and name not in BUILT_IN:
            yield from _lies(name, *tracks[name].range)
        elif name == "year":
            yield from _lies(name, seasons.from_.year, seasons.to.year)
        elif name == "turn":
            yield from _lies(name, 1, max(1, seasons.count))
        elif kind == "done":
            yield Sum(((name, -1),), 0)
        elif name.startswith(TERM):
            signed = Flag(f"signed.{rest.partition('.')[0]}")
            yield OneOf(name, frozenset(self._known.season.words.get(name, ())) | {NONE})
            yield Either((signed, OneOf(name, frozenset({NONE}))))
            yield Either((signed._replace(holds=False), OneOf(name, self._options(name))))
        elif name.startswith(VERDICT):
            signed = Flag(f"signed.{rest}")
            yield Either((signed, OneOf(name, UNSIGNED)))
            yield Either((signed._replace(holds=False), OneOf(name, JUDGED)))
        elif name.startswith(ENDED):
            signed, paper = Flag(f"signed.{rest}"), frozenset({str(Ended.SIGNED)})
            every = self._options(name) | {NONE}
            yield OneOf(name, every)
            yield Either((signed, OneOf(name, every - paper)))
            yield Either((signed._replace(holds=False), OneOf(name, paper)))
        elif name in self._known.season.words:
            yield OneOf(name, self._options(name))
        elif kind == "signed" and rest:
            yield Either((Flag(name, False), Flag(f"held.{rest}")))

    def _options(self, name: str) -> frozenset[str]:
        return frozenset(self._known.season.words.get(name, ()))


def _lies(name: str, low: int, high: int) -> Iterator[Claim]:
    yield Sum(((name, -1),), 100 * low)
    yield Sum(((name, 1),), -100 * high)

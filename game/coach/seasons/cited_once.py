"""Sources of a play that is written down: each is named once, in a list, and else by number."""

from __future__ import annotations

from collections.abc import Iterable

from game.coach.invented import citation_of, cite_of, sources_of
from game.coach.leaves import Leaf
from game.coach.who_says import rests_on
from game.scenario.ending_model import Ending
from game.scenario.event_model import Event
from game.scenario.model import AnyScenario, Source

HEADING = "Sources"
LEADS = (
    "By the number under which they stand above. Of a scene or an ending that was invented, or the "
    "words of which were, only what it tells of the time is from them."
)


class CitedOnce:
    """Gives sources their numbers, in the order in which they are first cited."""

    def __init__(self, scenario: AnyScenario) -> None:
        self._scenario = scenario
        self._cited: list[Source] = []
        cites = {cite_of(source): source for source in sources_of(scenario, scenario.sources)}
        self._cites = sorted(cites.items(), key=lambda each: len(each[0]), reverse=True)

    def of(self, told: Event | Ending) -> str:
        """Return by their numbers what a scene or an ending rests on; in words where on none."""
        found = self.numbered(told.source)
        return found or rests_on(self._scenario, told)

    def numbered(self, ids: Iterable[str]) -> str:
        """Return some sources by their numbers; empty where none is known."""
        numbers = [self._number(source) for source in sources_of(self._scenario, ids)]
        said = ", ".join(map(str, sorted(numbers)))
        return f"{'Source' if len(numbers) == 1 else 'Sources'}: {said}." if numbers else ""

    def within(self, text: str) -> str:
        """Return a text in which sources that are named stand by their numbers."""
        for cite, source in self._cites:
            if cite in text:
                text = text.replace(cite, f"source {self._number(source)}")
        return text

    def leaf(self) -> Leaf:
        """Return the list of those cited so far."""
        listed = (f"{at}. {citation_of(source)}." for at, source in enumerate(self._cited, 1))
        return Leaf(HEADING, (LEADS, *listed))

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been cited."""
        return not self._cited

    def _number(self, source: Source) -> int:
        if source not in self._cited:
            self._cited.append(source)
        return self._cited.index(source) + 1

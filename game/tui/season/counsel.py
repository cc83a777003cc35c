"""What advisers say of a scene: each in a line of his own, with what he foretells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.content import Content

from game.coach.names import in_sentence
from game.coach.seasons.counsel import Word
from game.scenario.campaign_model import Campaign
from game.tui.play.read_after import ReadAfterStory
from game.tui.texts import lines, said
from game.tui.widgets.prose import Prose

TITLE = "Your advisers"
MUTED = "$text-muted"
PADDING = 3
"""Cells of its lines that stay blank."""


class Counsel(ReadAfterStory):
    """Shows the words of those who have something to say."""

    DEFAULT_CSS = """
    Counsel > Prose { height: auto; max-height: 100%; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(title=TITLE, id=id)

    def compose(self) -> ComposeResult:
        """Yield the page of their words."""
        yield Prose()

    def show(self, words: Sequence[Word], scenario: Campaign) -> None:
        """Show what they say."""
        self.query_one(Prose).show(lines(*_parts(words, scenario)))

    def rows_wanted(self, width: int) -> int:
        """Return the rows of their words in a pane of so many cells, without the frame."""
        return len(Content(self.text).wrap(max(1, width - PADDING)))

    @property
    def text(self) -> str:
        """What they say, without its looks."""
        return self.query_one(Prose).text


def _parts(words: Sequence[Word], scenario: Campaign) -> Iterator[Content]:
    for word in words:
        office = word.name.removeprefix(word.adviser.name)
        record = f"  {word.record}" if word.record else ""
        yield said((word.adviser.name, "bold"), (office, MUTED), (record, "$secondary"))
        meant = f"  He would: {in_sentence(scenario, word.for_)}." if word.for_ else ""
        yield said(f"“{word.say}”", (meant, MUTED))
        if word.foretells:
            yield said((word.foretells, "$secondary"))

"""The head of the play: how matters stand, in as many words as there is room for."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

MOST = 2
"""Lines that the head may take."""


class Head(Widget):
    """Shows the fullest words that fit."""

    DEFAULT_CSS = """
    Head { height: auto; max-height: 2; padding: 0 1; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._forms: tuple[Content, ...] = (Content(),)

    def show(self, *forms: Content) -> None:
        """Show how matters stand; `forms` are from the fullest to the shortest."""
        self._forms = forms
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that the words take."""
        return len(self._fitting(width).wrap(width))

    def render(self) -> RenderResult:
        """Return the words that fit."""
        return self._fitting(self.content_size.width)

    @property
    def text(self) -> str:
        """What is shown, without its looks."""
        return self._fitting(self.content_size.width).plain

    def _fitting(self, width: int) -> Content:
        fitting = (form for form in self._forms if len(form.wrap(max(1, width))) <= MOST)
        return next(fitting, self._forms[-1])

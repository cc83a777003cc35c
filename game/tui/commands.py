"""Commands: what a key does, said once; bindings, the palette and help are made from it.

A screen (or the application) names its commands in `KEYMAP` and gives Textual
`BINDINGS = bindings(KEYMAP)`; the id of a command is the id of its binding, so that a player
may give it another key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.keys import format_key
from textual.screen import Screen

from game.tui.settings import settings_of
from game.tui.texts import plain, said


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a player can have done."""

    id: str
    """Stable, in kebab-case."""
    title: str
    """A word or two, for the footer and the palette."""
    help: str
    """One sentence."""
    key: str
    """The default key; several are parted by commas. Portable keys only."""
    action: str
    """The Textual action that does it, as `app.codex` or `rename`."""
    shown: bool = True
    """Whether the footer shows it."""
    display: str = ""
    """How the key is written; empty for Textual's own way."""
    first: bool = False
    """Whether the key goes before the focused widget's own."""
    family: str = ""
    """What commands that differ by a number are called; help tells of them once."""


KEY_NAMES = {
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "space": "Space",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "tab": "Tab",
    "delete": "Del",
    "insert": "Ins",
    "backspace": "Backspace",
    "home": "Home",
    "end": "End",
}


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return Textual's bindings for commands."""
    return [
        Binding(
            command.key,
            command.action,
            command.title,
            show=command.shown,
            key_display=command.display or None,
            priority=command.first,
            tooltip=command.help,
            id=command.id,
        )
        for command in commands
    ]


def keys_said(command: Command, keymap: dict[str, str] | None = None) -> str:
    """Return a command's keys for people.

    >>> keys_said(Command("help", "Help", "Shows all keys.", "f1,question_mark,h", "help"))
    'F1, ? or h'
    """
    keys = (keymap or {}).get(command.id, command.key).split(",")
    if command.display and (keymap or {}).get(command.id) is None:
        return command.display
    *others, last = map(key_said, keys)
    return f"{', '.join(others)} or {last}" if others else last


def commands_of(screen: Screen[Any]) -> Iterator[tuple[DOMNode, Command]]:
    """Yield what can be done on a screen now: where the focus is, elsewhere on it, everywhere."""
    app, focused = screen.app, screen.focused
    within = () if focused is None else focused.ancestors_with_self
    for node in (*(node for node in within if node not in (screen, app)), screen, app):
        for command in getattr(node, "KEYMAP", ()):
            namespace, action, parameters = parse(command.action)
            asked = app if namespace == "app" else node
            if asked.check_action(action, parameters):
                yield node, command


class Commands(Provider):
    """Puts every command of the screen into Textual's palette."""

    async def discover(self) -> Hits:
        """Yield all commands."""
        for node, command in self._offered():
            title = self._with_keys(plain(command.title), command)
            yield DiscoveryHit(title, self._doing(node, command), command.title, command.help)

    async def search(self, query: str) -> Hits:
        """Yield the commands whose title or help is like the query."""
        matcher = self.matcher(query)
        for node, command in self._offered():
            score = max(matcher.match(command.title), 0.9 * matcher.match(command.help))
            if score > 0:
                title = self._with_keys(matcher.highlight(command.title), command)
                yield Hit(score, title, self._doing(node, command), command.title, command.help)

    def _offered(self) -> Iterator[tuple[DOMNode, Command]]:
        """Yield what does something now, once, and is neither a line's number nor the palette."""
        offered = {"command_palette"}
        for node, command in commands_of(self.screen):
            action = command.action.removeprefix("app.")
            if not command.family and action not in offered:
                offered.add(action)
                yield node, command

    def _with_keys(self, title: Content, command: Command) -> Content:
        keys = keys_said(command, dict(settings_of(self.app).keys))
        return said(title, (f"  {keys}", "$text-muted"))

    def _doing(self, node: DOMNode, command: Command) -> partial[Any]:
        return partial(self.app.run_action, command.action, node)


def key_said(key: str) -> str:
    """Return one key for people.

    >>> [key_said(key) for key in ("slash", "ctrl+p", "pageup", "f1", "x")]
    ['/', 'Ctrl+P', 'PgUp', 'F1', 'x']
    """
    *held, last = key.split("+")
    name = KEY_NAMES.get(last) or format_key(last)
    if held or name[1:].isdigit():
        name = name[:1].upper() + name[1:]
    return "+".join((*map(str.capitalize, held), name))

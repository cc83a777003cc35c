"""Other keys for commands: which may be given, and what the settings are then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from game.tui.commands import Command, key_said, keys_said
from game.tui.settings import Settings, settings_of

STAYING = (
    *("enter", "tab", "shift+tab", "escape", "ctrl+c", "f1"),
    *("up", "down", "left", "right", "pageup", "pagedown", "home", "end"),
)
"""Keys that do on every screen what they do, and cannot be given away."""


@dataclass(frozen=True, slots=True)
class Place:
    """Commands that can be told by keys at the same time."""

    title: str
    commands: tuple[Command, ...]
    is_everywhere: bool = False
    """Whether their keys do the same in all other places."""


def places() -> tuple[Place, ...]:
    """Return all commands of the game, place by place."""
    # Imported here, for these are all the screens there are.
    from game.tui import everywhere
    from game.tui.compare import keys as compare
    from game.tui.play import curtain, ending, keys
    from game.tui.replay import keys as replay
    from game.tui.replay import last_pages
    from game.tui.screens import choose, codex, help, library_keys, reading, settings, title, trash
    from game.tui.screens.keys import KEYMAP
    from game.tui.season import keys as season
    from game.tui.season import talks
    from game.tui.timeline import forest
    from game.tui.timeline import keys as timeline
    from game.tui.widgets import asked

    return (
        Place("On every screen", everywhere.KEYMAP, is_everywhere=True),
        Place("In a play", (*keys.KEYMAP, *ending.KEYMAP, everywhere.LEAVE, *season.OWN)),
        Place("On the title", title.MENU),
        Place("For a new game", choose.KEYMAP),
        Place("Among the plays", library_keys.KEYMAP),
        Place("In the trash", trash.KEYMAP),
        Place("Where a line is asked for", asked.KEYMAP),
        Place("In the timeline", (*timeline.KEYMAP, *forest.KEYMAP)),
        Place("In the codex", codex.KEYMAP),
        Place("On a page", reading.KEYMAP),
        Place("In a comparison", compare.KEYMAP),
        Place("In a replay", replay.KEYMAP),
        Place("On the last pages of a replay", last_pages.KEYMAP),
        Place("In the settings", settings.KEYMAP),
        Place("Among the keys", KEYMAP),
        Place("Before and after talks", talks.KEYMAP),
        Place("In help", help.KEYMAP),
        Place("On the curtain", curtain.KEYMAP),
    )


def keys_of(command: Command, settings: Settings) -> list[str]:
    """Return the keys that a command has now."""
    return dict(settings.keys).get(command.id, command.key).split(",")


def keys_now(app: object, command: Command) -> str:
    """Return the keys that a command has now, for people."""
    return keys_said(command, dict(settings_of(app).keys))


def refusal(
    key: str, writes: bool, command: Command, settings: Settings, found: tuple[Place, ...]
) -> str:
    """Return in one sentence why a command cannot have a key; empty if it can.

    `writes` tells whether the key would write a letter where words are typed.
    """
    said = key_said(key)
    if key in STAYING:
        return f"{said} does the same on every screen, and cannot be given to a command."
    if command.first and writes:
        return f"{command.title} can be asked for while one types, so that {said} cannot do it."
    return taken([key], command, settings, found)


def taken(
    keys: Iterable[str], command: Command, settings: Settings, found: tuple[Place, ...]
) -> str:
    """Return in one sentence which of some keys another command has beside this one, if any."""
    for key in keys:
        for place, other in _beside(command, found):
            if key in keys_of(other, settings):
                where = place.title[0].lower() + place.title[1:]
                return f"{key_said(key)} is taken: {where} it does “{other.title}”."
    return ""


def _beside(command: Command, found: tuple[Place, ...]) -> Iterator[tuple[Place, Command]]:
    """Yield the commands whose keys a command cannot have, each with its place."""
    everywhere = any(place.is_everywhere and command in place.commands for place in found)
    for place in found:
        if everywhere or place.is_everywhere or command in place.commands:
            yield from ((place, other) for other in place.commands if other is not command)


def given(key: str, command: Command, settings: Settings) -> Settings:
    """Return settings in which a command has a key, and those that stay.

    >>> back = Command("back", "Back", "Goes back.", "escape,q", "dismiss")
    >>> given("x", back, Settings()).keys
    (('back', 'escape,x'),)
    """
    staying = [old for old in command.key.split(",") if old in STAYING]
    keys = dict(settings.keys) | {command.id: ",".join((*staying, key))}
    return replace(settings, keys=tuple(sorted(keys.items())))


def shipped(settings: Settings, *commands: Command) -> Settings:
    """Return settings in which some commands, or all, have the keys they were shipped with."""
    ids = {command.id for command in commands}
    kept = tuple((id, keys) for id, keys in settings.keys if ids and id not in ids)
    return replace(settings, keys=kept)

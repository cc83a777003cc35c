"""What a player may set about the screens, and how it stands in the player's settings."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from textual.types import AnimationLevel

from game.files.begun_with import MODES
from game.tui.map.glyphs import Level
from game.tui.theme import DEFAULT, NAMES

Value = str | int | bool
ANIMATIONS: tuple[AnimationLevel, ...] = ("full", "basic", "none")
_KEYS = "key."
"""What a setting's name begins with that gives a command another key: `key.codex`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the screens look and what a new play begins with."""

    theme: str = DEFAULT
    level: Level = Level.BRAILLE
    """How fine the glyphs may be."""
    animations: AnimationLevel | None = None
    """`None` leaves it to the environment, as `TEXTUAL_ANIMATIONS`."""
    mode: str = MODES[0]
    """What a new play is told in."""
    keys: tuple[tuple[str, str], ...] = ()
    """Ids of commands and the keys that the player has given them."""


def settings_from(said: Mapping[str, object]) -> Settings:
    """Return the settings in what a file says; what is not understood stays as it is by default.

    >>> settings_from({"theme": "map-room", "glyphs": "wax", "mode": "points"}).mode
    'points'
    """
    settings = Settings()
    if (theme := said.get("theme")) in NAMES:
        settings = replace(settings, theme=str(theme))
    if (level := said.get("glyphs")) in list(Level):
        settings = replace(settings, level=Level(str(level)))
    for animations in ANIMATIONS:
        if said.get("animations") == animations:
            settings = replace(settings, animations=animations)
    if (mode := said.get("mode")) in MODES:
        settings = replace(settings, mode=str(mode))
    keys = {
        name.removeprefix(_KEYS): key
        for name, key in said.items()
        if name.startswith(_KEYS) and isinstance(key, str) and key
    }
    return replace(settings, keys=tuple(sorted(keys.items())))


def told(settings: Settings) -> dict[str, Value]:
    """Return what the settings that a player chooses on the screen are in the file."""
    keys = {f"{_KEYS}{command}": key for command, key in settings.keys}
    return {
        "theme": settings.theme,
        "glyphs": settings.level.value,
        "mode": settings.mode,
        **keys,
    }


def changes(before: Settings, now: Settings) -> dict[str, Value]:
    """Return what is to be written into the file, which forgets nothing that is not overwritten.

    >>> changes(Settings(keys=(("codex", "x"),)), Settings(mode="points"))
    {'mode': 'points', 'key.codex': ''}
    """
    was, is_now = told(before), told(now)
    written = {name: value for name, value in is_now.items() if was.get(name) != value}
    return written | {name: "" for name in was if name not in is_now}


def settings_of(app: object) -> Settings:
    """Return the settings that an application goes by; those by default where it has none."""
    found = getattr(app, "settings", None)
    return found if isinstance(found, Settings) else Settings()


def glanced(folder: Path | None = None) -> Settings:
    """Return a player's settings quickly; trouble with the file is told when they are changed.

    The library, which is to be asked for everything else, imports the rules; a first picture
    cannot wait for them.
    """
    try:
        said = json.loads(((folder or home()) / "settings.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return settings_from(said) if isinstance(said, dict) else Settings()


def home() -> Path:
    """Return the player's folder, as `game.files.library` finds it."""
    moved = os.environ.get("AMUR_HOME")
    if moved:
        return Path(moved)
    import platformdirs

    return Path(platformdirs.user_data_path("amur", False))

"""The screen's event loop without TLS: the game asks nothing of a network."""

import sys
from types import ModuleType


def import_asyncio() -> None:
    """Import asyncio as it is where Python was built without TLS, which it makes do with.

    TLS takes more than 1 MB, and its time before the first picture. Whoever asks for `ssl`
    afterwards has it.
    """
    loaded: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    if "ssl" in loaded:
        return
    loaded["ssl"] = None  # by the language's reference: there is no such module
    try:
        import asyncio  # noqa: F401
    finally:
        del loaded["ssl"]

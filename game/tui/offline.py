"""The event loop without TLS, and hashes without OpenSSL: the game asks nothing of a network.

Both stand on one library, which takes 5 MB and its time before the first picture. Python makes do
without it where it was built without it, and is asked to do so here. Whoever asks for `ssl`
afterwards has it; hashes are the same, whoever makes them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType

TLS, OPENSSL = "ssl", "_hashlib"
OWN = "_md5", "_sha1", "_sha3", "_blake2", "_sha2" if sys.version_info >= (3, 12) else "_sha512"
"""Hashes that Python can be built without, as some systems do: there OpenSSL is needed."""


def import_offline() -> None:
    """Import asyncio and what makes hashes as they are where Python was built without OpenSSL."""
    with _absent(TLS):
        import asyncio  # noqa: F401
    if all(map(find_spec, OWN)):
        with _absent(OPENSSL):
            import hmac  # noqa: F401  # and with it hashlib


@contextmanager
def _absent(name: str) -> Iterator[None]:
    """Have it that there is no such module; one that is there already stays."""
    loaded: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    if name in loaded:
        yield
        return
    loaded[name] = None  # by the language's reference: there is no such module
    try:
        yield
    finally:
        del loaded[name]

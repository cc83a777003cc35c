"""Write the handbook's reference anew: `python -m tests.remake_handbook`.

For whoever changes a model, an effect, a name of the language or what a command prints. The
reference is made from the code and from the handbook's own scenario; in pages that a person wrote
only what the commands print is written anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from game.files.folders import find_scenarios, folder_of
from game.files.handbook import HANDBOOK, pages_folder
from game.files.reference import reference_pages
from tests.tutorial import done

TUTORIAL = "tutorial"
FORDS = Path(__file__).parent / "campaigns" / "the-two-fords"
"""A campaign that says everything a campaign can say."""
DONE = (TUTORIAL, "balance")
"""The pages in which commands are run."""


def reference() -> dict[str, str]:
    """Return the reference as it should be: examples from the handbook's own scenario first.

    What none that comes with the game says is taken from a campaign of the tests.
    """
    ids = sorted(find_scenarios(), key=lambda id: (id != HANDBOOK, id))
    return reference_pages([*map(folder_of, ids), FORDS])


def run() -> dict[str, str]:
    """Return the pages in which commands are run, as they should be."""
    pages = {}
    for name in DONE:
        text = (pages_folder() / f"{name}.md").read_text(encoding="utf-8")
        with TemporaryDirectory() as folder:
            pages[name] = done(text, Path(folder).resolve())
    return pages


def main() -> int:
    """Write each page that is not as it should be, and say so."""
    for name, text in {**reference(), **run()}.items():
        path = pages_folder() / f"{name}.md"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"{path.name}: written anew")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())

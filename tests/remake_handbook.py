"""Write the handbook's reference anew: `python -m tests.remake_handbook`.

For whoever changes a model, an effect, a name of the language or what a command prints. The
reference is made from the code and from the handbook's own scenario; in the tutorial, that a person
wrote, only what the commands print is written anew.
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


def reference() -> dict[str, str]:
    """Return the reference as it should be: examples from the handbook's own scenario first."""
    ids = sorted(find_scenarios(), key=lambda id: (id != HANDBOOK, id))
    return reference_pages([folder_of(id) for id in ids])


def main() -> int:
    """Write each page that is not as it should be, and say so."""
    tutorial = (pages_folder() / f"{TUTORIAL}.md").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        remade = done(tutorial, Path(folder).resolve())
    for name, text in {**reference(), TUTORIAL: remade}.items():
        path = pages_folder() / f"{name}.md"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"{path.name}: written anew")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Write the handbook's reference anew: `python -m tests.remake_handbook`.

For whoever changes a model, an effect or a name of the language. The pages are made from the
code and from the handbook's own scenario; pages that a person wrote are left alone.
"""

from __future__ import annotations

import sys

from game.files.folders import find_scenarios, folder_of
from game.files.handbook import HANDBOOK, pages_folder
from game.files.reference import reference_pages


def reference() -> dict[str, str]:
    """Return the reference as it should be: examples from the handbook's own scenario first."""
    ids = sorted(find_scenarios(), key=lambda id: (id != HANDBOOK, id))
    return reference_pages([folder_of(id) for id in ids])


def main() -> int:
    """Write each page that is not as it should be, and say so."""
    for name, text in reference().items():
        path = pages_folder() / f"{name}.md"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"{path.name}: written anew")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())

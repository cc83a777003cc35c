"""What the models say of themselves: the sentences beneath their attributes and words.

Pydantic can keep them, too, but for every reader of a scenario and not only for its author.
"""

from __future__ import annotations

import ast
from functools import cache
from inspect import cleandoc, getdoc, getsource
from itertools import pairwise

OURS = f"{__name__.partition('.')[0]}."


def sentence_of(kind: type) -> str:
    """Return what a class says it is."""
    return getdoc(kind) or ""


@cache
def sentences_within(kind: type) -> dict[str, str]:
    """Return what the source of a class says beneath each attribute, by the attribute's name.

    What it has from a class of ours that it is made of is told, too.
    """
    (definition,) = ast.parse(getsource(kind)).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    ours = [base for base in kind.__bases__ if base.__module__.startswith(OURS)]
    said = {name: text for base in ours for name, text in sentences_within(base).items()}
    for statement, after in pairwise(body):
        match statement, after:
            case (
                ast.AnnAssign(target=ast.Name(name)) | ast.Assign(targets=[ast.Name(name)]),
                ast.Expr(ast.Constant(str(text))),
            ):
                said[name] = cleandoc(text)
    return said

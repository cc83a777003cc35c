"""What the models say of themselves: the sentences beneath their attributes and words.

Pydantic can keep them, too, but for every reader of a scenario and not only for its author.
"""

from __future__ import annotations

import ast
from functools import cache
from inspect import cleandoc, getdoc, getsource
from itertools import pairwise


def sentence_of(kind: type) -> str:
    """Return what a class says it is."""
    return getdoc(kind) or ""


@cache
def sentences_within(kind: type) -> dict[str, str]:
    """Return what the source of a class says beneath each attribute, by the attribute's name."""
    (definition,) = ast.parse(getsource(kind)).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    said = {}
    for statement, after in pairwise(body):
        match statement, after:
            case (
                ast.AnnAssign(target=ast.Name(name)) | ast.Assign(targets=[ast.Name(name)]),
                ast.Expr(ast.Constant(str(text))),
            ):
                said[name] = cleandoc(text)
    return said

"""A transcript as one page of HTML that needs nothing else: no script, no font, no other file.

The main line comes first; a variation is folded where it parts. A reader without scripts, styles
or eyes finds headings in order, lists and tables.
"""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from game.coach.block_html import in_html
from game.coach.glossary import WORDS, glossary
from game.coach.html_story import DAY, Story
from game.coach.html_text import Markup, element, joined, opened, wrapped
from game.coach.html_tree import Tree
from game.coach.page_style import STYLE
from game.coach.transcript import Transcript
from game.record import OPENING

OF_TREE = (
    "A row is a decision and how it was answered, with the node at which one stands after it; "
    "variations are folded where they part."
)
OF_FURTHER = "Variations of variations, each from where it parts."


def told_in_html(told: Transcript) -> str:
    """Return a play as a page: its tree, the main line, and every variation once."""
    main = told.strands[OPENING]
    story, tree = Story(told), Tree(told)
    parts = [
        element("h2", "The tree of the play", id="tree"),
        element("p", f"{OF_TREE} {told.measure}".rstrip()),
        *tree.all(),
        element("h2", "The main line", id="line"),
        *story.strand(main, DAY),
    ]
    if story.later:
        parts += [element("h2", "Further lines", id="further"), element("p", OF_FURTHER)]
    while story.later:
        parts += story.alone(story.later.pop(0))
    if words := glossary(told.terms, html.unescape("\n".join(parts))):
        parts.append(element("h2", WORDS, id="words"))
        parts.append(
            wrapped("dl", (joined((element("dt", t.title), element("dd", t.said))) for t in words))
        )
    for asked in told.questions:
        questions = (element("li", question) for question in asked.paragraphs)
        parts += [element("h2", asked.heading, id="questions"), wrapped("ul", questions)]
    body = (
        element("a", "To the main line", class_="skip", href="#line"),
        wrapped("header", _header(told)),
        wrapped("main", (Markup("\n"), *(Markup(f"{part}\n") for part in parts))),
    )
    page = wrapped("html", (_head(told), Markup("\n"), wrapped("body", body)), lang="en")
    return f"<!DOCTYPE html>\n{page}"


def _head(told: Transcript) -> Markup:
    """Return the head of the page; its policy lets nothing in but its own style."""
    style = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    return wrapped(
        "head",
        (
            opened("meta", charset="utf-8"),
            Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
            opened("meta", name="viewport", content="width=device-width, initial-scale=1"),
            opened("meta", name="referrer", content="no-referrer"),
            element("title", told.title),
            element("style", Markup(STYLE)),
        ),
    )


def _header(told: Transcript) -> Iterator[Markup]:
    yield element("h1", told.title)
    facts = (joined((element("dt", fact.label), element("dd", fact.text))) for fact in told.facts)
    yield wrapped("dl", facts)
    for brief in told.briefs:
        paragraphs = (element("p", paragraph) for paragraph in brief.paragraphs)
        yield wrapped("details", (element("summary", brief.heading), *paragraphs))
    for remarks in told.beside:
        yield from in_html(remarks, DAY)

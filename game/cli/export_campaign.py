"""A play of a campaign written down: as a handout in Markdown, as a page in HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from game.cli.export_story import TOLD_BY
from game.cli.replay_campaign import steps_to
from game.coach.html_text import Markup, element, opened, wrapped
from game.coach.markdown import escaped
from game.coach.page_style import STYLE
from game.coach.seasons.written import Section, sections
from game.coach.seasons.written_short import sections_in_short
from game.record import OPENING, Record
from game.rules import CampaignRules


def markdown(
    rules: CampaignRules,
    record: Record,
    node: int | None,
    *,
    has_remarks: bool = True,
    is_whole: bool = False,
) -> str:
    """Return the line that leads to a node as Markdown; the one played last, if none is named.

    In short, on a few pages, unless the whole is asked for.
    """
    lines = [f"# {escaped(_title(rules, record))}", ""]
    lines += [f"- {escaped(fact)}" for fact in _facts(rules, record)]
    for section in _sections(rules, record, node, has_remarks=has_remarks, is_whole=is_whole):
        if section.heading:
            lines += ["", f"{'#' * section.level} {escaped(section.heading)}"]
        for paragraph in section.paragraphs:
            lines += ["", escaped(paragraph)]
        for remark in section.remarks:
            lines += ["", f"> {escaped(remark)}"]
    return "\n".join(lines)


def html(
    rules: CampaignRules,
    record: Record,
    node: int | None,
    *,
    has_remarks: bool = True,
    is_whole: bool = False,
) -> str:
    """Return the same as one page of HTML that needs no other file."""
    title = _title(rules, record)
    parts = [element("h1", title), wrapped("ul", (element("li", f) for f in _facts(rules, record)))]
    for section in _sections(rules, record, node, has_remarks=has_remarks, is_whole=is_whole):
        if section.heading:
            parts.append(element(f"h{section.level}", section.heading))
        parts += [element("p", paragraph) for paragraph in section.paragraphs]
        if section.remarks:
            parts.append(wrapped("aside", (element("p", remark) for remark in section.remarks)))
    style = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    head = wrapped(
        "head",
        (
            opened("meta", charset="utf-8"),
            Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
            opened("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", title),
            element("style", Markup(STYLE)),
        ),
    )
    body = wrapped("body", (Markup(f"{part}\n") for part in parts))
    return f"<!DOCTYPE html>\n{wrapped('html', (head, Markup(chr(10)), body), lang='en')}"


def _sections(
    rules: CampaignRules, record: Record, node: int | None, *, has_remarks: bool, is_whole: bool
) -> Iterator[Section]:
    told = sections if is_whole else sections_in_short
    return told(rules, record, steps_to(rules, record, node), has_remarks=has_remarks)


def _title(rules: CampaignRules, record: Record) -> str:
    return record.names.get(OPENING) or f"{rules.scenario.title}, seed {record.heading.seed}"


def _facts(rules: CampaignRules, record: Record) -> Iterator[str]:
    scenario, heading = rules.scenario, record.heading
    seat = scenario.seats[scenario.seasons.seat]
    yield f"{scenario.title} ({scenario.id}, version {scenario.version}), seed {heading.seed}"
    yield f"Told as {seat.name} saw it, {seat.office}"
    if rules.start is not None:
        yield f"Begun at: {scenario.starts[rules.start].title}"
    for twist in rules.twists:
        yield f"{scenario.twists[twist].title}: {scenario.twists[twist].text}"
    yield f"Written down by {TOLD_BY}"

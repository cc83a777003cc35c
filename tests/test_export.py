"""A play written down: as a handout in Markdown, as a page in HTML."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from game.cli import main
from game.cli.export_story import html as as_page
from game.cli.export_story import markdown as as_handout
from game.coach.block_html import in_html
from game.coach.blocks import (
    Block,
    Clause,
    Deed,
    Ended,
    Looked,
    Paper,
    Remarks,
    Scene,
    Stopped,
    Told,
    one_line,
)
from game.coach.blocks import Page as Leaf
from game.coach.markdown import escaped, row, strong
from game.coach.outline_words import Words
from game.coach.told_markdown import told_in_markdown
from game.coach.transcript import Passage, Strand, Transcript
from game.coach.visible import visible
from game.files.records import RecordFile
from game.files.scenarios import read_scenario
from game.record import OPENING, Glyph, Node, Record
from game.record.history import documented
from game.rules import Rules
from game.state import Verdict
from tests.bench.bench_record import grown, whole_play

RULES = Rules(read_scenario("aigun-six-days"))
HOSTILE = (
    "[x](javascript:alert(1))",
    "<script>alert(1)</script>",
    "`code` ``` ~~~",
    "a|b|c",
    "# heading",
    "1. one",
    "- item",
    "> quote",
    "![img](http://example.com/a.png)",
    "http://example.com www.example.com me@example.com",
    "&lt;b&gt; &#35;",
    "**bold** _it_ ~~gone~~ $x$",
    "\"onload='alert(1)'\"",
    "</style></title><!-- -->",
    "left\u202eright\x1b[31m\x07",
    "a\n\n# b\n---\nc",
    "]]> {{x}} {% x %} ${x}",
    "lone \ud800 one",
    "::: note",
    "===",
)
GFM = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"])


@cache
def one_line_play() -> Record:
    """Return a play of one line that came to its end."""
    return whole_play(RULES, "1858")


@cache
def bushy() -> Record:
    """Return a play of many lines, some of which came to an end."""
    return grown(RULES, 240)


def remarked(record: Record, texts: tuple[str, ...]) -> Record:
    """Return a record with these texts for its name, and its nodes' names and notes."""
    record = record.named(OPENING, texts[0])
    for node, text in zip(record.nodes, texts, strict=False):
        record = record.noted(node, text).signed(node, Glyph.DUBIOUS)
        record = record.named(node, text)
    return record


# Markdown.


def tokens(text: str) -> Iterator[Token]:
    for token in GFM.parse(text):
        yield token
        yield from token.children or ()


def shown(text: str) -> str:
    """Return what a reader of Markdown sees of it, block by block in lines."""
    inline = (token for token in GFM.parse(text) if token.type == "inline")
    return "\n".join("".join(child.content for child in t.children or ()) for t in inline)


def as_data(text: str) -> str:
    return one_line(visible(text))


TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet="ab1 \n\t`*_[]()<>&|~#$^=+-.!:@\\{}\"'/w", max_size=24),
    st.text(max_size=12),
)
PLACES = {
    "paragraph": "{}",
    "heading": "## {}",
    "item": "- {}",
    "quotation": "> {}",
    "cell": "| a |\n| --- |\n| {} |",
    "label": "- **L**: {}",
}


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
@example(text="me@@example.com")
@example(text="2) two")
def test_a_text_in_markdown_shows_itself_and_nothing_else(place: str, text: str) -> None:
    plain = as_data(text)
    written = PLACES[place].format(escaped(text))
    usual = {token.type for token in tokens(PLACES[place].format("word"))}
    allowed = usual | {"code_inline", "text"}
    assert {token.type for token in tokens(written)} <= allowed
    assert shown(written).split("\n")[-1].removeprefix("L:").strip() == plain


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_text_in_bold_shows_itself(text: str) -> None:
    plain = as_data(text)
    assert shown(f"> {strong(text)} *place*").strip() == f"{plain} place".strip()
    assert strong(text) == "" or "strong_open" in {token.type for token in tokens(strong(text))}


def test_cells_stay_in_their_table() -> None:
    table = "\n".join((row("a", "b"), row("---", "---"), row(escaped("x|y"), escaped("`|`"))))
    cells = [t.content for t in GFM.parse(table) if t.type == "inline"]
    assert len(cells) == 4


def test_hostile_remarks_are_data_in_a_handout() -> None:
    told = as_handout(RULES, remarked(one_line_play(), HOSTILE), None)
    kinds = {token.type for token in tokens(told)}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "s_open", "hr"}
    lines = shown(told).split("\n")
    for text in HOSTILE:
        for line in filter(str.strip, text.split("\n")):
            assert as_data(line) in lines


def test_a_fence_holds_whatever_stands_in_the_tree() -> None:
    record = one_line_play().noted(3, "``` <b>\n`````")
    fences = [t for t in GFM.parse(as_handout(RULES, record, None)) if t.type == "fence"]
    assert len(fences) == 1
    assert "`````" in fences[0].content


# HTML.


class Page(HTMLParser):
    """Reads a page strictly: elements are closed in order, and nothing acts."""

    VOID = ("meta",)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.blocks: list[str] = [""]
        self.names: Counter[str] = Counter()
        self.policy = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        assert len(said) == len(attrs)
        assert not [name for name in said if name.startswith("on") or name in ("src", "style")]
        self.names[tag] += 1
        if "id" in said:
            self.ids.append(said["id"] or "")
        if "href" in said:
            self.links.append(said["href"] or "")
        if said.get("http-equiv") == "Content-Security-Policy":
            self.policy = said["content"] or ""
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append((tag, said.get("class") or ""))
        self.parted(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag
        self.parted(tag)

    def parted(self, tag: str) -> None:
        if tag not in ("span", "strong", "a", "b", "ins", "del"):
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.open and ("a", "number") not in self.open:
            self.blocks[-1] += data

    @property
    def texts(self) -> list[str]:
        return [one_line(block) for block in self.blocks if block.strip()]


@cache
def page_of(record: Record) -> str:
    return as_page(RULES, record, None)


@pytest.mark.parametrize("record", [one_line_play, bushy, lambda: documented(RULES)])
def test_a_page_is_well_nested_and_holds_all_that_it_needs(record: object) -> None:
    text = page_of(record())  # type: ignore[operator]
    page = Page(text)
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img", text)
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    style = text.partition("<style>")[2].partition("</style>")[0]
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    assert page.policy.startswith(f"default-src 'none'; style-src 'sha256-{allowed}'")
    assert '<html lang="en">' in text
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(
        after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False)
    )


def test_every_node_is_told_once_and_every_variation_folded_where_it_parts() -> None:
    record = bushy()
    page = Page(page_of(record))
    nodes = [id for id in page.ids if id.startswith("node-")]
    assert sorted(nodes) == sorted(f"node-{id}" for id in record.nodes)
    parted = [v for children in record.children.values() for v in children[1:]]
    assert sorted(id for id in page.ids if id.startswith("from-")) == sorted(
        f"from-{v}" for v in parted
    )
    main = [f"node-{node.id}" for node in record.main_line()]
    assert [id for id in nodes if id in main] == main


def test_a_verdict_has_a_colour_and_a_word() -> None:
    text = page_of(one_line_play())
    assert re.search(r'<span class="verdict ratified">Ratified · \d+\.</span>', text)


def test_what_changed_in_a_paper_is_marked_word_by_word() -> None:
    page = Page(page_of(one_line_play()))
    assert page.names["del"]
    assert page.names["ins"]
    assert "the Ussuri held in common until settled" in page.texts
    assert "the treaty is silent on the Ussuri" in page.texts


@settings(max_examples=8, deadline=None)
@given(st.lists(TEXTS, min_size=6, max_size=6).map(tuple))
@example(HOSTILE)
def test_hostile_remarks_are_data_on_a_page(texts: tuple[str, ...]) -> None:
    record = remarked(whole_play_cut(), texts)
    text = as_page(RULES, record, None)
    page = Page(text)
    assert not page.names["script"]
    assert not page.names["img"]
    assert page.names["style"] == page.names["title"] == 1
    assert all(link.startswith("#") for link in page.links)
    for written in texts[1:]:
        for line in filter(str.strip, written.split("\n")):
            assert as_data(line) in page.texts
    text.encode("utf-8")


@cache
def whole_play_cut() -> Record:
    """Return the first decisions of a play."""
    nodes = [line for line in one_line_play().lines if isinstance(line, Node)][:20]
    return Record(one_line_play().heading).with_lines(nodes)[0]


def every_block(text: str) -> tuple[Block, ...]:
    """Return one block of each kind, made of nothing but a text."""
    # What the game tells sets in its lists by two blanks; any other line begins with a word.
    line = text.lstrip(" ")
    return (
        Scene(text, text, text, text),
        Deed(text),
        Told((line, f"  {line}", line)),
        Paper(text, (Clause(text, text),), text, (text, text)),
        Paper(text, (Clause(text, text, f"was {text}"),), ""),
        Remarks(text, text, (text, text)),
        Looked(text),
        Ended(text, Verdict.SILENCE),
        Leaf(text, (text, text)),
        Stopped(text, (text,)),
    )


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(str.strip))
@example("</td></table><img src=x onerror=alert(1)>")
@example("  1")
def test_every_block_of_any_text_is_data_in_both_forms(text: str) -> None:
    blocks = every_block(text)
    page = Page(f"<div>{''.join(part for block in blocks for part in in_html(block, 3))}</div>")
    told = told_in_markdown(one_strand(blocks), (), ())
    usual = told_in_markdown(one_strand(every_block("word")), (), ())
    assert not page.links
    assert page.names == Page(
        f"<div>{''.join(part for b in every_block('word') for part in in_html(b, 3))}</div>"
    ).names | Counter({tag: page.names[tag] for tag in ("ins", "del")})
    assert {t.type for t in tokens(told)} <= {t.type for t in tokens(usual)} | {"code_inline"}
    assert sum(as_data(text) in line for line in shown(told).split("\n")) >= 2 * len(blocks)


def one_strand(blocks: tuple[Block, ...]) -> Transcript:
    words = Words("24 May", 4, "said", "answered")
    passage = Passage(((1, blocks),), "24 May 1858", words)
    strand = Strand(OPENING, OPENING, "", OPENING, (passage,), (), {})
    return Transcript("title", (), (), {OPENING: strand}, 1, "")


# Both.


def handout_lines(record: Record, rules: Rules = RULES) -> list[str]:
    """Return what a handout tells of a play, without the numbers of the nodes and the tree."""
    handout = as_handout(rules, record, None).partition("\n## The tree of the play")[0]
    head, _, pages = handout.partition("## What it is for\n")
    rest = pages.partition("## What everybody knows\n")[2]
    after = rest.partition("\n## ")[2]
    story = f"{head}## {after}"
    lines = shown(story).split("\n")
    told = [re.sub(r" ?\(node \d+\)$", "", line) for line in lines]
    return [line for line in told if not line.startswith("The number is what lasted for ")]


def test_both_forms_contain_the_same_sentences() -> None:
    for record in (
        one_line_play(),
        replace(one_line_play(), heading=replace(one_line_play().heading, seat="yishan")),
        documented(RULES).named(3, "a name").signed(3, Glyph.GOOD),
    ):
        page = as_page(RULES, record, None)
        story = page.partition('<h2 id="line">')[2].rpartition('<h2 id="words">')[0]
        told = handout_lines(record)
        facts = Page(page.partition("<header>")[2].partition("<details>")[0])
        labels = [
            ": ".join(pair) for pair in zip(facts.texts[1::2], facts.texts[2::2], strict=True)
        ]
        assert told[: len(labels) + 1] == [facts.texts[0], *labels]
        lines = Page(f"<div>{story.partition('</h2>')[2]}</div>").texts
        assert Counter(told[len(labels) + 1 :]) == Counter(lines)


def test_a_line_that_is_not_over_tells_nothing_that_only_the_end_tells() -> None:
    record = one_line_play()
    men = RULES.opening("1858").men
    host = next(man for man in reversed(men) if man is not None)
    need = RULES.table.needs[1][host.need].say.removesuffix(".")
    for written in (as_handout, as_page):
        over = written(RULES, record, None)
        going_on = written(RULES, record, 4)
        assert "The archives" in over
        assert html.escape(need) in over or escaped(need) in over
        assert "The archives" not in going_on
        assert "Here the line stops; the talks are not over." in going_on
        assert html.escape(need) not in going_on
        assert escaped(need) not in going_on


def test_what_nobody_could_know_changes_nothing_of_what_is_told() -> None:
    decided = one_line_play().main_line()[0]
    for written in (as_handout, as_page):
        told = set()
        for seed in map(str, range(12)):
            heading = replace(one_line_play().heading, seed=seed)
            play = Record(heading).with_line(replace(decided, digest=""))
            text = written(RULES, play, None)
            told.add(re.sub(rf"(seed|Seed)\W*(</dt><dd>)?{seed}\b", "", text))
        assert len(told) == 1


def test_a_line_that_is_exported_to_a_node_knows_nothing_of_what_came_after_or_beside() -> None:
    record = remarked(bushy(), tuple(f"remark {n} here" for n in range(1, 200)))
    node = max(record.nodes, key=lambda id: len(record.path(id)))
    path = [step.id for step in record.path(node)][:-2]
    for written in (as_handout, as_page):
        told = written(RULES, record, path[-1])
        told_of = {int(n) for n in re.findall(r"remark (\d+) here", told)}
        assert told_of - {1} <= set(path)
    page = Page(as_page(RULES, record, path[-1]))
    assert [id for id in page.ids if id.startswith("node-")] == [f"node-{id}" for id in path]


def test_a_handout_names_where_other_lines_part_by_their_first_difference() -> None:
    record = one_line_play()
    first, last = record.main_line()[0], record.cursor
    record, other = record.add(OPENING, first.seat_id, "choose dinner watch", "")
    parting = (
        f"{other.id} (at the opening, 22 May 1858, afternoon, sitting 1 of 12): “Eat little, say "
        "less, and watch who defers to whom.” instead of “Eat everything, the castor-oil soup "
        "too.”; "
    )
    assert f"{parting}told above" in shown(as_handout(RULES, record, None))
    told = shown(as_handout(RULES, record.moved(last), None))
    assert f"{parting}goes no further" in told
    assert "You choose: Eat everything" in told


def test_a_line_that_no_longer_replays_is_told_as_far_as_it_does_and_lost_is_nothing() -> None:
    record = one_line_play()
    spoilt = [
        replace(line, decision_text="tactic no-such-act") if line.id == 6 else line
        for line in record.lines
        if isinstance(line, Node)
    ]
    broken = Record(record.heading).with_lines(spoilt)[0]
    for written in (as_handout, as_page):
        told = written(RULES, broken, None)
        assert "The line stops at node 6" in told
        for node in broken.nodes.values():
            if node.id > 6:
                assert f"node {node.id}, on {node.parent}: {node.seat_id}: " in told


def test_a_variation_that_no_longer_replays_is_told_where_it_parts() -> None:
    record, _ = one_line_play().add(4, "muraviev", "choose the-maps no-such-choice", "")
    record = record.noted(25, "overlooked")
    for written in (as_handout, as_page):
        told = " ".join(written(RULES, record, None).split())
        assert "overlooked" in told
        assert "no-such-choice" in told
    broken, _ = record.moved(8).add(8, "muraviev", "choose the-maps no-such-choice", "")
    handout = as_handout(RULES, broken, None)
    assert "(node 8)" in handout
    assert "choose the-maps no-such-choice" in handout


def test_what_ones_people_were_asked_is_told_with_their_answer() -> None:
    record, _ = one_line_play().moved(5).add(5, "muraviev", "forecast", "")
    for written in (as_handout, as_page):
        told = written(RULES, record, record.cursor)
        asked = told.partition("You ask your people what to expect.")[2]
        assert re.search(r"\b(almost surely|probably|even|unlikely|hardly)\b", asked[:1200])


def test_an_empty_play_can_be_written_down() -> None:
    empty = Record(one_line_play().heading)
    assert "the talks are not over" in as_handout(RULES, empty, None)
    Page(as_page(RULES, empty, None))


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_an_export_is_printed_or_written_into_a_new_file_and_never_over_another(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    play, out = tmp_path / "play.amur", tmp_path / "out"
    RecordFile.create(play, bushy().heading, bushy().lines).close()
    words = ["export", str(play), "--format", form]
    assert main(words) == 0
    printed = capsys.readouterr().out
    assert main([*words, "--output", str(out)]) == 0
    assert out.read_text("utf-8") == printed
    assert main([*words, "--output", str(out)]) == 2
    assert capsys.readouterr().err == f"amur: {out} exists already; choose another name\n"
    assert out.read_text("utf-8") == printed
    assert {path.name for path in tmp_path.iterdir()} == {"play.amur", "out"}


def test_what_is_printed_into_a_file_is_in_utf8_wherever_it_is_printed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "game", "export", "history:aigun-six-days", "--format", "html"],
        capture_output=True,
        env={**os.environ, "AMUR_HOME": str(tmp_path), "PYTHONIOENCODING": "ascii"},
        cwd=Path(__file__).parents[1],
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“" in done.stdout.decode("utf-8")

"""An export as a teacher reads it, who has no game before him: on a screen, on paper, in class."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from game.cli import main
from game.cli.export_story import html as as_page
from game.cli.export_story import markdown as as_handout
from game.coach.glossary import Term, first_sentence, glossary
from game.coach.markdown import escaped
from game.coach.page_style import STYLE
from game.record import LOOKED, OPENING, Glyph, Record
from game.record.history import documented
from game.record.outline import Outline
from tests.test_export import RULES, bushy, one_line_play, shown, tokens


@pytest.mark.parametrize("written", [as_handout, as_page])
def test_the_documented_line_was_acted_and_not_played(written: object) -> None:
    told = written(RULES, documented(RULES), None)  # type: ignore[operator]
    assert "Six Days at Aigun: the documented line" in told
    assert "Eastern Siberia, Russia: as he acted" in told
    assert "the Qing: as he acted" in told
    assert "played by" not in told
    assert "seed" not in told.casefold().partition("the main line")[0].partition("22 may")[0]


def test_a_play_of_the_men_as_they_were_is_a_play() -> None:
    record = documented(RULES)
    first = record.main_line()[0]
    record, _ = record.add(OPENING, first.seat_id, "choose dinner eat", "")
    assert "played by a person" in as_handout(RULES, record, None)


def test_on_paper_nothing_stays_folded() -> None:
    on_paper = STYLE.partition("@media print")[2]
    assert "details::details-content { content-visibility: visible; display: block;" in on_paper


def stands() -> set[int]:
    """Return the numbers that the tree of a bushy play has."""
    return {row.stands for row in Outline(bushy()).rows()} - {OPENING}


def test_everywhere_a_decision_has_the_number_that_the_tree_has() -> None:
    handout, page = (written(RULES, bushy(), None) for written in (as_handout, as_page))
    told, _, parted = handout.partition("## Where the lines part")
    behind = set(map(int, re.findall(r"\(node (\d+)\)", told)))
    items = set(map(int, re.findall(r"^- \*\*(\d+)\*\*", parted, re.MULTILINE)))
    links = set(map(int, re.findall(r"<a[^>]*>(?:Node )?(\d+)</a>", page)))
    heads = set(map(int, re.findall(r"<summary><b>(\d+)</b>", page)))
    for numbers in (behind, items, links, heads):
        assert numbers
        assert numbers <= stands()
    assert "nodes " not in told


def test_a_line_up_to_a_node_keeps_its_numbers() -> None:
    path = [step.id for step in bushy().path(max(stands()))]
    handout, page = (written(RULES, bushy(), path[-1]) for written in (as_handout, as_page))
    numbers = set(map(int, re.findall(r"\(node (\d+)\)", handout)))
    assert numbers == set(map(int, re.findall(r'class="number"[^>]*>(\d+)<', page)))
    assert path[-1] in numbers
    assert numbers <= set(path)


def test_what_the_number_behind_a_verdict_is_is_said_once_where_it_first_stands() -> None:
    said = "The number is what lasted for Nikolai Muraviev's chair, of 100."
    for record in (one_line_play(), documented(RULES), bushy()):
        for written in (as_handout, as_page):
            assert html.unescape(written(RULES, record, None)).count(said) == 1
            assert said not in html.unescape(written(RULES, record, min(record.nodes)))
    verdict, number = r"\*\*In silence · \d+\.\*\*", re.escape(said.rstrip("."))
    assert re.search(f"{verdict}\n\n{number}", as_handout(RULES, documented(RULES), None))


def test_an_address_reads_as_it_was_typed_and_is_no_link() -> None:
    for address in ("http://x.y", "https://a.example.org/b_c?d=1&e=2", "www.z.de", "me@b.de"):
        told = as_handout(RULES, one_line_play().noted(3, f"See {address}, please."), None)
        assert f"See `{address}`, please." in told
        assert f"See {address}, please." in shown(told).split("\n")
        assert "link_open" not in {token.type for token in tokens(told)}


def test_where_lines_part_is_told_by_a_decision_and_not_by_what_was_asked_before() -> None:
    record = one_line_play()
    here = record.main_line()[4].id
    record, _ = record.moved(here).add(here, "muraviev", "forecast", "")
    record, other = record.add(record.cursor, "muraviev", "tactic dinner", "")
    told = as_handout(RULES, record, None), html.unescape(as_page(RULES, record, None))
    said = r"“You ask your people[^”]*” instead|instead of “You ask your people"
    assert not any(re.search(said, text) for text in told)
    instead = "“Dine with him” instead of “Ask why: the left bank of the Amur"
    assert re.search(rf"\*\*{other.id}\*\* .*{instead}", told[0])
    assert f"<summary><b>{other.id}</b> {instead}" in told[1]


def test_an_export_knows_no_keys_and_no_commands() -> None:
    looked = one_line_play().noted(one_line_play().cursor, LOOKED)
    for record in (looked, bushy().moved(30)):
        for written in (as_handout, as_page):
            told = re.sub(r"[|\s]+", " ", html.unescape(written(RULES, record, None)))
            assert "'compare'" not in told
            assert "'@'" not in told
            assert "the play stands here" in told.casefold()


def test_that_the_archives_were_read_is_a_fact_and_nobodys_note() -> None:
    end = one_line_play().cursor
    said = "The archives were read here before the play went on."
    for note, margins in ((LOOKED, 0), (f"My own words.\n{LOOKED}", 1)):
        record = one_line_play().noted(end, note)
        handout, page = as_handout(RULES, record, None), as_page(RULES, record, None)
        assert f"\n\n*{said}*\n\n" in handout
        assert f"<p><em>{said}</em></p>" in page
        assert handout.count("In the margin:") == page.count("In the margin:") == margins
        assert LOOKED not in handout + page


def test_a_sheet_for_pupils_has_nothing_that_was_written_beside_the_play() -> None:
    record = one_line_play().named(OPENING, "Group 3").noted(3, "Too early!")
    record = record.named(5, "the turn").signed(6, Glyph.BLUNDER).noted(record.cursor, LOOKED)
    for written in (as_handout, as_page):
        told, bare = (written(RULES, record, None, has_remarks=has) for has in (True, False))
        for remark in ("Too early", "the turn", "blunder", "In the margin"):
            assert remark in told
            assert remark not in bare
        assert "Group 3" in bare
        assert "The archives were read here" in bare
    assert "the documented line" in as_handout(RULES, documented(RULES), None, has_remarks=False)


def test_a_code_has_no_remarks_to_leave_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "history:aigun-six-days", "--without-remarks"]) == 2
    assert "say --format markdown, too" in capsys.readouterr().err
    words = ["--format", "markdown", "--without-remarks"]
    assert main(["export", "history:aigun-six-days", *words]) == 0
    assert "In the margin" not in capsys.readouterr().out


def test_what_a_host_decides_at_the_table_is_marked_like_his_choices() -> None:
    heading = replace(one_line_play().heading, seat="yishan")
    record = Record(heading).with_lines(one_line_play().lines)[0]
    handout, page = as_handout(RULES, record, None), as_page(RULES, record, None)
    assert re.search(r"^\*\*Your word is his paper, but for this: .*\*\*", handout, re.MULTILINE)
    assert re.search(r"^\*\*You take up the brush.*\*\*", handout, re.MULTILINE)
    assert '<p class="deed">Your word is his paper, but for this: ' in page
    assert '<p class="deed">You take up the brush' in page
    assert not re.search(r"^Your word is his paper", handout, re.MULTILINE)


def test_at_the_head_stands_what_everybody_knows_and_no_brief_of_one_chair() -> None:
    handout = as_handout(RULES, one_line_play(), 3)
    page = html.unescape(as_page(RULES, one_line_play(), 3))
    assert "## What everybody knows\n\nIt is 22 May 1858. At Aigun" in handout
    assert "<details><summary>What everybody knows</summary><p>It is 22 May 1858." in page
    for seat in RULES.scenario.seats.values():
        private = first_sentence(RULES.scenario.briefs[seat.brief].text)
        assert escaped(private) not in handout
        assert private not in page


def test_at_the_end_names_and_words_that_occur_are_explained_from_the_codex() -> None:
    for record in (one_line_play(), documented(RULES), bushy()):
        handout = as_handout(RULES, record, None)
        told, _, words = handout.partition("## Names and words\n")
        played = told.partition("## What everybody knows\n")[2]
        terms = re.findall(r"^- \*\*(.*)\*\*: (.*)$", words, re.MULTILINE)
        assert 5 <= len(terms) <= 12
        pages = {escaped(page.title): page for page in RULES.scenario.codex.values()}
        for title, said in terms:
            if title in pages:
                assert said == escaped(first_sentence(pages[title].text))
        assert ("Yishan", escaped(first_sentence(pages["Yishan"].text))) in terms
        assert "walk-away" in dict(terms) or "walk-away" not in played
    page = as_page(RULES, one_line_play(), None)
    assert "<dt>Yishan</dt>" in page.partition('<h2 id="words">')[2]


def test_a_name_that_does_not_occur_is_not_explained() -> None:
    term = Term("Kyakhta, 1727", "A town.", (r"\bKyakhta\b", r"\b1727\b"))
    assert glossary((term,), "At Kyakhta, in 1728") == ()
    assert glossary((term,), "At Kyakhta, in 1727") == (term,)

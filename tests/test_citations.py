"""A student can cite what The Governor rests on: author, title and year, and where it was read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.coach.invented import citation_of, named_of
from game.coach.seasons.toll import said_by
from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.model import Weight
from tests.in_lines import plain, told

GOVERNOR = read_any("the-governor")
SOURCES = GOVERNOR.sources
SHORT, WEB = 40, re.compile(r"Wikipedia|web|author|\.(?:com|ru|org)\b")
"""How long what a line calls a source may be, and what does not belong into it."""
CITED = {
    "nevelskoy": ("G. Nevelskoy", "Feats of Russian Naval Officers", "chapter 31", "knigaread"),
    "barsukov": ("Barsukov", "Graf N. N. Muraviev-Amursky", "1891", "bitlit.ru", "432"),
    "kraevedcheskii": ("Kraevedcheskii biulleten", "2001, no. 4", "pages 63-69"),
    "qing-veritable-records": ("Emperor Wenzong", "清文宗实录", "juan 253", "330-333"),
    "miasnikov": ("V. Miasnikov", "2004", "vostlit.info"),
    "hummel": ("A. Hummel", "Eminent Chinese of the Ch'ing Period", "I-shan", "Wikisource"),
    "fletcher-chc": ("J. Fletcher", "Cambridge History of China", "volume 10", "zhesa.com"),
    "cao-tingjie": ("Cao Tingjie", "Xiboli dongpian jiyao", "1885"),
    "quested": ("R. Quested", "Expansion of Russia in East Asia 1857-1860", "1968"),
    "bassin": ("M. Bassin", "Imperial Visions", "1999", "J. L. Evans", "1848-1860"),
    "sgibnev": ("A. Sgibnev", "Amur expedition 1854", "vostlit.info"),
    "glehn": ("Danilov, 1889", "marksrussianmilitaryhistory.info"),
    "polevoy": ("B. Polevoy", "Pervoprokhodtsy"),
    "khevrolina": ("V. Khevrolina", "N. P. Ignatiev", "page 31"),
    "ravenstein": ("E. Ravenstein", "The Russians on the Amur", "1861", "Van Bergen"),
    "smirnov": ("N. Smirnov", "Transbaikal Cossacks"),
    "kazachestvo": ("slovar.com.ua", "N. Smirnov", "Transbaikal Cossacks"),
    "review-1861": ("1861", "electro.nekrasovka.ru/books/6151416", "pages 7-8"),
}


@pytest.mark.parametrize("id", CITED)
def test_a_source_is_cited_as_the_notes_record_it(id: str) -> None:
    assert all(part in citation_of(SOURCES[id]) for part in CITED[id])


def test_what_was_used_from_memory_is_not_called_firm() -> None:
    remembered = [source for source in SOURCES.values() if "from memory" in source.cite]
    assert remembered
    assert all(source.weight is not Weight.FIRM for source in remembered)


def test_sources_are_listed_one_a_line_with_where_they_were_read(tmp_path: Path) -> None:
    record = ("--plain", "--seed", "1", "--start", "1854", "--record", str(tmp_path / "a.amur"))
    shown = plain(tmp_path, "the-governor", *record, lines="1\nsources\ncodex yishan\nquit\n")
    asked = told(shown, "sources")
    assert "[read at " in asked
    page = " ".join(shown.split("> codex yishan")[1].split())
    assert "Source: A. Hummel (ed.), Eminent Chinese of the Ch'ing Period" in page
    assert "[read at Wikisource]" in page


def test_a_line_of_a_story_or_a_ledger_names_a_source_by_what_it_is_about() -> None:
    assert isinstance(GOVERNOR, Campaign)
    rules = CampaignRules(GOVERNOR)
    booked = {said_by(rules, entry.source) for entry in rules.effects.book} - {""}
    assert GOVERNOR.map is not None
    sized = {id for claim in GOVERNOR.map.seasons.claims.values() for id in claim.source}
    named = booked | {named_of(SOURCES[id]) for id in sized}
    assert "accounts of the siege of Petropavlovsk" in named
    for words in named:
        assert len(words) <= SHORT
        assert not WEB.search(words)

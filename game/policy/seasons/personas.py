"""The personas that govern a campaign, by name; each is made anew for every play."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.policy.belief import Believer
from game.policy.integrative import Integrative
from game.policy.personas import persona
from game.policy.protocol import Policy
from game.policy.seasons.line import Annalist
from game.policy.seasons.lots import RandomInSeasons
from game.policy.seasons.manner import MANNERS, Manner
from game.policy.seasons.search import USUAL, SearchInSeasons
from game.policy.seasons.steward import Steward
from game.policy.seated import AtEachTable, MakesPolicy
from game.rules import Rules
from game.rules.seasons import CampaignRules

Maker = Callable[[CampaignRules, str], Policy]
COMPANY = 5
"""Men whom he keeps in mind at a table: a campaign has several, and many are played. With three,
who never asks broke off talks half as often again as with eight; with five, hardly more."""
COMPANY_OF_SEARCH = 8
"""The same of who searches, in earnest and in thought: where the two differ, thought misleads."""
UNHURRIED = 8
"""Sittings of a table from which on there is time to hold to what one hopes for."""


def _at_tables(manner: Manner, key: str, company: int = COMPANY) -> MakesPolicy:
    """Return what makes somebody of a table's persona, who keeps few men in mind."""

    def made(rules: Rules) -> Policy:
        own = f"{key} {rules.scenario.table.id}"
        holds = manner.holds if rules.scenario.table.sittings >= UNHURRIED else 0
        policy = persona(manner.table, rules, own, holds=holds)
        if isinstance(policy, Integrative):
            policy.believer = Believer(rules, company)
        return policy

    return made


def _steward(manner: Manner) -> Maker:
    def made(rules: CampaignRules, key: str) -> Policy:
        return Steward(rules, manner, key, AtEachTable(rules, _at_tables(manner, key)))

    return made


def _annalist(rules: CampaignRules, key: str) -> Policy:
    """Return who copies history, and who asks for its line where it no longer tells him how."""
    manner = replace(MANNERS["integrative"], table="stickler", holds=0)
    return Annalist(rules, _steward(manner)(rules, key))


def searching(rules: CampaignRules, key: str, rung: int = USUAL) -> Policy:
    """Return who searches with the plays of a rung, from 1; the same at tables on every rung."""
    manner = replace(MANNERS["integrative"], whim=0)
    at_tables = _at_tables(manner, key, COMPANY_OF_SEARCH)
    first = Steward(rules, manner, key, AtEachTable(rules, at_tables))
    return SearchInSeasons(rules, first, at_tables, rung)


GOVERNORS: Mapping[str, Maker] = {
    "random": RandomInSeasons,
    **{name: _steward(manner) for name, manner in MANNERS.items()},
    "historical": _annalist,
    "search": searching,
}
"""Each takes the rules and a key for luck of its own."""


def governor(name: str, rules: CampaignRules, key: str) -> Policy:
    """Return who decides for the seat of the seasons by a persona's name, made for one play."""
    return GOVERNORS[name](rules, key)

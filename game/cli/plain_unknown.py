"""What is answered to a word that means nothing: a few others, and where the rest stand."""

from __future__ import annotations

import re

from game.cli.plain_campaign_help import WORDS as SEASON_WORDS
from game.cli.plain_help import WORDS
from game.cli.plain_near import near
from game.coach.menu import words_of
from game.coach.persons import opposite
from game.rules import CampaignRules, Rules
from game.rules.legal import Legal
from game.rules.seasons.season_words import VERBS as SEASON_VERBS
from game.rules.table import Table
from game.rules.words import PLAIN_VERBS, WORDED_VERBS
from game.state import Phase, State

MOST = 5
"""Words that are named at once; more are not read."""
LONGEST = 30
"""Letters that are repeated of a word that means nothing."""
LEAST = 4
"""Letters from which on a word of a menu's line is taken for its act."""

GIVES = ("give", "word", "counter", "propose", "answer")
"""What people say for a paper of their own."""
SIGNS = ("sign", "signs", "brush")
"""What they say for signing."""
LEADS = (
    {
        GIVES: "to lay a paper down say 'offer {terms}'; what it leaves out stays as in"
        " your draft.",
        SIGNS: "it is {other.he} who signs: 'accept' lays {other.his} word down unchanged, 'offer"
        " {terms}' a paper of yours.",
    },
    {
        GIVES: "to give your word say 'offer {terms}': your last word, or else {other.his} paper,"
        " with that changed; it may go with an act, '{act} with offer {terms}'.",
    },
)
"""Where such a word leads, by chair."""


def is_known(word: str, table: Table) -> bool:
    """Return whether a decision can begin with a word."""
    return word in (*PLAIN_VERBS, *WORDED_VERBS) or word in table.by_id


def nearest(word: str, rules: Rules, legal: Legal, state: State) -> str:
    """Return in one sentence which words would do, and which would show the rest."""
    table = rules.table
    lead = next((text for words, text in LEADS[state.seat].items() if word in words), "")
    if lead and state.phase is not Phase.SCENE:
        terms = f"{table.issues[0]}={table.options[0][0]}"
        act = next(act.id for act in table.acts if state.seat in act.seats)
        leads = lead.format(terms=terms, act=act, other=opposite(rules, state.seat))
        return f"'{word}' means nothing here; {leads}"
    now, named = _now(legal), _named(word, rules, legal, state.seat)
    near_ones = near(word, [*now, "offer", *(key.split()[0] for key in WORDS)], MOST)
    others = (f"'{other}'" for other in near_ones if other not in named)
    meant = [*named.values(), *others][:MOST]
    if meant:
        would = f"did you mean {_either(meant)}?"
    elif state.phase is Phase.SCENE:
        would = f"choose by a number from 1 to {len(legal.heads)}."
    else:
        would = f"you could say {_either(now[:MOST])}."
    rest = "'menu' shows what can be decided now, 'help' every word."
    said = word if len(word) <= LONGEST else f"{word[:LONGEST]}…"
    return f"'{said}' means nothing here; {would} {rest}"


def after_the_end(text: str, over: str = "the talks are over") -> str:
    """Return why a line decides nothing when all is over, and which word was meant."""
    word = text.partition(" ")[0].lower()
    close = near(word, (key.split()[0] for key in WORDS))
    if close and close[0] != word:
        return f"'{word}' means nothing here; did you mean '{close[0]}'? 'help' lists every word."
    return f"{over}, so '{text}' decides nothing; 'undo' goes back, 'quit' leaves"


def meant_in_seasons(text: str, rules: CampaignRules) -> str:
    """Return which word a line of a season nearly begins with; empty for one that is none."""
    word = text.partition(" ")[0].lower()
    known = (*SEASON_VERBS, *rules.scenario.actions)
    close = near(word, (*(key.split()[0] for key in SEASON_WORDS), *known))
    if word in known or not close:
        return ""
    return f"'{word[:LONGEST]}' means nothing here; did you mean '{close[0]}'?"


def _named(word: str, rules: Rules, legal: Legal, seat: int) -> dict[str, str]:
    """Return the acts whose line of the menu has a word in it, closed ones too: they say why.

    By the word of the act, as it is told.
    """
    if len(word) < LEAST:
        return {}
    labels, verbs = {}, words_of(rules, seat)
    for head in (*legal.heads, *(head for head, _ in legal.refused)):
        act = rules.table.by_id.get(head.name)
        labels[head.name or head.verb] = act.label if act else verbs.get(head.verb, "")
    return {
        id: f"'{id}' ({label})"
        for id, label in labels.items()
        if word in re.findall(r"[a-z]+", label.lower())
    }


def _now(legal: Legal) -> list[str]:
    """Return the first words of what may be decided now, what ends the talks last."""
    heads = [head for head in legal.heads if head.verb != "choose"]
    acts = [head.name for head in heads if head.name]
    return list(dict.fromkeys([*acts, *(head.verb for head in heads if not head.name)]))


def _either(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last

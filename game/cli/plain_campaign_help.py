"""What line mode says about itself in a campaign: how one decides, and its words."""

from __future__ import annotations

from game.cli.plain_text import hung, put, wrapped
from game.coach.invented import legend_of
from game.rules import CampaignRules

DECIDING = (
    "In a season a number orders what stands behind it in the menu, the same number in every"
    " season; those that are left out are of orders that cannot be had yet. Behind it"
    " stand its price and, as a risk, how often it goes wrong. Where it"
    " must be said to what or to whom, a second number does, there or at once ('3 2'). 's' lets the"
    " rest of the season pass as it was ordered. An empty line turns a page and decides nothing. In"
    " a scene a number chooses. At a table everything is as at a table that stands alone; 'help'"
    " says how, there. Or decide in words:"
)
WORDS = {
    "menu [GROUP]": "all that can be ordered now, or a part of it as 'menu river', what it costs "
    "and does, and why not now",
    "why NAME": "an order in full, by its word or number; a track, and what moves it; a measure of "
    "the end; a table; of a page of the codex and an adviser, who says so",
    "forecast NUMBER": "what an order would do, and how often it goes wrong",
    "status": "the season, every track that you may see, the leverage",
    "leverage [TABLE]": "what presses at a table, part by part; at the last one if none is named",
    "papers": "what was signed at each table, and what became of it",
    "ledger": "who paid, how many they were, and who says so",
    "expect": "what you noted at the tables that you expect; after the end, beside what came",
    "advisers": "who can be asked, and how often each was right",
    "map": "who holds what",
    "sources": "what the scene, the last one, or the end rests on, and whether it is invented",
    "rules": "the rules, on one page",
    "brief": "what everybody knows, and your instructions",
    "codex [PAGE]": "people, places, terms and contested points",
    "teaching": "what the campaign is for, and questions for a class that has played it",
    "log [all]": "what happened in the last seasons, or in all",
    "pages": "after the end: its pages, from the first",
    "undo": "take back your last decision; nothing is lost",
    "redo": "and forward again, the way you went last; 'redo 2' another way",
    "tree": "every line of this play; 'tree all' opens them all",
    "goto NODE": "stand at any node of the tree: a number, a bookmark, main, fair, opening",
    "whatif NODE": "stand before a decision, and decide otherwise",
    "compare A B": "two lines side by side, in short; 'compare 12' with where you stand, "
    "'compare A B all' season by season",
    "mark GLYPH": "mark your last decision !! ! !? ?! ? or ??; 'mark 12 ?' another",
    "name WORDS": "name your last decision; 'name 12 ...' another, 'name 0 ...' the play",
    "note WORDS": "note something on your last decision; 'note 12 ...' on another",
    "promote NODE": "make the line to a node the main one",
    "archives [TABLE]": "after the end: what neither side could know at a table",
    "save": "where the play is kept (it always is)",
    "quit": "leave; you can take it up again where you left",
}
"""The helper words and what they answer; none of them costs anything."""


def print_campaign_help(rules: CampaignRules) -> None:
    """Print how one decides in a season, and the helper words."""
    put(wrapped(DECIDING))
    put()
    put(wrapped(" · ".join(_examples(rules))))
    put()
    if legend := legend_of(rules.scenario):
        put(wrapped(legend))
        put()
    width = max(map(len, WORDS))
    for word, what in WORDS.items():
        if word != "map" or rules.scenario.map is not None:
            put(hung(f"  {word:<{width}}  ", what))


def _examples(rules: CampaignRules) -> list[str]:
    said = ["stand"]
    for id, action in rules.scenario.actions.items():
        if action.targets and len(said) < 2:
            said.append(f"{id} {next(iter(action.targets))}")
        elif not action.targets and len(said) == 2:
            said.append(id)
    return [*said, *(f"open {id}" for id in list(rules.scenario.tables)[-1:])]

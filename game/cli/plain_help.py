"""What line mode says about itself: its words, and the rules of the table on one page."""

from __future__ import annotations

from game.cli.plain_examples import examples
from game.cli.plain_text import hung, item, put, put_all, wrapped
from game.coach.invented import legend_of
from game.coach.persons import Person, persons_of
from game.coach.rules_page import common_rules
from game.scenario import Scenario
from game.state import CLAIMANT

ANSWERED = (
    "Every question can be answered with what stands before a line, a number or a letter; an act"
    " keeps its own while the talks last. 0 or 'back' goes back one question where it is shown."
    " Where a paper is asked for, 'offer …' goes along with the act that was begun; any other"
    " decision that is typed at a question leaves that act undone."
    " Or type what you decide, in words, at any time:"
)
SAYING = (
    "A paper that names only some issues is your draft with these changed, and 'offer all' your"
    " draft as it stands; 'offer {other.his} {clause}' changes {other.his} word instead. An act"
    " alone asks what it is about; one that is about nothing is done at once, without a paper."
    " 'offer' and 'suppose' alone show the draft first.",
    "A paper of yours is your word: 'offer {one}' gives it to your last one, or else to"
    " {other.his} paper, with that clause changed; 'offer {other.his} {one}' always begins from"
    " {other.his} paper. It may go with an act. If {other.he} lays your word down unchanged, you"
    " sign it. 'accept' signs the paper that lies there.",
)
"""How to say what one decides, by chair; the clauses are the scenario's own."""

HIS = "his"
"""The word that goes by whoever sits opposite."""
WORDS = {
    "menu": "what can be decided now",
    "paper": "your draft, issue by issue, and what has changed",
    "draft ISSUE=OPTION": "change your draft without laying it down",
    HIS: "the last word or paper of the other side",
    "terms": "the names of all issues and options",
    "map": "what the paper would make of the map",
    "status": "where you stand",
    "forecast": "what your people expect of your draft, once a sitting",
    "forecast with offer …": "the same, of another paper",
    "advisers": "what each of your people says of it",
    "expect": "what you have guessed so far, and how to",
    "expect …": "write down your own guess; the end shows it beside what came",
    "why NAME": "what an act, an issue or a track means here; 'why 3' line 3 of the last list",
    "sources": "what the scene, the last one, or the end rests on, and whether it is invented",
    "rules": "the rules of the table, on one page",
    "brief": "what everybody knows, and your instructions, in full; in a campaign these talks in "
    "short, and the rest by 'brief all'",
    "codex [PAGE]": "people, places, terms and contested points",
    "teaching": "what the scenario is for, and questions for a class that has played it",
    "archives": "after the end: the bill, figure by figure, and what each could have had more",
    "log": "everything that has happened so far",
    "pages": "after the end: its pages, from the first",
    "undo": "take back your last decision; nothing is lost, and after the end the record says so",
    "redo": "and forward again, the way you went last; 'redo 2' another way",
    "tree": "every line of this play, and where it stands; 'tree all' opens them all",
    "goto NODE": "stand at any node of the tree: a number, a bookmark, main, fair, opening",
    "whatif NODE": "stand before a decision, and decide otherwise; nothing is lost",
    "compare A B": "two lines side by side; 'compare 12' with where you stand, 'compare history'",
    "mark GLYPH": "mark your last decision !! ! !? ?! ? or ??; 'mark 12 ?' another",
    "name WORDS": "name your last decision; 'name 12 ...' another, 'name 0 ...' the play",
    "note WORDS": "note something on your last decision; 'note 12 ...' on another",
    "promote NODE": "make the line to a node the main one",
    "save": "where the play is kept (it always is)",
    "quit": "leave; you can take it up again where you left",
}
"""The helper words and what they answer; none of them costs anything."""


def print_help(scenario: Scenario | None, seat: int = CLAIMANT) -> None:
    """Print how a chair says what it decides, and the helper words.

    The examples are of the scenario that is played; where none is chosen there is only the form.
    """
    said, other = examples(scenario, seat), _opposite(scenario, seat)
    saying = SAYING[seat].format(one=said.one, clause=said.other, other=other)
    legend = "" if scenario is None else legend_of(scenario)
    for paragraph in filter(None, (ANSWERED, said.line, saying, legend)):
        put(wrapped(paragraph))
        put()
    width = max(map(len, WORDS))
    for word, what in WORDS.items():
        if word != "map" or scenario is None or scenario.map is not None:
            put(hung(f"  {other.his if word == HIS else word:<{width}}  ", what))


def _opposite(scenario: Scenario | None, seat: int) -> Person:
    return Person("", is_you=False) if scenario is None else persons_of(scenario, seat)[1 - seat]


def print_rules(scenario: Scenario) -> None:
    """Print the rules of any table."""
    put("The rules of the table")
    put_all(item(number, rule) for number, rule in enumerate(common_rules(scenario), 1))

"""What line mode says about itself: its words, and the rules of the table on one page."""

from __future__ import annotations

from game.cli.plain_text import hung, item, put, put_all, wrapped
from game.state import CLAIMANT

ANSWERED = (
    "Every question can be answered with a number, and 0 or 'back' goes back one"
    " question where it is shown. Or type what you decide, in words, at any time:"
)
HELP = (
    (
        ANSWERED,
        "ask ussuri · argue english · dinner · offer ussuri=common · ask ussuri with offer"
        " ussuri=common · suppose ussuri=qing · memorial people · accept",
        "A paper that names only some issues is your draft with these changed, and 'offer all' your"
        " draft as it stands; 'offer his trade=none' changes his word instead. An act alone asks"
        " what it is about; 'offer' and 'suppose' alone show the draft first.",
    ),
    (
        ANSWERED,
        "refuse · ask ussuri · argue english · dinner · offer ussuri=qing · ask ussuri with offer"
        " ussuri=qing · consult · accept",
        "A paper of yours is your word: 'offer ussuri=qing' gives it to your last one, or else to"
        " his paper, with that clause changed; 'offer his ussuri=qing' always begins from his"
        " paper. It may go with an act. If he lays your word down unchanged, you sign it. 'accept'"
        " signs the paper that lies there.",
    ),
)
"""How to say what one decides, by chair."""

WORDS = {
    "menu": "what can be decided now",
    "paper": "your draft, issue by issue, and what has changed",
    "draft ISSUE=OPTION": "change your draft without laying it down",
    "his": "the last word or paper of the other side",
    "terms": "the names of all issues and options",
    "map": "what the paper would make of the map",
    "status": "where you stand",
    "forecast": "what your people expect of your draft, once a sitting",
    "forecast with offer …": "the same, of another paper",
    "advisers": "what each of your people says of it",
    "expect": "what you have guessed so far, and how to",
    "expect …": "write down your own guess; the end shows it beside what came",
    "why NAME": "what an act, an issue or a number means here",
    "rules": "the rules of the table, on one page",
    "brief": "your instructions, in full",
    "codex [PAGE]": "people, places, terms and contested points",
    "log": "everything that has happened so far",
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

RULES = (
    "He signs when the paper is worth his walk-away plus what he still hopes for.",
    "His walk-away moves with danger; his hope wears away only for a cause: you gave, you argued,"
    " you helped him write home, or at least something moved.",
    "He answers what you give with half of it, and in full where you had asked him why.",
    "The same paper or the same reason again moves nothing and tires him; what you take back, he"
    " takes back.",
    "His counter is his word: lay it down unchanged next time, with no pressure between, and he"
    " signs, or first consults his officers once.",
    "Every man has one thing he cannot go home without and one ground he can use before his"
    " throne: ask; trust decides how truly he answers.",
    "Pressure lowers his walk-away, each time less; the third act stiffens him; every act is read"
    " in both capitals.",
    "An ultimatum is a wager: once, on a paper he has answered, by a man who has been seen to do"
    " what he says.",
    "His court ratifies, lets it lie, or tears it up; a treaty torn up is worth less than none.",
)
"""The rules of the table, each a sentence that a teacher can say."""


def print_help(seat: int = CLAIMANT) -> None:
    """Print how a chair says what it decides, and the helper words."""
    for paragraph in HELP[seat]:
        put(wrapped(paragraph))
        put()
    width = max(map(len, WORDS))
    for word, what in WORDS.items():
        put(hung(f"  {word:<{width}}  ", what))


def print_rules() -> None:
    """Print the rules of the table."""
    put("The rules of the table")
    put_all(item(number, rule) for number, rule in enumerate(RULES, 1))

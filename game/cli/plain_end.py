"""After the talks, in lines of text: the pages, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from game.cli.plain_guesses import held_against_what_came
from game.cli.plain_input import Reader
from game.cli.plain_text import put, put_all, say, wrapped
from game.coach.leaves import LOOKED, Leaf, after_the_talks, in_one_go
from game.coach.lesson import to_talk_about
from game.coach.missed import missed
from game.coach.persons import opposite
from game.coach.visible import visible
from game.rules import Rules
from game.session import Session
from game.state import State

ARCHIVES = "archives: the bill, figure by figure, and what each could have had more"
"""Where they were not printed yet."""
PAGES = "pages: the pages of this end, from the first"
AT_AN_END = "This line has come to its end; 'pages' turns the pages that follow it."
"""Said where the play was led to an end that it had come to before."""
DOCUMENTED = "compare history: your line beside the documented one"
"""Where there is one."""
NEXT = (
    ARCHIVES,
    PAGES,
    "undo: take back the last decision and try another; this line is kept, too, and the record"
    " says that you went back knowing the end",
    "whatif NODE: the same from any decision; 'tree' shows them, 'compare' two of its lines",
    DOCUMENTED,
    "log: everything that happened, from the opening",
    "sources: what the pages of this end rest on",
    "codex, map, status: as before",
    "quit: leave",
)
"""What can be done after the end."""


def after(session: Session, reader: Reader, reads_on: Callable[[], bool]) -> None:
    """Print the pages that follow the talks, at a keyboard one by one."""
    seat = session.rules.table.seats.index(session.seat)
    if reader.is_keyboard:
        *leaves, _ = after_the_talks(session.rules, session.state, seat)
    else:
        leaves = list(in_one_go(session.rules, session.state, seat))
    wrong = missed(session.rules, session.line(), session.state, seat)
    asked = to_talk_about(session.rules.scenario)
    turn_over(chain(leaves, wrong, held_against_what_came(session), asked), reads_on)


def lead_to(pages: Callable[[], None] | None, what_next: Callable[[], None]) -> None:
    """Turn the pages of an end that was just come to, else say that it is one; then what next."""
    if pages is None:
        say(AT_AN_END)
        put()
    else:
        pages()
    what_next()


def turn_over(leaves: Iterable[Leaf], reads_on: Callable[[], bool]) -> None:
    """Print pages, after each of which it is asked whether to read on."""
    for leaf in leaves:
        put_all(page(leaf))
        if not reads_on():
            return


def tell_what_next(session: Session, reader: Reader) -> None:
    """Print what can be done after the end."""
    tell_whether_looked(session)
    if session.rules.scenario.afterwards:
        say(session.rules.scenario.afterwards)
        put()
    put("What next?")
    is_said = {ARCHIVES: reader.is_keyboard, DOCUMENTED: bool(session.rules.scenario.history)}
    put_all(wrapped(line, "  ", "    ") for line in NEXT if is_said.get(line, True))
    seed = visible(session.record.heading.seed)
    man = opposite(session.rules, session.rules.table.seats.index(session.seat)).man
    say(f"The same {man} sits there again with --seed {seed}; another with another.")
    put()


def told_archives(session: Session) -> Iterator[str]:
    """Yield the archives as a whole, laid out, once they are open."""
    if not session.is_over:
        yield "The archives open when the talks are over."
        return
    seat = session.rules.table.seats.index(session.seat)
    *_, leaf = after_the_talks(session.rules, session.state, seat)
    yield from page(leaf)


def tell_whether_looked(session: Session) -> None:
    """Say it of a play that somebody goes on with who knows what only the end tells."""
    if session.has_looked:
        say(LOOKED)
        put()


def pages(rules: Rules, state: State, seat: int) -> Iterator[str]:
    """Yield the pages of the end, laid out, and first of all the sum of them."""
    for leaf in in_one_go(rules, state, seat):
        yield from page(leaf)


def page(leaf: Leaf) -> Iterator[str]:
    """Yield one page, a blank line after its heading and each paragraph."""
    yield wrapped(f"== {visible(leaf.heading)} ==")
    yield ""
    for paragraph in leaf.paragraphs:
        yield wrapped(paragraph)
        yield ""

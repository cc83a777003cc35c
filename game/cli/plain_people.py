"""What a seat's own people say: the forecast, the advisers, and what a word means here."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_named import names_to_type
from game.cli.plain_near import near
from game.cli.plain_text import wrapped
from game.coach.advice import NO_ADVISERS, advice, spoken_so_far
from game.coach.foreseen import label_of
from game.coach.foretold import foretold
from game.coach.invented import office_of
from game.coach.meaning import meaning, words_known
from game.coach.who_says import who_says
from game.rules import Rules
from game.session import Session
from game.state import Decision, State, View


def told_forecast(session: Session, before: State, decision: Decision) -> Iterator[str]:
    """Yield what to expect of a draft or, in the host's chair, of a word; both in words."""
    yield from map(wrapped, foretold(session.game, before, decision, before.seat))


def told_advisers(session: Session) -> Iterator[str]:
    """Yield a line from each adviser of the seat that is shown about the paper on the table."""
    words = tuple(advice(session.rules, session.view(), before=spoken_so_far(session)))
    spoken = [heard for heard in words if heard.say]
    for adviser, line in spoken:
        yield wrapped(f"{adviser.name}, {office_of(adviser)}: “{line}”", "", "  ")
    if not words:
        yield NO_ADVISERS
    elif not spoken:
        yield "Nobody here has anything to say."


def told_why(rules: Rules, view: View, name: str, mode: str) -> Iterator[str]:
    """Yield what a word of the game means here; in points mode with the numbers one may see."""
    asked = name.lower().replace(" ", "-")
    known = _asked_of(rules)
    if asked not in known:
        asked = _labelled(rules, view.seat, name.lower()) or asked
    if asked not in known and (said := who_says(rules.scenario, name)):
        yield from map(wrapped, said)
        return
    if asked and asked not in known:
        yield wrapped(_unknown(name, near(asked, known)))
        return
    for line in meaning(rules, view.state, asked, mode):
        yield wrapped(line, "  ", "    ") if line.startswith("  ") else wrapped(line)
    yield from names_to_type(rules, asked)


def _asked_of(rules: Rules) -> list[str]:
    """Return every word that can be asked about, `issue=option` among them."""
    table = rules.table
    of_issue = zip(table.issues, table.options, strict=True)
    clauses = (f"{issue}={option}" for issue, options in of_issue for option in options)
    return [*words_known(rules), *clauses]


def _labelled(rules: Rules, seat: int, word: str) -> str:
    """Return the number whose label a word stands in; nothing where it is none's, or several's."""
    tracks = rules.scenario.tracks
    labels = {id: label_of(rules.scenario, id, seat) for id in tracks}
    found = [id for id, label in labels.items() if word in label.lower().split()]
    return found[0] if len(found) == 1 and found[0] in words_known(rules) else ""


def _unknown(name: str, close: list[str]) -> str:
    meant = f"; did you mean '{close[0]}'?" if close else "."
    return f"There is nothing to tell of '{name}'{meant} 'why' alone lists what there is."

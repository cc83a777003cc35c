"""What can be chosen now, as lines of a list; each stands for heads of the legal decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from game.coach.foreseen import foreseen
from game.coach.menu import about, entries, question
from game.coach.words_for import issue_label
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.state import Phase, State
from game.tui.texts import Part, lines, said

DIGITS = 9
"""So many lines are chosen by a digit; the others by the cursor."""
LETTERS = {"accept": "a", "go-home": "g"}
"""Lines that have a key of their own."""
MUTED, DISABLED = "$text-muted", "$text-disabled"


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the list, the heads behind it and what is said of it below."""

    text: Content
    heads: tuple[Head, ...]
    help: str = ""
    name: str = ""
    """The id of the act, of the choice, or of the decision without arguments."""
    refused: str = ""
    """Why it may not be chosen now."""

    @property
    def is_open(self) -> bool:
        """Return whether it may be chosen now."""
        return bool(self.heads)


def offers(rules: Rules, legal: Legal, state: State, mode: str) -> Iterator[Offer]:
    """Yield what the seat to move may choose, what it may not choose with the reason."""
    match state.phase:
        case Phase.SCENE:
            yield from _choices(rules, legal, state, mode)
        case Phase.OVER:
            return
        case _:
            for number, entry in enumerate(entries(rules, legal, state.seat), 1):
                head = next(iter(entry.heads), None)
                verb = "" if head is None else head.verb
                if head is None:
                    yield _closed(entry.label, "not now", entry.refused)
                else:
                    key = _key(number, LETTERS.get(verb, ""))
                    yield Offer(said(key, entry.label), entry.heads, entry.help, head.name or verb)


def _choices(rules: Rules, legal: Legal, state: State, mode: str) -> Iterator[Offer]:
    """Yield the choices of the scene, each with what it would visibly change."""
    event = rules.scenario.events[rules.scenes.all[state.scene].id]
    open_now = []
    for number, head in enumerate(legal.heads, 1):
        id = head.about[0]
        open_now.append(id)
        choice = event.choices[id]
        seen = foreseen(rules.scenario, event, choice, mode)
        text = said(_key(number), choice.say)
        yield Offer(lines(text, (f"  {seen}", MUTED)) if seen else text, (head,), "", id)
    for id, choice in event.choices.items():
        if id not in open_now and choice.else_show:
            yield _closed(choice.say, "not open", choice.else_show)


def arguments(rules: Rules, legal: Legal, offer: Offer) -> Iterator[Offer]:
    """Yield what the act behind an offer may be about; of two issues, one after the other."""
    heads = offer.heads
    if len(heads[0].about) > 1:
        yield from _issues(rules, heads, _first_issue(rules, offer))
        return
    for number, head in enumerate(heads, 1):
        yield Offer(said(_key(number), about(rules, head)), (head,), "", head.about[0])
    open_now = {head.about for head in heads}
    for head, reason in legal.refused:
        if head.name == heads[0].name and head.about and head.about not in open_now:
            yield _closed(about(rules, head), "not now", reason)


def asked(rules: Rules, offer: Offer, seat: int) -> str:
    """Return what is asked before the arguments of an act."""
    return "Or which?" if _first_issue(rules, offer) else question(rules, offer.heads[0], seat)


def _first_issue(rules: Rules, offer: Offer) -> str:
    """Return the first of two issues, where that was what was chosen."""
    return offer.name if offer.name in rules.table.issues else ""


def _issues(rules: Rules, heads: tuple[Head, ...], first: str) -> Iterator[Offer]:
    """Yield the issues that heads are about, besides the first that is settled already."""
    known = [issue for issue in rules.table.issues if issue != first]
    number = 0
    for issue in known:
        with_it = tuple(head for head in heads if issue in head.about)
        if with_it:
            number += 1
            label = issue_label(rules.scenario, rules.table.issue(issue))
            yield Offer(said(_key(number), label), with_it, "", issue)


def _closed(label: str, how: str, why: str) -> Offer:
    text = said((f"  {label}", DISABLED), (f"  {how}: {why}", DISABLED))
    return Offer(text, (), refused=why)


def _key(number: int, letter: str = "") -> Part:
    return (f"{letter or (number if number <= DIGITS else ' ')} ", "$accent")

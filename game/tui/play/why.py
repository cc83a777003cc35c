"""Why: what the thing under the cursor means, and what has moved it so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from textual.content import Content

from game.coach.foreseen import is_seen
from game.coach.meaning import (
    meaning,
    meaning_of,
    meaning_of_option,
    rules_known,
    words_known,
)
from game.coach.words_for import issue_label, sentence
from game.negotiation import Package
from game.rules import Rules
from game.scenario.table_model import ActKind
from game.state import Phase, State
from game.tui.play.board import said_of
from game.tui.play.causes import Cause, causes_parts
from game.tui.play.options import Offer
from game.tui.play.why_scene import of_scene
from game.tui.texts import lines, plain, said


def of_offer(
    rules: Rules, state: State, offer: Offer, mode: str, along: Package | None = None
) -> Iterator[Content]:
    """Yield why a line of the acts is what it is: its meaning, and why it is closed.

    `along` is the paper in hand that goes with it, if any.
    """
    if offer.refused:
        yield said((sentence(f"not now: {offer.refused}"), "$warning"))
    if state.phase == Phase.SCENE:
        yield from of_scene(rules, state, offer.name, mode)
        return
    kind = _kind(rules, offer)
    if kind:
        yield from _in_words(rules, meaning_of(rules, state, kind, offer.name, mode))
        if kind == "sentence" and along is not None and offer.heads:
            does = "bears" if offer.heads[0].allows(along) else "does not bear"
            yield plain(f"The paper that goes along with it {does} it out.")
    elif offer.name in words_known(rules):
        yield from _in_words(rules, meaning(rules, state, offer.name, mode))
    elif offer.name:
        yield said(offer.text)


def of_clause(
    rules: Rules, state: State, issue: int, option: int, found: list[Cause], mode: str
) -> Iterator[Content]:
    """Yield what an issue may be settled by, what the draft's way means, and where it came up."""
    of_issue = meaning_of(rules, state, "issue", rules.table.issues[issue], mode)
    yield lines(*_in_words(rules, of_issue))
    yield lines(*map(plain, meaning_of_option(rules, state, issue, option, mode)))
    if on_the_map := said_of(rules, issue, option):
        yield plain(f"On the map: {on_the_map}")
    label = issue_label(rules.scenario, issue)
    named = [cause for cause in found if any(label in text for text in cause.moved)]
    if named:
        yield said(("What has been said of it", "bold"))
        yield from causes_parts(named)


def of_numbers(
    rules: Rules, seat: int, state: State, found: list[Cause], mode: str
) -> Iterator[Content]:
    """Yield the ledger of causes, and then what the numbers and the rules of the table mean."""
    yield from causes_parts(found)
    seen = [id for id in rules.scenario.tracks if is_seen(rules.scenario, id, seat)]
    yield said(("What the numbers are", "bold $secondary"))
    for id in seen:
        yield plain(" ".join(meaning_of(rules, state, "track", id, mode)))
    yield said(("What the rules are", "bold $secondary"))
    for word in rules_known(rules):
        told = meaning(rules, state, word, mode)
        yield lines((word, "bold"), *map(plain, told))


def _kind(rules: Rules, offer: Offer) -> str:
    """Return of which kind of thing a line of the acts is; empty for a decision without a name."""
    head = offer.heads[0] if offer.heads else None
    if head is None or not head.name:
        return ""
    if offer.name == head.name and offer.name not in head.about:
        return "act"
    act = rules.scenario.table.acts[head.name]
    return {ActKind.ARGUE: "ground", ActKind.MEMORIAL: "sentence"}.get(act.kind, "issue")


def _in_words(rules: Rules, told: Iterable[str]) -> Iterator[Content]:
    """Yield a meaning: a list in one paragraph with what leads to it, without the ids of options.

    Those are typed in line mode alone.
    """
    ids = set(chain.from_iterable(rules.table.options))
    paragraph: list[Content] = []
    for line in told:
        id, is_item, words = line.partition(": ")
        if line.startswith("  ") and is_item and id.strip() in ids:
            paragraph.append(said(("  • ", "$text-muted"), words))
            continue
        if paragraph:
            yield lines(*paragraph)
        paragraph = [plain(line)]
    if paragraph:
        yield lines(*paragraph)

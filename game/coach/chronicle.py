"""The chronicle: what a turn brought about, told in plain sentences to one seat.

A seat reads words for what the other hides and numbers only for its own affairs. Every sentence
is chosen by the terms of the entry or of the host's reason that it tells; where nothing moved,
nothing is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.coach.replies import answered
from game.coach.words_for import issue_label, listed, option_text
from game.negotiation import Package
from game.rules import Rules
from game.state import CLAIMANT, HOST, Decision, Entry, Phase, State, Turn

Data = Mapping[str, int | str | Package | None]
COMMON = 100
MARKED = 7
"""Per cent by which a weight must differ to be called dearer or cheaper."""
WARMTH = ("cold", "cool", "not cold", "warm")


class Line(NamedTuple):
    """One sentence of the chronicle."""

    text: str
    kind: str
    """`act`, `cause`, `reply`, `scene`, `news` or `end`."""
    because: str
    """The clause or rule it tells of."""


def told(
    rules: Rules, before: State, turn: Turn, seat: int, mode: str = "advisers"
) -> tuple[Line, ...]:
    """Return the sentences that tell a turn to a seat."""
    lines: list[Line] = []
    moved: list[str] = []
    for entry in turn.entries:
        if seat not in entry.seen_by or _is_private(rules, entry, seat):
            continue
        text = _sentence(rules, before, entry, seat, mode)
        if text and entry.what == "track-changed":
            moved.append(text)
        elif text:
            lines.append(Line(text, KINDS.get(entry.what, "cause"), entry.because))
    if moved:
        lines.append(Line(f"{'; '.join(moved)}.", "cause", "tracks"))
    if before.phase == Phase.REPLY and turn.state.transcript != before.transcript:
        decision = turn.state.transcript[-1]
        replies = answered(rules, before, turn.state, decision, seat)
        lines.extend(Line(said.text, "reply", said.because) for said in replies)
    elif before.phase == Phase.SITTING and seat == HOST:
        laid = _laid_before_him(rules, before, turn.state.transcript[-1])
        lines.extend(Line(text, "act", "decision") for text in laid)
    return tuple(lines)


def _is_private(rules: Rules, entry: Entry, seat: int) -> bool:
    """Return whether an entry goes back to a scene of the other seat: he sees only what shows."""
    kind, _, rest = entry.because.partition(" ")
    if kind == "choice":
        return rules.scenes.by_id[rest.split(" ")[0]].seat != seat
    return kind == "risk" and entry.what == "track-changed" and seat not in entry.seen_by


KINDS = {
    "scene-came": "scene",
    "chose": "scene",
    "risk-came": "scene",
    "news-came": "news",
    "lapsed": "end",
    "went-home": "end",
    "signed": "end",
}
"""Kinds of line that are not causes."""


def _sentence(rules: Rules, before: State, entry: Entry, seat: int, mode: str) -> str:
    data = dict(entry.data)
    scenario, table = rules.scenario, rules.table
    host = scenario.seats[table.seats[HOST]].name
    he = host if seat == CLAIMANT else "you"
    match entry.what:
        case "chose":
            return scenario.events[str(data["event"])].choices[str(data["choice"])].result
        case "risk-came":
            event = scenario.events[rules.scenes.all[before.scene].id]
            risk = next(
                (c.risk for c in event.choices.values() if c.risk and c.risk.id == data["risk"]),
                None,
            )
            return f"It went wrong ({data['odds']} in a hundred): {risk.text}" if risk else ""
        case "news-came":
            news = scenario.table.news
            return news.text if news is not None else ""
        case "track-changed":
            return _track(rules, entry, data, seat, mode)
        case "hope-worn":
            return _worn(rules, entry, data, seat)
        case "hope-rose":
            return "He takes back as much as you." if "took-back" in entry.because else ""
        case "given-in-vain":
            return (
                "It counts for nothing yet: there is one thing he cannot go home without, "
                "and it is not in this paper."
                if seat == CLAIMANT
                else "What he gave is beside the one thing that you must bring home."
            )
        case "not-talked-further":
            return (
                "He will not be talked further than he has been met: give something first."
                if seat == CLAIMANT
                else ""
            )
        case "argued":
            return _argued(rules, data, seat)
        case "told":
            label = issue_label(scenario, table.issues.index(str(data["issue"])))
            if not data["new"]:
                return ""
            return (
                f"You said how much {label} weighs; he will know where not to ask."
                if seat == CLAIMANT
                else f"He said how much {label} weighs with him."
            )
        case "question-answered":
            label = issue_label(scenario, table.issues.index(str(data["issue"])))
            return (
                f"You answered what {he} had asked of {label}; he who is answered answers."
                if seat == CLAIMANT
                else f"He answered your question about {label}."
            )
        case "answered-why" if seat == CLAIMANT:
            index = table.issues.index(str(data["issue"]))
            why = list(scenario.table.issues.values())[index].why
            weight = int(str(data["weight"]))
            if not weight:
                return f"“{why}” He says no more; he does not trust you enough."
            return (
                f"“{why}” It weighs {_weighs(weight)}. What you give there now is answered in full."
            )
        case "need-heard":
            need = next(n for n in table.needs[HOST] if n.id == data["need"])
            options = listed(
                [option_text(scenario, need.issue, o) for o in sorted(need.allows)], "or"
            )
            return (
                f"And the one thing he cannot go home without: “{need.say}” (Only {options}.)"
                if seat == CLAIMANT
                else ""
            )
        case "ground-heard":
            ground = next(g for g in table.grounds if g.id == data["ground"])
            return (
                f"What he could say before the throne: “{ground.say}”" if seat == CLAIMANT else ""
            )
        case "would-rather" if seat == CLAIMANT:
            label = issue_label(scenario, table.issues.index(str(data["keep"])))
            return f"Of the two he would rather keep {label}."
        case "supposed" if seat == CLAIMANT:
            return f"To that he is {WARMTH[int(str(data['warmth']))]}; it binds nobody."
        case "sentence-written":
            sentence = next(m for m in table.memorial if m.id == data["sentence"])
            return f"He can now write to the throne: “{sentence.say}”"
        case "menaced":
            return (
                "Refusing has become more dangerous. It will be read in Beijing, and at home."
                if seat == CLAIMANT and int(str(data["by"])) > 0
                else "He has heard it before; it moves him no further."
                if seat == CLAIMANT
                else "Guns have been shown to you; it will be read in Beijing."
            )
        case "courtesy-soured":
            return (
                "So that was what the courtesies were for, he thinks." if seat == CLAIMANT else ""
            )
        case "mended":
            return "It mends the offence; it earns nothing more." if seat == CLAIMANT else ""
        case "opened" if seat == CLAIMANT:
            label = issue_label(scenario, table.issues.index(str(data["issue"])))
            weighs = _weighs(int(str(data["weight"])))
            return f"He opens with a point of his own: {label} weighs {weighs}."
        case "asked":
            label = issue_label(scenario, table.issues.index(str(data["issue"])))
            return (
                f"He asks what {label} is to you. (Tell him, and he will answer yours.)"
                if seat == CLAIMANT
                else ""
            )
        case "last-word-lapsed":
            return (
                "Your last word has lapsed; a last word that was not the last costs credit."
                if seat == CLAIMANT
                else "His last word has lapsed."
            )
        case "lapsed":
            return "The days are spent. The talks lapse without a paper."
        case "went-home":
            return (
                "You order the boats away. There is no treaty."
                if seat == CLAIMANT
                else "He orders his boats away. There is no treaty."
            )
        case "amended":
            index = table.issues.index(str(data["issue"]))
            text = option_text(scenario, index, table.option(index, str(data["option"])))
            return f"The paper on the table now says: {text}."
        case _:
            return ""


def _weighs(weight: int) -> str:
    """Return how a weight compares with the common man's, in words."""
    if weight > COMMON + MARKED:
        return "more with him than you supposed"
    if weight < COMMON - MARKED:
        return "less with him than you supposed"
    return "with him what you supposed"


def _track(rules: Rules, entry: Entry, data: Data, seat: int, mode: str) -> str:
    """Tell a track's change: words by default, numbers in points mode; never a tired patience."""
    track, by = str(data["track"]), int(str(data["by"]))
    label = rules.scenario.tracks.get(track)
    if label is None or (track == "patience" and by > -8):
        return ""
    if entry.because.startswith("act ") and abs(by) < 2:
        return ""
    if (track == "caution" and seat == HOST) or label.seen_by == "none":
        return ""
    moved = "rises" if by > 0 else "falls"
    if mode == "points":
        return f"{label.label} {moved} by {abs(by)}"
    size = "a little" if abs(by) < 4 else "much" if abs(by) >= 8 else ""
    return f"{label.label} {moved}{' ' + size if size else ''}"


def _worn(rules: Rules, entry: Entry, data: Data, seat: int) -> str:
    if entry.because == "rule gave-where-asked":
        return (
            "You moved where he had told you why: he moves as far."
            if seat == CLAIMANT
            else "He moved where you had told him why; you owe him as much."
        )
    if entry.because == "rule gave":
        return (
            "You moved, and he moves: about half of what you gave."
            if seat == CLAIMANT
            else "He moved; you owe him half of it."
        )
    if entry.because == "rule clock" or not entry.because.startswith("sentence"):
        return ""
    return "He sees better how he will defend it." if seat == CLAIMANT else ""


def _argued(rules: Rules, data: Data, seat: int) -> str:
    if seat == HOST:
        ground = next(g for g in rules.table.grounds if g.id == data["ground"])
        return f"He argues: “{ground.say}”"
    match data["how"]:
        case "own":
            return "The paper bears it out, and it is the one ground he can use before the throne."
        case "borne":
            return "The paper bears the argument out; he takes it."
        case "not-borne":
            return "Words that no paper bears out move nothing; he remembers that you said them."
        case "again":
            return "He has heard that ground already; it only tires him."
        case _:
            return "A third reason: a man with so many has none. It moves nothing."


def _laid_before_him(rules: Rules, before: State, decision: Decision) -> list[str]:
    """Tell the host what the claimant did and what paper lies before him."""
    table, scenario = rules.table, rules.scenario
    lines = []
    if decision.verb == "accept":
        return ["He takes your word as you gave it."]
    act = table.by_id.get(decision.name)
    if act is not None and act.kind != "lay":
        about = " ".join(("", *decision.about))
        lines.append(f"He chooses: {act.label.lower()}{about}.")
    paper = decision.paper
    if paper is not None:
        last = before.paper
        changed = [i for i, o in enumerate(paper) if last is None or last[i] != o]
        terms = "; ".join(option_text(scenario, i, paper[i]) for i in changed)
        lines.append(
            f"He lays a paper down: {terms}."
            if last is None
            else f"He changes his paper: {terms}."
            if changed
            else "He lays the same paper down again."
        )
    return lines

"""Every text of a scenario that a play can tell, and which of them a finished play told.

A text is named by the path that leads to it in the author's own words, such as
`events.dinner.choices.watch.result`. What advisers say is heard only by who asks them, sitting by
sitting, and so is counted where a play is read through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from game.coach.aftermath import Afterwards, Asked, Told, condition
from game.rules import Rules
from game.rules.lasting import once_by_rules
from game.rules.scenes import note_of_risk
from game.scenario import Scenario
from game.scenario.faults import Path
from game.state import CLAIMANT, HOST, State


class Kind(StrEnum):
    """What a text is."""

    SCENES = "scenes"
    ACCOUNTS = "accounts"
    """A scene as one side tells it."""
    RESULTS = "results"
    """What is told of a choice."""
    RISKS = "risks"
    NEWS = "news"
    SIGNS = "signs"
    """How a temper is noticed across the table, there or in the archives that are open at last."""
    NEEDS = "needs"
    """What the host says of the one thing that he cannot go home without."""
    ADVISERS = "advisers"
    REPORTS = "reports"
    """Passages of the two letters home."""
    WITNESSES = "witnesses"
    VOICES = "voices"
    """What the factions of the court say."""
    ENDINGS = "endings"


def adviser_line(adviser: str, at: int) -> str:
    """Return how a line of an adviser is named.

    >>> adviser_line("perovsky", 2)
    'advisers.perovsky.lines.2'
    """
    return f"advisers.{adviser}.lines.{at}"


def texts_by_kind(scenario: Scenario) -> Mapping[Kind, tuple[str, ...]]:
    """Return the names of all texts, each kind in the author's order."""
    found: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for kind, name in _texts(scenario):
        found[kind].append(name)
    return {kind: tuple(names) for kind, names in found.items()}


def _texts(scenario: Scenario) -> Iterator[tuple[Kind, str]]:
    table, dossiers = scenario.table, scenario.dossiers
    for id, event in scenario.events.items():
        yield Kind.SCENES, f"events.{id}.text"
        yield from ((Kind.ACCOUNTS, f"events.{id}.accounts.{seat}") for seat in event.accounts)
        for choice, written in event.choices.items():
            if written.result:
                yield Kind.RESULTS, _result(id, choice)
            if written.risk is not None:
                yield Kind.RISKS, _risk(id, choice)
    if table.news is not None:
        yield Kind.NEWS, NEWS
    # Only the host is read across the table, and only he says what he needs.
    for temper in table.temperaments.get(table.host, {}):
        yield Kind.SIGNS, _sign(table.host, temper)
    for need in table.needs.get(table.host, {}):
        yield Kind.NEEDS, _need(table.host, need)
    for id, adviser in scenario.advisers.items():
        yield from ((Kind.ADVISERS, adviser_line(id, at)) for at in range(len(adviser.lines)))
    if dossiers is not None:
        for letter, name in ((dossiers.despatch, "despatch"), (dossiers.memorial, "memorial")):
            yield from ((Kind.REPORTS, _passage(name, at)) for at in range(len(letter.parts)))
        yield from ((Kind.WITNESSES, _witness(at)) for at in range(len(dossiers.witness)))
        for faction in dossiers.court:
            yield from ((Kind.VOICES, _voice(faction, word)) for word in ("for", "against"))
    yield from ((Kind.ENDINGS, f"endings.{id}") for id in scenario.endings)


NEWS = "table.news.text"


def _result(event: str, choice: str) -> str:
    return f"events.{event}.choices.{choice}.result"


def _risk(event: str, choice: str) -> str:
    return f"events.{event}.choices.{choice}.risk.text"


def _sign(seat: str, temper: str) -> str:
    return f"table.temperaments.{seat}.{temper}.sign"


def _need(seat: str, need: str) -> str:
    return f"table.needs.{seat}.{need}.say"


def _passage(letter: str, at: int) -> str:
    return f"dossiers.{letter}.parts.{at}.text"


def _witness(at: int) -> str:
    return f"dossiers.witness.{at}.text"


def _voice(faction: str, word: str) -> str:
    return f"dossiers.court.{faction}.{word}"


Conditioned = tuple[tuple[str, Asked | None], ...]
"""Texts, each with what it hangs on; `None` where it is always told."""


class Telling:
    """Says which texts finished plays of one scenario told."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._by_note: dict[str, tuple[str, ...]] = {}
        for id, event in rules.scenario.events.items():
            scene = [f"events.{id}.text", *(f"events.{id}.accounts.{s}" for s in event.accounts)]
            for choice, written in event.choices.items():
                result = [_result(id, choice)] if written.result else []
                self._by_note[f"{id}.{choice}"] = (*scene, *result)
                if written.risk is not None:
                    note = note_of_risk(written.risk.id)
                    self._by_note[note] = (*self._by_note.get(note, ()), _risk(id, choice))

        dossiers = rules.scenario.dossiers
        self._letters: dict[str, Conditioned] = {}
        self._witnesses: Conditioned = ()
        self._voices: tuple[tuple[str, str] | None, ...] = ()
        if dossiers is None:
            return
        for chair, letter, name in (
            (CLAIMANT, dossiers.despatch, "despatch"),
            (HOST, dossiers.memorial, "memorial"),
        ):
            self._letters[rules.table.seats[chair]] = tuple(
                (_passage(name, at), condition(rules, part.when))
                for at, part in enumerate(letter.parts)
            )
        self._witnesses = tuple(
            (_witness(at), condition(rules, witness.when))
            for at, witness in enumerate(dossiers.witness)
        )
        self._voices = tuple(
            (_voice(f.id, "for"), _voice(f.id, "against")) if f.id in dossiers.court else None
            for f in rules.table.factions
        )

    def told(self, play: Afterwards, epilogue: Iterable[Told]) -> set[str]:
        """Return the texts that a play told: those of its scenes, and of one chair's last pages.

        A risk that several choices share counts as told of each of them.
        """
        found = {f"endings.{piece.id}" for piece in epilogue}
        found.update(self._in_scenes(play.state))
        for passage, holds in self._letters.get(play.seat, ()):
            if holds is None or holds(play):
                found.add(passage)
        for witness, holds in self._witnesses:
            if holds is None or holds(play):
                found.add(witness)
                break
        for voices, support in zip(self._voices, play.outcome.factions, strict=False):
            if voices is not None:
                found.add(voices[support < CARRIED])
        found.update(self._in_archives(play))
        return found

    def _in_archives(self, play: Afterwards) -> Iterator[str]:
        man, host = play.state.men[HOST], self._rules.scenario.table.host
        if man is not None and play.seat != host:
            yield _sign(host, self._rules.table.tempers[HOST][man.temper].id)

    def _in_scenes(self, final: State) -> Iterator[str]:
        for note in final.notes:
            yield from self._by_note.get(note, ())
        table = self._rules.scenario.table
        if final.news and table.news is not None:
            yield NEWS
        if final.heard_temper >= 0:
            temper = self._rules.table.tempers[HOST][final.heard_temper].id
            yield _sign(table.host, temper)
        needs = list(table.needs.get(table.host, {}))
        if 0 <= final.heard_need < len(needs):
            yield _need(table.host, needs[final.heard_need])


CARRIED = 50
"""Per cent of a faction from which it speaks for a paper."""


@once_by_rules
def telling(rules: Rules) -> Telling:
    """Return what says which texts plays by these rules told."""
    return Telling(rules)


def path_of(text: str) -> Path:
    """Return the path that leads to a text in the scenario.

    >>> path_of("advisers.perovsky.lines.2"), path_of("events.1858.text")
    (('advisers', 'perovsky', 'lines', 2), ('events', '1858', 'text'))
    """
    parts = text.split(".")
    return tuple(
        int(part) if before in ("lines", "parts", "witness") else part
        for before, part in zip(("", *parts), parts, strict=False)
    )

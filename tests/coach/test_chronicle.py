"""The chronicle tells everything, tells it truly, and tells no seat what it must not know."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from inspect import getsource
from itertools import pairwise
from pkgutil import iter_modules

import pytest

import game.rules
from game.coach.causes import CAUSES, OTHERWISE
from game.coach.chronicle import told
from game.coach.heard import WARMTH
from game.files.scenarios import read_scenario
from game.negotiation import value
from game.rules import Rules, mind, terms
from game.state import (
    CLAIMANT,
    HOST,
    PATIENCE_BAND,
    Decision,
    Entry,
    Fortune,
    Man,
    Phase,
    State,
    Turn,
)
from tests.proof.games import Step, games

RARE = {
    "last-word-lapsed",
    "mended",
    "courtesy-soured",
    "claim-worn",
    "not-talked-further",
    "supposed",
}
"""Kinds that a few games may not meet."""


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@lru_cache(maxsize=1)
def played(rules: Rules) -> tuple[Step, ...]:
    """Return every step of the games that these tests look at."""
    return tuple(step for game in games(rules, range(72), "chronicle") for step in game)


def kinds_of_entry() -> set[str]:
    """Return every kind of entry that the rules can tell, read from their source."""
    sources = (
        getsource(import_module(f"game.rules.{module.name}"))
        for module in iter_modules(game.rules.__path__)
    )
    return {kind for text in sources for kind in re.findall(r'\.tell\(\s*"([a-z-]+)"', text)}


def test_every_kind_of_entry_is_told_or_says_where_it_is_told() -> None:
    assert kinds_of_entry() == {*CAUSES, *OTHERWISE}
    assert not {*CAUSES} & {*OTHERWISE}


def test_every_kind_that_is_met_says_something_to_somebody(rules: Rules) -> None:
    met: set[str] = set()
    said: set[str] = set()
    for step in played(rules):
        for entry in step.turn.entries:
            met.add(entry.what)
            alone = Turn(step.turn.state, (entry,))
            texts = [told(rules, step.before, alone, seat) for seat in (CLAIMANT, HOST)]
            if any(line.kind not in ("reply", "act") for lines in texts for line in lines):
                said.add(entry.what)
    assert met & {*CAUSES} == said
    assert {*CAUSES} - met <= RARE


def _moved(step: Step, entry: Entry) -> bool:
    """Return whether a track stands where its last entry of the turn says, and moved so."""
    data = dict(entry.data)
    track, now = str(data["track"]), int(str(data["now"]))
    entries = [
        int(str(dict(e.data)["now"]))
        for e in step.turn.entries
        if e.what == "track-changed" and dict(e.data)["track"] == track
    ]
    if track == "danger":
        return True
    after = step.turn.state
    level = getattr(after, track, None)
    return entries[-1] != now or level is None or level == now


def _worn(rules: Rules, step: Step, entry: Entry) -> bool:
    """Return whether wear by gifts is the half, or the whole where he had told why."""
    by = int(str(dict(entry.data)["by"]))
    host, before, after = step.before.men[HOST], step.before, step.turn.state
    if not entry.because.startswith("rule gave") or before.paper is None or after.paper is None:
        return by > 0
    assert host is not None
    if before.phase == Phase.SCENE:
        return by > 0
    rows, rank = host.utility.worth, rules.table.rank
    given = {
        i: row[after.paper[i]] - row[before.paper[i]]
        for i, row in enumerate(rows)
        if row[after.paper[i]] > row[before.paper[i]]
        and rank[i][after.paper[i]] < rank[i][before.paper[i]]
    }
    asked = sum(worth for i, worth in given.items() if i in after.asked)
    credited = min(value(after.paper, host.utility) - before.ladder, sum(given.values()))
    whole = (credited + min(asked, credited)) * terms.ANSWER // 100
    return (
        (asked > 0) == (entry.because == "rule gave-where-asked")
        and 0 < by <= min(whole, terms.MOST_A_SITTING)
        and (by == min(whole, terms.MOST_A_SITTING) or not after.hope[HOST])
    )


def test_what_is_told_of_a_cause_is_true(rules: Rules) -> None:
    needs, grounds = rules.table.needs[HOST], rules.table.grounds
    checks: dict[str, Callable[[Step, Entry], bool]] = {
        "track-changed": _moved,
        "hope-worn": lambda s, e: _worn(rules, s, e),
        "hope-rose": lambda s, e: int(str(dict(e.data)["by"])) > 0,
        "need-heard": lambda s, e: needs[_man(s).need].id == dict(e.data)["need"],
        "ground-heard": lambda s, e: grounds[_man(s).ground].id == dict(e.data)["ground"],
        "given-in-vain": lambda s, e: (
            s.turn.state.paper is not None and not mind.meets_need(_man(s), s.turn.state.paper)
        ),
        "menaced": lambda s, e: (
            (int(str(dict(e.data)["by"])) > 0)
            == (mind.danger(s.turn.state) > mind.danger(s.before))
        ),
        "answered-why": lambda s, e: (
            s.before.trust < terms.FALSE
            or dict(e.data)["weight"]
            in (0, _man(s).weights[rules.table.issues.index(str(dict(e.data)["issue"]))])
        ),
        "amended": lambda s, e: s.turn.state.paper != s.before.paper,
        "last-word-lapsed": lambda s, e: s.before.wager > 0 and not s.turn.state.wager,
        "mended": lambda s, e: s.before.sore and not s.turn.state.sore,
    }
    untrue = [
        (step.seed, step.before.sitting, entry)
        for step in played(rules)
        for entry in step.turn.entries
        if entry.what in checks and not checks[entry.what](step, entry)
    ]
    assert not untrue


def _man(step: Step) -> Man:
    man = step.before.men[HOST]
    assert man is not None
    return man


def test_he_is_as_warm_to_a_supposed_text_as_its_worth_to_him_says(rules: Rules) -> None:
    seen = set()
    sittings = [s for s in played(rules) if s.before.phase == Phase.SITTING and s.papers]
    for step in sittings[::4]:
        before, man = step.before, _man(step)
        want = rules.walk(HOST, before) + mind.host_hope(before, rules.table)
        face = mind.felt(before, rules.table.tempers[HOST][man.temper].courtesy)
        for text in sorted(step.papers):
            turn = rules.apply(before, Decision("tactic", "suppose", (), None, text))
            (line,) = (li for li in told(rules, before, turn, CLAIMANT) if "binds" in li.text)
            enough = value(text, man.utility) + face >= want and mind.meets_need(man, text)
            warmth = line.text.removeprefix("To that he is ").partition(";")[0]
            assert (warmth == "warm") == enough
            assert warmth in WARMTH
            seen.add(warmth)
    assert len(seen) > 2


def masked_from(seat: int, state: State, other: State) -> State:
    """Return a state that differs only in numbers which the seat may not see."""
    if seat == HOST:
        return state._replace(
            seed="another",
            fortune=Fortune(5, 700, 4),
            men=(other.men[CLAIMANT], state.men[HOST]),
            caution=state.caution + 9,
            hope=(state.hope[CLAIMANT] + 321, state.hope[HOST]),
        )
    within_band = state.patience - 1 if (state.patience - 1) % PATIENCE_BAND else state.patience + 1
    return state._replace(
        seed="another",
        fortune=Fortune(5, 700, 4),
        ladder=state.ladder + 77,
        ledger=(9, 8, 7, 6),
        patience=within_band if state.patience > 1 else state.patience,
        disowned=not state.disowned,
    )


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
@pytest.mark.parametrize("mode", ["advisers", "points"])
def test_no_masked_number_changes_what_is_told(rules: Rules, seat: int, mode: str) -> None:
    steps = played(rules)
    for step, other in zip(steps[::3], steps[1::3], strict=False):
        before = masked_from(seat, step.before, other.before)
        after = masked_from(seat, step.turn.state, other.before)
        plain = told(rules, step.before, step.turn, seat, mode)
        assert told(rules, before, Turn(after, step.turn.entries), seat, mode) == plain


def test_the_claimant_reads_the_same_whether_it_was_signed_to_be_disowned(rules: Rules) -> None:
    seen = 0
    for step in played(rules):
        if step.decision.verb != "accept" or step.before.seat != HOST:
            continue
        disowned = Decision("sign-to-disown")
        turn = rules.apply(step.before, disowned)
        assert told(rules, step.before, turn, CLAIMANT) == told(
            rules, step.before, step.turn, CLAIMANT
        )
        seen += 1
    assert seen > 5


def test_a_scene_of_the_other_seat_shows_only_what_it_does_to_the_paper(rules: Rules) -> None:
    amended = 0
    for step in played(rules):
        if step.before.phase != Phase.SCENE:
            continue
        lines = told(rules, step.before, step.turn, 1 - step.before.seat)
        changed = step.turn.state.paper != step.before.paper
        assert bool(lines) == changed
        amended += changed
    assert amended


def test_what_lies_before_the_host_is_told_once_and_in_words(rules: Rules) -> None:
    ids = {*(g.id for g in rules.table.grounds), *(m.id for m in rules.table.memorial)}
    for step in played(rules):
        acts = [
            line.text for line in told(rules, step.before, step.turn, HOST) if line.kind == "act"
        ]
        if step.before.phase != Phase.SITTING or step.decision.verb == "go-home":
            assert not acts
        elif step.decision.paper is not None and step.decision.verb == "tactic":
            assert any("paper" in text for text in acts)
        for text in acts:
            assert not any(re.search(rf"\b{id}\b", text) for id in ids if "-" in id)


def test_no_sentence_is_told_twice_in_a_turn(rules: Rules) -> None:
    for step in played(rules):
        for seat in (CLAIMANT, HOST):
            texts = [line.text for line in told(rules, step.before, step.turn, seat)]
            assert all(a != b for a, b in pairwise(texts))

"""The chronicle tells everything, tells it truly, and tells no seat what it must not know."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from inspect import getsource
from itertools import pairwise
from pkgutil import iter_modules

import pytest

import game.rules
from game.coach.causes import CAUSES, OTHERWISE
from game.coach.chronicle import told
from game.coach.foreseen import foreseen, is_seen, label_of
from game.coach.levels import is_exact, level_of, level_told
from game.coach.meaning_asked import Asking
from game.coach.meaning_things import of_track
from game.coach.standing import looks
from game.files.scenarios import read_scenario
from game.rules import Rules, parsed
from game.rules.views import PATIENCE_BAND
from game.state import (
    CLAIMANT,
    HOST,
    Decision,
    Fortune,
    Phase,
    State,
    Turn,
)
from game.tui.play.shortly import looks_shortly
from tests.proof.games import Step, games

IN_NUMBERS = re.compile(r"([^;.]+?) (rises|falls) by (\d+)")
RARE = {
    *("last-word-lapsed", "mended", "courtesy-soured", "claim-worn", "not-talked-further"),
    *("supposed", "went-home", "stayed", "lapsed", "risk-came", "question-answered"),
    *("temper-seen", "court-heard"),
}
"""Kinds that a few games may not meet."""


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@lru_cache(maxsize=1)
def played(rules: Rules) -> tuple[Step, ...]:
    """Return every step of the games that these tests look at."""
    return tuple(step for game in games(rules, range(54), "chronicle") for step in game)


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


@pytest.mark.parametrize("mode", ["advisers", "points"])
def test_a_scene_of_the_other_seat_tells_what_it_does_to_the_paper_and_what_is_seen_to_move(
    rules: Rules, mode: str
) -> None:
    amended = moved = 0
    for step in played(rules):
        if step.before.phase != Phase.SCENE:
            continue
        seat = 1 - step.before.seat
        lines = told(rules, step.before, step.turn, seat, mode)
        changed = step.turn.state.paper != step.before.paper
        shown = [head_of(rules, seat, state, mode) for state in (step.before, step.turn.state)]
        elsewhere = [line.text for line in lines if line.because == "elsewhere"]
        assert len(lines) == changed + len(elsewhere)
        assert shown[0] == shown[1] or elsewhere, (shown, step.decision)
        for text in elsewhere:
            assert text.startswith("By something that was decided on his side, ")
            assert text.endswith(" (after the talks you can read what).")
        if changed:
            whose = ("Yishan", "Nikolai Muraviev")[seat]
            (text,) = (line.text for line in lines if line.because != "elsewhere")
            assert f"On {whose}'s side the paper on the table was changed without you" in text
            assert ("Your draft says so, too" in text) == (seat == CLAIMANT)
        amended += changed
        moved += bool(elsewhere)
    assert amended
    assert moved


def head_of(rules: Rules, seat: int, state: State, mode: str) -> list[str]:
    """Return where each track that is open to a chair stands, as its head tells it."""
    tracks = rules.scenario.tracks
    seen = rules.seen_by(seat, state).state
    return [
        level_told(id, tracks[id], level_of(rules, seen, id), seat, mode)
        for id in tracks
        if is_seen(rules.scenario, id, seat)
    ]


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_in_words_no_word_of_the_head_changes_untold(rules: Rules, seat: int) -> None:
    tracks, changes = rules.scenario.tracks, 0
    seen = [id for id in tracks if is_seen(rules.scenario, id, seat)]
    for step in played(rules):
        heads = [
            head_of(rules, seat, state, "advisers") for state in (step.before, step.turn.state)
        ]
        lines = " ".join(line.text for line in told(rules, step.before, step.turn, seat)).lower()
        for id, was, now in zip(seen, *heads, strict=True):
            if was != now and tracks[id].words:
                assert label_of(rules.scenario, id, seat).lower() in lines, (id, was, now, lines)
                changes += 1
    assert changes > 100


@pytest.mark.parametrize(
    ("trust", "answered", "why"),
    [
        (50, False, "since you trust him"),
        (10, True, "since he answered what you had asked"),
    ],
)
@pytest.mark.parametrize("mode", ["advisers", "points"])
def test_the_host_reads_why_he_tells_what_he_keeps_from_others(
    rules: Rules, mode: str, trust: int, answered: bool, why: str
) -> None:
    opening = rules.opening("1858")._replace(phase=Phase.SITTING, scene=-1, seat=CLAIMANT)
    state = opening._replace(trust=trust, answered=answered)
    for words, begins in (
        ("tactic ask rivers", f"; {why}, you say why, and how much it weighs."),
        ("tactic ask rivers", f"And {why}, and he asked, you tell him what you cannot go home"),
        ("tactic rather rivers left-bank", f"{why}, and he asked, you have told him what you"),
    ):
        turn = rules.apply(state, decided(rules, state, words))
        text = " ".join(line.text for line in told(rules, state, turn, HOST, mode))
        assert begins.lower() in text.lower()


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


def test_the_host_reads_an_act_once_and_before_what_it_did(rules: Rules) -> None:
    state = rules.opening("1858")._replace(phase=Phase.SITTING, scene=-1)
    for words, act in (("tactic argue english", "argues"), ("tactic dinner", "dine")):
        turn = rules.apply(state, parsed(words, rules.table, state))
        texts = [line.text.lower() for line in told(rules, state, turn, HOST)]
        assert [act in text for text in texts] == [True] + [False] * (len(texts) - 1)


def test_what_a_choice_visibly_promises_is_told_when_it_comes(rules: Rules) -> None:
    for scene in rules.scenes.all:
        opening = rules.opening("1858")._replace(face=50, trust=50, credibility=50, caution=15)
        state = opening._replace(phase=Phase.SCENE, seat=scene.seat, scene=scene.index)
        open_now = {head.about[0] for head in rules.legal_decisions(state).heads}
        for choice in scene.choices:
            if choice.odds or choice.id not in open_now:
                continue
            event = rules.scenario.events[scene.id]
            promised = foreseen(rules.scenario, event, event.choices[choice.id], "advisers")
            turn = rules.apply(state, Decision("choose", scene.id, (choice.id,)))
            said = " ".join(line.text for line in told(rules, state, turn, scene.seat)).lower()
            for track in ("patience", "trust", "face"):
                kept = f"{track} rises" in said or f"{track} rises" not in promised
                assert kept, (scene.id, choice.id)


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_what_moved_in_a_turn_is_told_once_by_its_sum(rules: Rules, seat: int) -> None:
    merged = 0
    for steps in games(rules, range(27), "sums"):
        for step in steps:
            moved: dict[str, list[int]] = {}
            for entry in step.turn.entries:
                if entry.what == "track-changed":
                    data = dict(entry.data)
                    moved.setdefault(str(data["track"]), []).append(int(str(data["by"])))
            lines = told(rules, step.before, step.turn, seat, "points")
            text = " ".join(line.text for line in lines if line.because == "tracks").lower()
            for track in ("face", "trust", "credibility"):
                label = label_of(rules.scenario, track, seat).lower()
                found = re.findall(rf"{re.escape(label)} (rises|falls) by (\d+)", text)
                assert len(found) <= 1
                for way, by in found:
                    assert sum(moved[track]) == int(by) * (1 if way == "rises" else -1)
                    merged += len(moved[track]) > 1
    assert merged > 3


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_in_numbers_what_is_told_adds_up_to_what_is_shown(rules: Rules, seat: int) -> None:
    """Of every track in the head: by as much as it moved there, the chronicle says it moved."""
    ids = [
        id for id in ("face", "trust", "credibility", "patience") if is_exact(id, seat, "points")
    ]
    ids += ["caution"] if seat == CLAIMANT else []
    tracks = {label_of(rules.scenario, id, seat): id for id in ids}
    met = set()
    for step in played(rules):
        lines = told(rules, step.before, step.turn, seat, "points")
        text = " ".join(line.text for line in lines if line.because in ("tracks", "elsewhere"))
        summed = dict.fromkeys(tracks.values(), 0)
        for label, way, by in IN_NUMBERS.findall(text):
            name = label.strip().removeprefix("By something that was decided on his side, ")
            id = next((id for at, id in tracks.items() if at.lower() == name.lower()), "")
            if id:
                summed[id] += int(by) if way == "rises" else -int(by)
        met |= {line.because for line in lines}
        for id, by in summed.items():
            moved = getattr(step.turn.state, id) - getattr(step.before, id)
            assert by == moved, (id, by, moved, text, step.decision)
    assert {"tracks", "elsewhere"} <= met


def test_what_one_may_only_estimate_is_told_in_words_and_shown_as_a_band(rules: Rules) -> None:
    """The forecast of a choice, the chronicle and the head agree that no number is known."""
    state = rules.seen_by(CLAIMANT, rules.opening("7")).state
    assert "Yishan's patience: fair (49-64)" in looks(rules, CLAIMANT, state, "points")
    shortly = " ".join(looks_shortly(rules, CLAIMANT, state, "points", terse=True))
    assert "patience: 49-64" in shortly
    asking = Asking(rules, state, "points")
    assert "It stands at: fair (49-64)." in list(of_track(asking, "patience"))
    for event in rules.scenario.events.values():
        if event.seat != rules.scenario.table.claimant:
            continue
        for choice in event.choices.values():
            seen = foreseen(rules.scenario, event, choice, "points")
            assert not re.search(r"(patience|hopes for) (rises|falls) by", seen)
    for step in played(rules):
        text = " ".join(
            line.text for line in told(rules, step.before, step.turn, CLAIMANT, "points")
        )
        assert not re.search(r"patience (rises|falls) by", text)


def test_what_a_host_speaks_of_unasked_is_not_told_as_what_he_asks_for(rules: Rules) -> None:
    told_of = 0
    for step in played(rules):
        if any(entry.what == "opened" for entry in step.turn.entries):
            text = " ".join(line.text for line in told(rules, step.before, step.turn, CLAIMANT))
            assert "unasked" in text
            assert "asks for is another matter" in text
            told_of += 1
    assert told_of


def test_the_host_is_told_what_became_of_his_question(rules: Rules) -> None:
    """Answered where it is, passed over where it is not, and that once."""
    asked = rules.opening("1858")._replace(phase=Phase.SITTING, scene=-1, seat=HOST)
    opened = rules.apply(asked._replace(seat=CLAIMANT), decided(rules, asked, "tactic dinner"))
    state = opened.state._replace(phase=Phase.REPLY, scene=-1, seat=HOST)
    state = rules.apply(state, decided(rules, state, "tactic ask left-bank")).state
    state = state._replace(phase=Phase.SITTING, scene=-1, seat=CLAIMANT)
    passed = "He passes over your question about the left bank of the Amur"
    answers = "He answers your question about the left bank of the Amur"
    for words, said in (
        ("tactic dinner", passed),
        ("tactic tell rivers", passed),
        ("tactic tell left-bank", answers),
    ):
        turn = rules.apply(state, decided(rules, state, words))
        text = " ".join(line.text for line in told(rules, state, turn, HOST))
        assert said in text
        assert (passed in text) != (answers in text)
        assert passed not in " ".join(line.text for line in told(rules, state, turn, CLAIMANT))
    later = rules.apply(state, decided(rules, state, "tactic dinner")).state
    later = later._replace(phase=Phase.REPLY, scene=-1, seat=HOST)
    later = rules.apply(later, decided(rules, later, "tactic dinner")).state
    later = later._replace(phase=Phase.SITTING, scene=-1, seat=CLAIMANT)
    assert later.question >= 0
    turn = rules.apply(later, decided(rules, later, "tactic dinner"))
    assert passed not in " ".join(line.text for line in told(rules, later, turn, HOST))


def decided(rules: Rules, state: State, words: str) -> Decision:
    return parsed(words, rules.table, state)


def test_what_has_nowhere_to_fall_is_said_to_have_come_to_its_end(rules: Rules) -> None:
    """A hint promised more than could come: the result says why it was less."""
    seen = 0
    for step in played(rules):
        for entry in step.turn.entries:
            if entry.what != "track-changed" or dict(entry.data)["track"] != "caution":
                continue
            lines = told(rules, step.before, Turn(step.turn.state, (entry,)), CLAIMANT)
            text = " ".join(line.text for line in lines if line.because == "tracks")
            if text and int(str(dict(entry.data)["by"])) < 0:
                lowest = dict(entry.data)["now"] == 0
                assert ("and can fall no further" in text) == lowest
                seen += lowest
    assert seen


def test_a_need_that_was_just_named_is_not_quoted_again(rules: Rules) -> None:
    asked = Decision("tactic", "ask", ("rivers",))
    seen = 0
    for step in played(rules):
        state, man = step.before, step.before.men[HOST]
        if state.phase != Phase.REPLY or step.decision.verb != "refuse" or man is None:
            continue
        state = state._replace(heard_need=man.need)
        just = state._replace(transcript=(*state.transcript[:-1], asked))
        quoted = rules.table.needs[HOST][man.need].say.removesuffix(".")
        later, now = (
            " ".join(line.text for line in told(rules, before, step.turn, CLAIMANT))
            for before in (state, just)
        )
        assert quoted not in now
        if quoted in later and state.transcript[-1].name != "ask":
            assert "What he has told you he cannot go home without" in now
            seen += 1
    assert seen


def test_a_ground_that_was_argued_to_him_is_not_called_his_own(rules: Rules) -> None:
    state = rules.opening("1858")._replace(phase=Phase.SITTING, scene=-1, seat=CLAIMANT)
    state = rules.apply(state, decided(rules, state, "tactic argue english")).state
    state = state._replace(phase=Phase.REPLY, scene=-1, seat=HOST)
    for ground, own in (("english", False), ("trade", True)):
        turn = rules.apply(state, decided(rules, state, f"tactic argue {ground}"))
        for seat, had in ((HOST, "that he had argued to you"), (CLAIMANT, "that you had argued")):
            text = " ".join(line.text for line in told(rules, state, turn, seat))
            assert ("ground of your own" in text or "ground of his own" in text) == own
            assert (had in text) != own

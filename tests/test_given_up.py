"""Posts at the mouth that the committee had given up, and how one comes back to them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from game.coach.seasons.meaning import meaning
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Effect, Later
from game.scenario.map_model import Holder
from game.scenario.season_model import Consequence
from game.state import CLAIMANT, Deal, Decision, Ended, Entry, Phase, State, Verdict
from game.tui.map.seasons import map_of
from tests.fords import with_tracks

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
LEAVE, SUMMER_1854 = "leave-to-float", 28
POSTS = ("petrovskoe", "nikolaevsk")
PLACES = {"petrovskoe": "petrovskoye", "nikolaevsk": "nikolaevsk"}


def _given_up(*, leave: bool) -> State:
    """Return summer 1854, both posts at the mouth given up by order of the committee."""
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    states = (step.before for step in steps)
    state = next(s for s in states if s.turn == SUMMER_1854 and s.phase == Phase.SEASON)
    noted = {"post-petrovskoe", "post-nikolaevsk", "posts-withdrawn"}
    notes = (state.notes | noted) - {"posts-kept", LEAVE} | ({LEAVE} if leave else set())
    return state._replace(notes=frozenset(notes))


def _open(state: State, target: str) -> bool:
    heads = RULES.legal_decisions(state).heads
    return any(head.alone == Decision("act", "found-post", (target,)) for head in heads)


def _why_not(state: State, target: str) -> str:
    return RULES.orders.why_not(RULES.orders.by_words["found-post", target], state)


@pytest.mark.parametrize("post", POSTS)
def test_a_post_that_was_given_up_is_not_founded_again_without_leave_and_it_says_so(
    post: str,
) -> None:
    state = _given_up(leave=False)
    assert not _open(state, post)
    assert not _open(state, f"{post}-again")
    why = _why_not(state, post)
    assert "the committee gave up the mouth" in why
    assert "it stands already" not in why


@pytest.mark.parametrize("post", POSTS)
def test_with_leave_one_goes_back_and_the_post_is_on_the_map_again(post: str) -> None:
    state = _given_up(leave=True)
    drawn = map_of(RULES)
    assert PLACES[post] not in drawn.at(state).founded
    assert _open(state, f"{post}-again")
    again = RULES.follow(state, Decision("act", "found-post", (f"{post}-again",)))
    assert PLACES[post] in drawn.at(again).founded
    assert not _open(again, f"{post}-again")


@pytest.mark.parametrize("post", POSTS)
def test_a_post_that_is_founded_first_after_the_mouth_was_given_up_stands(post: str) -> None:
    never, leave = _given_up(leave=False), _given_up(leave=True)
    never, leave = (s._replace(notes=s.notes - {f"post-{post}"}) for s in (never, leave))
    assert not _open(never, post)
    assert "the committee gave up the mouth" in _why_not(never, post)
    assert not _open(never, f"{post}-again")
    drawn = map_of(RULES)
    assert _open(leave, f"{post}-again")
    founded = RULES.follow(leave, Decision("act", "found-post", (f"{post}-again",)))
    assert PLACES[post] in drawn.at(founded).founded
    other = next(each for each in POSTS if each != post)
    alone = founded._replace(notes=founded.notes - {f"post-{other}"})
    at_the_mouth = GOVERNOR.actions["fortify"].targets["mouth"].when
    assert at_the_mouth is not None
    assert bool(RULES.condition(at_the_mouth)(alone)) is (post == "nikolaevsk")


def test_what_is_told_of_a_post_at_the_mouth_holds_also_of_one_that_had_none_before_it() -> None:
    for post in POSTS:
        target = GOVERNOR.actions["found-post"].targets[f"{post}-again"]
        told = [*target.result, *(t for do in target.do if isinstance(do, Later) for t in do.texts)]
        for text in (target.label, *told):
            assert not re.search(r"\b(again|second|first|still)\b", text), text


@pytest.mark.parametrize("leave", [True, False])
def test_a_forecast_offers_to_go_back_only_where_one_can(*, leave: bool) -> None:
    given_up = _given_up(leave=leave)
    standing = given_up._replace(notes=given_up.notes - {"posts-withdrawn"})
    told = {
        state: "\n".join(meaning(RULES, RULES.seen_by(CLAIMANT, state), "found-post", "points"))
        for state in (given_up, standing)
    }
    assert ("At Nikolaevsk, which the committee" in told[given_up]) is leave
    assert "At Nikolaevsk, which" not in told[standing]
    assert "At Petrovskoe, which" not in told[standing]
    assert "5. At Mariinsk" in told[standing]


ALL = ("petrovskoe", "nikolaevsk", "mariinsk", "alexandrovsk")
SPRING_1856 = 35


def _in_spring_1856(*notes: str) -> State:
    """Return spring 1856 by the documented line, of its notes on posts only these."""
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    states = (step.before for step in steps)
    state = next(s for s in states if s.turn == SPRING_1856 and s.phase == Phase.SEASON)
    others = {note for note in state.notes if note.startswith(("post-", "posts-"))}
    return state._replace(notes=state.notes - others | set(notes))


def _settlement(entries: Iterable[Entry], *because: str) -> int:
    """Return by how much settlement moved for these causes."""
    moves = [dict(entry.data) for entry in entries if entry.because.startswith(because)]
    return sum(int(str(each["by"])) for each in moves if each.get("track") == "settlement")


FOUNDING = next(
    effect.by
    for effect in GOVERNOR.actions["found-post"].do
    if isinstance(effect, Change) and effect.track == "settlement"
)


@pytest.mark.parametrize("posts", [ALL[:1], ALL[1:2], ALL[:2], ALL[2:], ALL[1:3], ALL])
def test_to_carry_posts_off_takes_from_settlement_what_founding_them_gave(
    posts: tuple[str, ...],
) -> None:
    state = _in_spring_1856("posts-until-peace", *(f"post-{post}" for post in posts))
    scene = RULES.scenes.by_id["peace-at-paris"].index
    turn = RULES.apply(
        state._replace(scene=scene, phase=Phase.SCENE, drawn=True, met_now=9),
        Decision("choose", "peace-at-paris", ("keep-the-term",)),
    )
    taken = _settlement(turn.entries, "choice")
    turn = RULES.apply(turn.state, Decision("stand"))
    taken += _settlement(turn.entries, "pressure")
    assert taken == -FOUNDING * len(posts)


def _followed(table: str, state: State, ended: Ended, **terms: str) -> list[Consequence]:
    """Return what follows from talks of which only some terms count; those of no paper, if none."""
    at = list(GOVERNOR.tables).index(table)
    rules = RULES.talks[at].rules.table
    treaty = tuple(
        options.index(terms[issue]) if issue in terms else 0
        for issue, options in zip(rules.issues, rules.options, strict=True)
    )
    verdict, nothing = (Verdict.RATIFIED if terms else Verdict.NONE), (0, 0)
    deal = Deal(
        at, 14, 0, 0, 0, 0, ended, treaty if terms else None, verdict, 60, (), 0, *[nothing] * 3
    )
    held = state._replace(deals=(deal,))
    parts = GOVERNOR.tables[table].afterwards
    return [part for part in parts if part.when is None or RULES.condition(part.when)(held)]


def _takes(parts: Iterable[Consequence]) -> int:
    """Return how much of settlement consequences take that speak of posts."""
    changes = (effect for part in parts for effect in part.do if isinstance(effect, Change))
    return -sum(effect.by for effect in changes if effect.track == "settlement" and effect.by < 0)


@pytest.mark.parametrize("posts", [ALL[2:3], ALL[2:]])
def test_to_take_posts_down_by_the_paper_of_mariinsk_does_too(posts: tuple[str, ...]) -> None:
    state = _in_spring_1856(*(f"post-{post}" for post in posts))
    came = _followed("mariinsk", state, Ended.SIGNED, posts="withdrawn")
    assert _takes(came) == FOUNDING * len(posts)


@pytest.mark.parametrize("posts", [ALL[:1], ALL[1:2], ALL[:2]])
def test_to_withdraw_posts_by_the_committee_does_too(posts: tuple[str, ...]) -> None:
    state = _in_spring_1856(*(f"post-{post}" for post in posts))
    came = _followed("amur-committee", state, Ended.SIGNED, flag="down", scope="recalled")
    assert _takes(came) == FOUNDING * len(posts)
    tired = with_tracks(RULES, state, favour=30)
    came = _followed("amur-committee", tired, Ended.BROKEN_OFF)
    assert _takes(came) == FOUNDING * len(posts)


def test_the_emperor_does_not_uphold_the_flag_and_lower_it_in_one_morning() -> None:
    state = with_tracks(RULES, _in_spring_1856("posts-kept"), favour=49)
    assert not _takes(_followed("amur-committee", state, Ended.BROKEN_OFF))


def test_land_that_a_paper_has_given_away_bears_no_word_of_the_years_before() -> None:
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    bank = ("upper-left-bank", "lower-left-bank", "mouth-left-bank")
    drawn = [map_of(RULES).at(step.turn.state).state for step in steps]
    assert any("Russian posts" in dict(state.words).get(bank[0], "") for state in drawn)
    assert {drawn[-1].holder(region) for region in bank} == {Holder.RUSSIA}
    assert not [region for region in bank if region in dict(drawn[-1].words)]


GONE = {
    "petrovskoe": ("posts-withdrawn", "kept-the-term"),
    "nikolaevsk": ("posts-withdrawn", "kept-the-term"),
    "petrovskoe-again": ("kept-the-term",),
    "nikolaevsk-again": ("kept-the-term",),
    "mariinsk": ("posts-taken-down", "kept-the-term"),
    "alexandrovsk": ("posts-taken-down", "kept-the-term", "de-kastri-given-up"),
    "kumara": (),
    "ust-zeya": (),
    "khingan": (),
}
"""By the post, what takes it away."""


def _brought(effects: Iterable[Effect], *notes: str) -> list[Entry]:
    """Return what letters bring in summer 1856, where only these notes are set and nothing done."""
    texts = [effect.texts for effect in effects if isinstance(effect, Later)]
    letters = RULES.effects.letters
    sent = [next(at for at, each in enumerate(letters) if each.texts == text) for text in texts]
    state = _in_spring_1856()
    coming = tuple((SPRING_1856 + 1, at) for at in sent)
    begun = {"notes": frozenset(notes), "done": (0,) * len(state.done), "coming": coming}
    turn = RULES.apply(state._replace(**begun), Decision("stand"))
    own = {f"letter {at}" for at in sent}
    return [entry for entry in turn.entries if entry.because in own]


@pytest.mark.parametrize("post", GONE)
def test_a_post_is_a_year_old_only_while_it_stands(post: str) -> None:
    do = GOVERNOR.actions["found-post"].targets[post].do
    first = f"post-{post.removesuffix('-again')}"
    standing = (first, post, "posts-withdrawn") if post.endswith("-again") else (first,)
    assert _settlement(_brought(do, *standing), "letter") == 1
    for gone in GONE[post]:
        assert _brought(do, *standing, gone) == []


@pytest.mark.parametrize("post", [post for post in GONE if not post.endswith("-again")])
def test_a_hungry_post_loses_settlement_only_while_one_stands(post: str) -> None:
    hazard = GOVERNOR.actions["found-post"].hazard
    assert hazard is not None
    assert _settlement(_brought(hazard.do, f"post-{post}"), "letter") == -1
    for gone in GONE[post]:
        brought = _brought(hazard.do, f"post-{post}", gone)
        assert _settlement(brought, "letter") == 0
        assert "toll-booked" in [entry.what for entry in brought]


@pytest.mark.parametrize("gone", [(), ("posts-withdrawn",), ("posts-imperial",)])
def test_the_clerk_of_the_company_is_heard_of_while_he_has_a_shop(gone: tuple[str, ...]) -> None:
    do = GOVERNOR.events["flag-to-hire"].choices["the-company"].do
    assert bool(_brought(do, "post-petrovskoe", *gone)) is not bool(gone)
    assert _brought(do, *gone) == []


def test_no_ice_goes_through_villages_that_nobody_founded() -> None:
    do = GOVERNOR.events["two-maps-by-one-post"].choices["stanford-to-aigun"].do
    assert _brought(do) == []
    families = GOVERNOR.events["four-hundred-and-fifty-families"].choices
    for choice in families:
        settled = f"four-hundred-and-fifty-families.{choice}"
        assert _settlement(_brought(do, settled), "letter") < 0


def test_de_kastri_is_off_the_map_once_it_is_burned() -> None:
    state = _in_spring_1856("post-alexandrovsk")
    burned = state._replace(notes=state.notes | {"de-kastri-given-up"})
    assert "de-kastri" in map_of(RULES).at(state).founded
    assert "de-kastri" not in map_of(RULES).at(burned).founded

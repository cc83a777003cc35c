"""What a scene tells of posts, promises and envoys agrees with what was founded and signed."""

from __future__ import annotations

import re

from game.coach.aftermath import letters, witness
from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.rules.moment import Moment
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Note
from game.scenario.event_model import Event
from game.scenario.expressions import Expression
from game.state import CLAIMANT, Deal, Decision, Ended, Phase, State, Verdict

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
EVENTS = GOVERNOR.events
RULES = CampaignRules(GOVERNOR)
OPENING = RULES.opening("history")
AT_RESETTLE = list(GOVERNOR.actions).index("resettle")
AT_FLOTILLA = list(GOVERNOR.actions).index("flotilla")


def holds(asked: Expression | None, turn: int, *notes: str) -> bool:
    """Return whether something may be in a season in which nothing but these is noted."""
    return holds_of(asked, OPENING._replace(turn=turn, notes=frozenset(notes)))


def holds_of(asked: Expression | None, state: State) -> bool:
    """Return whether something may be in a season as it stands."""
    assert asked is not None
    return bool(RULES.condition(asked)(state))


def with_goodwill(level: int) -> State:
    """Return the opening as it would be with this goodwill of the frontier."""
    levels = list(OPENING.levels)
    levels[RULES.levels["goodwill"]] = level
    return OPENING._replace(levels=tuple(levels))


def words(event: Event) -> str:
    """Return all that a scene and its answers say."""
    said = [f"{choice.say} {choice.result}" for choice in event.choices.values()]
    return " ".join([event.title, event.text, *said])


def test_men_for_whom_no_post_was_ordered_are_not_told_as_a_post() -> None:
    for id in ("eight-men-and-a-board", "flour-for-three-posts"):
        told = words(EVENTS[id]).lower()
        assert re.findall(r"\b(?:for|each|the|one) posts?\b", told) == []
        assert re.search(r"a post is more|not yet posts", told)


def test_a_sergeant_holds_de_kastri_only_where_a_post_was_founded_there() -> None:
    landing = EVENTS["de-kastri-landing"].when
    assert not holds(landing, 33, "post-mariinsk")
    assert not holds(landing, 33, "post-alexandrovsk")
    assert holds(landing, 33, "post-mariinsk", "post-alexandrovsk")


def test_the_post_on_the_gulf_is_founded_by_every_answer_with_what_founding_gives() -> None:
    scene = EVENTS["where-we-eat"]
    assert "winter post" not in scene.text
    for choice in scene.choices.values():
        assert "post-petrovskoe" in {do.id for do in choice.do if isinstance(do, Note)}
        raised = {do.track: do.by for do in choice.do if isinstance(do, Change)}
        assert raised.get("settlement", 0) >= 3


def test_no_envoy_waits_at_kyakhta_where_it_was_signed_that_the_senate_writes() -> None:
    refused = RULES.scenario.pressure["putyatin-refused"].when
    assert holds(refused, 39, "putyatin-to-beijing")
    assert not holds(refused, 39, "letters-only")


def test_the_admiral_signs_at_tianjin_only_where_the_paper_of_st_petersburg_may_have_sent_him() -> (
    None
):
    end = RULES.scenario.endings["another-mans-river"].when
    for notes, sent in (
        ((), True),
        (("putyatin-to-beijing",), True),
        (("letters-only",), False),
        (("treats-with-beijing",), False),
    ):
        assert holds(end, 44, *notes) is sent
    for scene, choice in (("canton-taken", "good-offices"), ("fleet-news", "offer-help")):
        assert not re.search("Admiral|Putyatin", EVENTS[scene].choices[choice].result)


def test_nobody_works_at_the_boats_out_of_villages_that_nobody_founded() -> None:
    assert "new villages" not in EVENTS["canton-taken"].choices["more-boats"].result


def test_where_whoever_goes_goes_of_his_own_will_no_lot_is_drawn() -> None:
    choices = EVENTS["four-hundred-and-fifty-families"].choices.values()
    by_lot = [choice for choice in choices if "by lot" in choice.say.lower()]
    assert len(by_lot) == 2
    for choice in by_lot:
        assert not holds(choice.when, 39, "willing-settlers", "no-lot-promised")


def test_who_was_at_court_until_the_summer_is_not_in_kamchatka_in_july() -> None:
    avacha = EVENTS["avacha"].when
    assert holds(avacha, 8)
    travel = Decision("act", "journey")
    state = OPENING._replace(turn=5, scene=-1, phase=Phase.SEASON, left=1)
    assert travel in RULES.legal_decisions(state)
    travelled = RULES.follow(state, travel)._replace(notes=frozenset())
    assert not holds_of(avacha, travelled._replace(turn=8, away=0))


def test_nobody_promises_by_dark_what_his_own_paper_has_last_for_days() -> None:
    at = list(RULES.scenario.tables).index("passage")
    rules = RULES.talks[at].rules
    promise = rules.scenario.events["as-a-private-man"].choices["by-dark"].when
    assert promise is not None
    names = rules.table.issues
    for issue, option, may in (
        ("numbers", "parts", False),
        ("numbers", "counted", True),
        ("right", "wait", False),
        ("right", "once", True),
    ):
        paper = [0 if name != "right" else 1 for name in names]
        where = names.index(issue)
        paper[where] = rules.table.options[where].index(option)
        state = OPENING._replace(at=at, paper=tuple(paper))
        assert bool(rules.formulas.condition(promise)(Moment(state))) is may


def test_aigun_sells_to_boats_once_its_goodwill_is_won_or_trade_is_open() -> None:
    refusing = RULES.scenario.seasons.usages["sold-nothing"]
    assert "without leave" in refusing.label
    for level, notes, sold in (
        (30, (), False),
        (90, (), True),
        (30, ("river-trade",), True),
    ):
        state = with_goodwill(level)._replace(turn=39)
        state = state._replace(notes=frozenset(("passage-forced", *notes)))
        assert holds_of(refusing.when, state) is not sold


def test_who_breaks_a_signed_term_loses_by_it_and_is_warned_at_the_order() -> None:
    for id, note in (
        ("posts-outlive-the-war", "posts-until-peace"),
        ("road-outlives-the-war", "transit-agreed"),
    ):
        word = RULES.scenario.pressure[id]
        went = sailed(2)
        broken = went._replace(turn=36, notes=frozenset((note, "post-mariinsk")))
        assert holds_of(word.when, broken)
        assert not holds_of(word.when, broken._replace(notes=broken.notes | {"kept-the-term"}))
        torn_up = torn_up_at_mariinsk(36, note, "post-mariinsk")
        assert not holds_of(word.when, torn_up._replace(done=went.done))
        changed = {do.track: do.by for do in word.do if isinstance(do, Change)}
        assert changed["credit"] < 0
    assert "when there is peace" in RULES.scenario.actions["flotilla"].help


def test_a_road_that_no_boat_took_again_outlives_no_war() -> None:
    asked = RULES.scenario.pressure["road-outlives-the-war"].when
    for flotillas, is_asked in ((0, False), (1, False), (2, True)):
        state = sailed(flotillas)._replace(turn=36, notes=frozenset(["transit-agreed"]))
        assert holds_of(asked, state) is is_asked


def sailed(flotillas: int) -> State:
    """Return the opening as it would be after that many flotillas."""
    done = list(OPENING.done)
    done[next(at for order, at in RULES.places.items() if order.action == AT_FLOTILLA)] = flotillas
    return OPENING._replace(done=tuple(done))


def torn_up_at_mariinsk(turn: int, *notes: str) -> State:
    """Return a season after a paper of Mariinsk that Beijing tore up, with these notes alone."""
    at = list(RULES.scenario.tables).index("mariinsk")
    treaty = (0,) * len(RULES.talks[at].rules.table.issues)
    nothing = (0, 0)
    deal = Deal(
        at, 33, 0, 0, 0, 0, Ended.SIGNED, treaty, Verdict.DISOWNED, 30, (), 0, *[nothing] * 3
    )
    return OPENING._replace(turn=turn, notes=frozenset(notes), deals=(deal,))


def test_nobody_is_asked_when_posts_were_taken_down_that_never_stood() -> None:
    asked = RULES.scenario.pressure["posts-outlive-the-war"].when
    for notes, stand in (
        ((), False),
        (("post-alexandrovsk",), True),
        (("post-alexandrovsk", "de-kastri-given-up"), False),
        (("post-nikolaevsk",), True),
        (("post-nikolaevsk", "posts-withdrawn"), False),
        (("post-nikolaevsk", "posts-withdrawn", "nikolaevsk-again"), True),
    ):
        assert holds(asked, 36, "posts-until-peace", *notes) is stand
        told = reports("aigun", "posts-until-peace", *notes)
        assert ("There is peace, and they stand" in told) is stand


def reports(name: str, *notes: str) -> str:
    """Return what both sides write home of talks at which nothing but these was noted."""
    at = list(RULES.scenario.tables).index(name)
    state = OPENING._replace(at=at, ended=Ended.LAPSED, notes=frozenset(notes))
    told = letters(RULES.talks[at].rules, state)
    return " ".join(part for _, parts in told for part in parts)


def test_who_had_full_powers_at_aigun_does_not_report_that_he_had_a_letter_alone() -> None:
    claim = "nothing else that could be called an instruction"
    assert claim in reports("aigun", "letters-only")
    assert claim not in reports("aigun", "letters-only", "powers-asked")
    assert "full powers" in reports("aigun", "letters-only", "powers-asked")


def test_who_mislaid_a_letter_does_not_report_that_it_guided_him() -> None:
    assert "I have been guided by it" in reports("aigun", "obeyed-letter")
    assert "I have been guided by it" not in reports("aigun", "mislaid-letter")
    assert "lies with the maps" in reports("aigun", "mislaid-letter")


def test_what_is_usual_speaks_of_no_earlier_time_since_any_of_its_texts_may_come_first() -> None:
    for usage in RULES.scenario.seasons.usages.values():
        for text in usage.text:
            assert not re.search(r"\b(again|once more|this time|still)\b", text, re.I), text


def test_the_elder_of_kuotun_knows_whether_he_was_asked_or_paid() -> None:
    told = {}
    for note in ("asked-at-kizi", "rent-at-kizi"):
        rules = RULES.talks[at := list(RULES.scenario.tables).index("mariinsk")].rules
        state = OPENING._replace(at=at, ended=Ended.LAPSED, notes=frozenset([note]))
        third = witness(rules, state, CLAIMANT)
        assert third is not None
        told[note] = third.text
    assert told["asked-at-kizi"].startswith("They asked us")
    assert told["rent-at-kizi"].startswith("They paid")


def test_what_passes_can_stand_in_one_word_beside_a_day_before_which_nothing_passes() -> None:
    table = RULES.talks[list(RULES.scenario.tables).index("passage")].rules.scenario.table
    for option in table.issues["numbers"].options.values():
        assert "passes" not in option.text
        assert "let by" not in option.why


def test_the_answer_about_the_uda_is_not_told_as_given_to_an_envoy_who_may_not_have_been_sent() -> (
    None
):
    uda = EVENTS["only-the-uda"]
    assert holds_of(uda.when, friendly := with_goodwill(60)._replace(turn=41))
    assert holds_of(uda.when, friendly._replace(notes=frozenset(["letters-only"])))
    assert "Admiral" not in uda.text


def test_yards_are_moved_only_where_somebody_was_settled() -> None:
    scene = EVENTS["two-maps-by-one-post"]
    assert "new stanitsas" not in scene.text
    may = scene.choices["move-the-yards"].when
    assert not holds(may, 41, "families-willing")
    assert holds(may, 41, "families-willing", "four-hundred-and-fifty-families.who-will")
    resettle = [place for order, place in RULES.places.items() if order.action == AT_RESETTLE]
    done = tuple(int(at == resettle[0]) for at in range(len(OPENING.done)))
    assert holds_of(may, OPENING._replace(turn=41, done=done))
    without_a_paper = RULES.scenario.tables["aigun"].without_paper
    assert "stanitsa" not in without_a_paper["muraviev"]
    assert "the settlers stay" not in without_a_paper["yishan"]


def test_both_reports_from_mariinsk_know_how_the_governor_met_them_ill() -> None:
    told = {
        choice: reports("mariinsk", f"who-opens.{choice}", *noted)
        for choice, noted in (
            ("let-them-open", ("sailors-opened",)),
            ("be-carried-in", ()),
            ("wait-a-day", ()),
        )
    }
    for own in ("I let Zavoyko and Nevelskoy begin", "carried in", "begged"):
        assert [own in text for text in told.values()].count(True) == 1
    assert told["be-carried-in"].count("carried in") == 2
    assert told["wait-a-day"].count("a day") >= 2


def test_the_ends_of_a_river_in_flames_do_not_deny_the_fire() -> None:
    endings = RULES.scenario.endings
    flames = endings["river-in-flames"].when
    assert holds(flames, 33, "shots-on-the-river")
    for id in ("watched-river", "disavowed"):
        assert "not war" not in endings[id].text
        assert "stays there" not in endings[id].text


def test_an_answer_from_beijing_does_not_come_in_the_season_of_the_letter() -> None:
    sent = EVENTS["an-obliging-answer"].when
    assert not holds(sent, 25, "pressed-gorbitsa")
    assert holds(sent, 26, "pressed-gorbitsa")


def test_an_adviser_may_be_followed_whichever_letter_the_committee_sent() -> None:
    scene = EVENTS["asked-and-answered"]
    assert scene.counsel["zaborinsky"].for_ == "from-whalers"
    assert scene.choices["from-whalers"].when is None

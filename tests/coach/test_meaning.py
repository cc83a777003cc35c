"""Why: every word has a meaning for either chair, and the numbers told are the numbers."""

from __future__ import annotations

import re

import pytest

from game.coach.better import best_for, bound
from game.coach.meaning import RULES, TERMS, meaning, words_known
from game.coach.meaning_asked import Asking
from game.coach.meaning_things import of_option
from game.coach.rules_page import rules_page_for
from game.coach.words_for import LIKELY, points, track_word
from game.files.scenarios import read_scenario
from game.negotiation import value
from game.rules import Rules, court, mind, terms
from game.rules.words import PLAIN_VERBS
from game.state import CLAIMANT, HOST, Decision, Phase, State
from tests.proof.games import games

SEATS = (CLAIMANT, HOST)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def moments(rules: Rules) -> list[State]:
    """Return moments of some games."""
    return [step.before for game in games(rules, range(9), "why") for step in game[::5]]


def told(rules: Rules, state: State, seat: int, name: str, mode: str = "points") -> str:
    return "\n".join(meaning(rules, rules.seen_by(seat, state).state, name, mode))


def test_every_word_is_answered_to_either_chair(rules: Rules, moments: list[State]) -> None:
    words = words_known(rules)
    assert set(RULES) <= set(words)
    assert {"guns", "menace", "common", "three-two", "grace", "precedent", "buys"} <= set(words)
    for state in moments[:: max(1, len(moments) // 8)]:
        for seat in SEATS:
            for mode in ("advisers", "points"):
                for word in words:
                    text = told(rules, state, seat, word, mode)
                    assert text
                    assert "did you mean" not in text.lower()
                    assert "None" not in text


def test_who_dreads_enough_cedes_without_consulting_his_officers(rules: Rules) -> None:
    opening = rules.opening("1")
    for seat, whose in ((CLAIMANT, "his"), (HOST, "your")):
        said = f"a cession may be signed without consulting {whose} officers."
        assert said in told(rules, opening, seat, "danger")


def test_who_may_sign_a_cession_is_told_why(rules: Rules) -> None:
    table = rules.table
    at = rules.opening("1")._replace(phase=Phase.REPLY, seat=HOST, scene=-1, ground_danger=0)
    held, cedes = (
        tuple(table.options[0].index(id) if i == 0 else 0 for i in range(len(table.issues)))
        for id in ("nerchinsk", "amur")
    )
    laid = at._replace(paper=cedes)
    may = (
        (at, "no paper lies on the table"),
        (at._replace(paper=held), "no cession to consult"),
        (laid._replace(consulted=True), "you have consulted them"),
        (laid._replace(memorial=frozenset({0, 1})), "your memorial answers for a cession"),
        (laid._replace(sitting=table.sittings), "it is the last sitting"),
        (laid._replace(ground_danger=9000), "so much is to be feared"),
    )
    for state, why in may:
        legal = rules.legal_decisions(state)
        assert Decision("consult") not in legal
        assert why in legal.why_not(Decision("consult"))
        if state.paper == cedes:
            assert f"Now: {legal.why_not(Decision('consult'))}." in told(rules, state, HOST, "amur")
    assert Decision("consult") in rules.legal_decisions(laid)
    assert "you have to consult them first" in told(rules, laid, HOST, "amur")
    for seat in SEATS:
        assert "or danger has reached 80." in told(rules, laid, seat, "amur")
    assert "have to consult them first" not in told(rules, laid, CLAIMANT, "amur")


def test_what_face_adds_to_a_paper_is_told_and_is_what_the_rules_add(rules: Rules) -> None:
    state = rules.opening("1")
    tempers = rules.table.tempers[HOST]
    adds = [round(mind.felt(state._replace(face=60), t.courtesy) / 100) for t in tempers]
    text = told(rules, state, CLAIMANT, "face")
    for temper, points_more in zip(tempers, adds, strict=True):
        assert f"{points_more} point{'s' * (points_more != 1)} if he is {temper.id}" in text
        assert "for each 10 above 50 the paper seems better than its clauses by about" in text
    man = state.men[HOST]
    assert man is not None
    assert f"by about {adds[man.temper]} point" in told(rules, state, HOST, "face")
    assert "worth a point less to him for each 10" in told(rules, state, CLAIMANT, "trust")
    assert mind.mistrust(state._replace(trust=40)) == 100
    for seat in rules.table.seats:
        page = rules_page_for(rules.scenario, seat)
        assert page is not None
        assert "ten above 50 make any paper seem better" in page.text
        for temper, points_more in zip(tempers, adds, strict=True):
            many = ("one", "two", "three")[points_more - 1]
            assert re.search(rf"about {many}( points)? to an? {temper.id}", page.text)


def test_every_move_has_its_why_and_its_price(rules: Rules) -> None:
    state = rules.opening("1")
    for seat in SEATS:
        for verb in PLAIN_VERBS:
            assert (
                told(rules, state, seat, verb, "advisers")
                .lower()
                .startswith(
                    ("go home", "break off")
                    if verb in ("go-home", "break-off")
                    else verb.replace("-", " ")
                )
            )
        disowning = told(rules, state, seat, "sign-to-disown")
        assert f"{points(court.DISOWNING)} points of it" in disowning
        assert f"{points(-court.RANK_LOST)} points" in disowning
        page = rules_page_for(rules.scenario, rules.table.seats[seat])
        assert page is not None
        assert f"as if {points(court.DISOWNING)} points had been forced" in page.text


def test_an_option_is_known_by_its_name(rules: Rules) -> None:
    opening = rules.opening("1")
    for issue in rules.scenario.table.issues.values():
        for id, option in issue.options.items():
            for seat in SEATS:
                text = told(rules, opening, seat, id)
                assert option.text[1:] in text
                assert issue.label[1:] in text
    common = told(rules, opening, CLAIMANT, "common")
    assert told(rules, opening, CLAIMANT, "ussuri=common") == common
    assert told(rules, opening, CLAIMANT, "trade=common") == "Did you mean common?"


def test_what_an_option_is_worth_is_told_to_each_of_his_own(
    rules: Rules, moments: list[State]
) -> None:
    at = rules.table.issue("ussuri")
    for state in moments[::4]:
        for seat in SEATS:
            man = state.men[seat]
            assert man is not None
            row = man.utility.worth[at]
            worth = points(row[rules.table.option(at, "common")])
            assert f"worth {worth};" in told(rules, state, seat, "common")
            best = rules.table.options[at][row.index(max(row))]
            assert "No other is better" in told(rules, state, seat, best, "advisers")


def test_the_numbers_told_are_the_numbers_of_the_view(rules: Rules, moments: list[State]) -> None:
    for state in moments:
        for seat in SEATS:
            view = rules.seen_by(seat, state).state
            danger = told(rules, state, seat, "danger")
            assert f"It stands at {points(mind.danger(view))}:" in danger
            walk = told(rules, state, seat, "walk-away")
            assert f"Yours is {points(rules.walk(seat, state))} " in walk
            man = state.men[seat]
            assert man is not None
            hope = told(rules, state, seat, "hope")
            assert f"Yours was {points(man.hope)} " in hope
            assert f"and is {points(state.hope[seat])}." in hope


def test_in_words_no_worth_is_told_in_numbers(rules: Rules, moments: list[State]) -> None:
    for state in moments[::3]:
        for seat in SEATS:
            assert "It stands at" not in told(rules, state, seat, "danger", "advisers")
            assert "Yours is" not in told(rules, state, seat, "walk-away", "advisers")
            assert "Yours was" not in told(rules, state, seat, "hope", "advisers")
            assert "worth" not in told(rules, state, seat, "common", "advisers")


def test_the_claimant_is_told_nothing_of_the_man_s_own_numbers(
    rules: Rules, moments: list[State]
) -> None:
    """Two men who cannot be told apart in a view are not told apart in an answer."""
    for state in moments[::4]:
        other = state._replace(
            men=(state.men[CLAIMANT], rules.opening("another").men[HOST]),
            hope=(state.hope[CLAIMANT], state.hope[HOST] + 700),
            ledger=(900, 300, 100, 50),
        )
        for word in words_known(rules):
            assert told(rules, state, CLAIMANT, word) == told(rules, other, CLAIMANT, word)


def test_a_track_that_a_chair_may_not_see_is_not_told(rules: Rules, moments: list[State]) -> None:
    for state in moments[::4]:
        for name in ("crisis", "ambiguity"):
            assert "It stands at" not in told(rules, state, CLAIMANT, name)
        assert "It stands at" in told(rules, state, CLAIMANT, "caution")
        assert "It stands at" not in told(rules, state, HOST, "caution")


def test_an_act_has_one_name_in_the_host_s_chair(rules: Rules) -> None:
    laid = "Give him your word, and say nothing"
    assert told(rules, rules.opening("1"), HOST, rules.choices.lay).startswith(laid)
    help = told(rules, rules.opening("1"), HOST, "trust")
    assert "Help with your memorial" in help


def test_what_moves_a_track_is_named(rules: Rules) -> None:
    text = told(rules, rules.opening("1"), CLAIMANT, "face")
    raised, lowered = text.split("What lowers it")
    assert rules.scenario.table.acts["dinner"].label in raised
    assert rules.scenario.table.acts["display"].label in lowered


def test_the_court_is_told_faction_by_faction(rules: Rules) -> None:
    text = told(rules, rules.opening("1"), CLAIMANT, "court")
    hardest = max(rules.table.factions, key=lambda faction: faction.threshold)
    easiest = min(rules.table.factions, key=lambda faction: faction.threshold)
    for faction in rules.table.factions:
        line = next(line for line in text.splitlines() if faction.label in line)
        assert ("asks most" in line) == (faction is hardest)
        assert ("asks least" in line) == (faction is easiest)
    assert "half of it" in text


def test_the_forecast_s_words_and_whether_it_was_asked_for(
    rules: Rules, moments: list[State]
) -> None:
    state = next(s for s in moments if s.phase is Phase.SITTING and s.paper is not None)
    text = told(rules, state, CLAIMANT, "forecast")
    assert all(word in text for word in LIKELY)
    assert "You have not asked" in text
    asked = rules.follow(state, Decision("forecast", "", (), state.paper))
    assert "You have asked" in told(rules, asked, CLAIMANT, "forecast")


def test_the_memorial_holds_its_sentences_and_says_which_are_written(rules: Rules) -> None:
    opening = rules.opening("1")
    text = told(rules, opening, CLAIMANT, "memorial")
    assert all(sentence.say in text for sentence in rules.table.memorial)
    assert "It is written" not in text
    assert not any(f"{sentence.id}:" in text for sentence in rules.table.memorial)
    written = opening._replace(memorial=frozenset({0}))
    id = rules.table.memorial[0].id
    assert "It is written" in told(rules, written, CLAIMANT, id)


def test_pressure_counts_its_acts(rules: Rules) -> None:
    opening = rules.opening("1")
    assert "none so far" in told(rules, opening, CLAIMANT, "guns")
    shown = opening._replace(pressure=2, shown=900, menace=800)
    assert told(rules, shown, CLAIMANT, "menace") == told(rules, shown, CLAIMANT, "pressure")
    assert "2 acts so far; they added 8 " in told(rules, shown, CLAIMANT, "guns")
    assert "they added 9 " in told(rules, shown, HOST, "guns")


def test_an_unknown_word_is_answered_with_the_one_that_may_be_meant(rules: Rules) -> None:
    opening = rules.opening("1")
    assert told(rules, opening, CLAIMANT, "walkaway") == "Did you mean walk-away?"
    assert told(rules, opening, CLAIMANT, "comon") == "Did you mean common?"
    assert "forecast" in told(rules, opening, CLAIMANT, "")
    assert "forecast" in told(rules, opening, CLAIMANT, "xyzzy")


def test_a_word_of_the_course_is_answered_in_a_few_sentences(
    rules: Rules, moments: list[State]
) -> None:
    assert {"batna", "reservation", "zopa", "leverage", "value", "concession"} <= set(TERMS)
    assert {"coercion", "expect"} <= set(TERMS)
    for state in moments[::3]:
        for seat in SEATS:
            for word in TERMS:
                for mode in ("points", "advisers"):
                    lines = told(rules, state, seat, word, mode).splitlines()
                    assert 2 <= len(lines) <= 3
                    assert lines[0].lower().startswith(word[:6])
                    assert all(line.endswith(".") and line.count(". ") < 2 for line in lines)
                    if mode == "advisers" and word not in ("concession", "coercion", "expect"):
                        assert not re.search(r"\d", " ".join(lines))


def test_a_batna_is_named_to_the_chair_that_asks_and_to_no_other(
    rules: Rules, moments: list[State]
) -> None:
    means = rules.scenario.table.without_paper
    for seat, id in enumerate(rules.table.seats):
        for mode in ("points", "advisers"):
            text = told(rules, moments[0], seat, "batna", mode)
            assert means[id][1:] in text
            assert means[rules.table.seats[1 - seat]][1:] not in text


def test_in_words_a_zone_has_a_reach_and_danger_has_a_source(
    rules: Rules, moments: list[State]
) -> None:
    zones, sources = set(), set()
    for state in moments:
        for seat in SEATS:
            zone = told(rules, state, seat, "zopa", "advisers")
            much = ("nearly all", "most", "some")
            zones |= {w for w in much if f"to one with {w} of what you came for" in zone}
            fear = told(rules, state, seat, "leverage", "advisers")
            acts = "of it from acts of pressure"
            of = ("no act of pressure is in it", f"most {acts}", f"less than half {acts}")
            (source,) = [said for said in of if said in fear]
            shown = mind.danger(state) - mind.danger(state._replace(shown=0))
            if seat == HOST:
                assert (source == of[0]) == (shown == 0)
            sources.add(source)
    assert len(zones) > 1
    assert len(sources) > 1


def test_the_numbers_of_the_course_are_those_of_the_table(
    rules: Rules, moments: list[State]
) -> None:
    weighed = 0
    for state in moments[::2]:
        for seat in SEATS:
            man, view = state.men[seat], rules.seen_by(seat, state).state
            assert man is not None
            walk = points(rules.walk(seat, state))
            other = points(rules.walk(1 - seat, view))
            assert digits(told(rules, state, seat, "batna")) == [walk, other]
            assert digits(told(rules, state, seat, "reservation")) == [walk]
            danger = points(mind.danger(view))
            assert digits(told(rules, state, seat, "leverage"))[0] == danger
            if state.paper is not None:
                worth = points(value(state.paper, man.utility))
                assert digits(told(rules, state, seat, "value")) == [worth, walk]
                weighed += 1
            if state.paper is not None and state.previous is not None:
                before, after = (value(p, man.utility) for p in (state.previous, state.paper))
                gave = max(0, before - after if seat == CLAIMANT else after - before)
                assert digits(told(rules, state, seat, "concession"))[-1] == points(gave)
            common = rules.table.utilities[1 - seat]
            most, _ = best_for(bound(man), common, rules.walk(1 - seat, view))
            assert digits(told(rules, state, seat, "zopa")) in ([], [walk, points(most)])
            acts = digits(told(rules, state, seat, "coercion"))
            assert acts == ([str(state.pressure)] if state.pressure else [])
    assert weighed > 20


def digits(text: str) -> list[str]:
    return [n for n in re.findall(r"-?\d+", text) if n != "100"]


def test_an_option_alarms_home_by_as_much_as_it_does(rules: Rules) -> None:
    asking = Asking(rules, rules.seen_by(CLAIMANT, rules.opening("7")).state, "advisers")
    for option, says in (("glory", "alarms them a little."), ("removed", "alarms them much.")):
        assert f"At home it {says}" in list(of_option(asking, option))
    best = list(of_option(asking, "amur", "left-bank"))
    assert "No other is better for you." in best


def test_the_words_of_a_track_turn_where_the_rules_do(rules: Rules) -> None:
    """And the page that lists the words says from which level each is said, and why there."""
    tracks = rules.scenario.tracks
    limits = {
        "face": (terms.ILL,),
        "trust": (terms.FALSE, terms.PLAIN, terms.OPEN),
        "credibility": (terms.BELIEVED,),
        "caution": (court.HOME_PATIENCE + 1,),
        "patience": (1,),
    }
    for id, levels in limits.items():
        for level in levels:
            assert track_word(tracks[id], level - 1) != track_word(tracks[id], level), (id, level)
    for seat in SEATS:
        state = rules.seen_by(seat, rules.opening("7")).state
        trust = " ".join(meaning(rules, state, "trust", "advisers"))
        assert "none, little from 35, some from 45, fair from 50, much from 75." in trust
        in_points = " ".join(meaning(rules, state, "trust", "points")).partition("much from 75.")[2]
        in_words = trust.partition("much from 75.")[2]
        for level in limits["trust"]:
            assert f" {level}" in in_points
            assert f" “{track_word(tracks['trust'], level)}”" in in_words
    state = rules.seen_by(CLAIMANT, rules.opening("7")).state
    for mode, believed, ill in (("points", "60", "20"), ("advisers", "“good”", "“humiliated”")):
        assert f"needs {believed}" in " ".join(meaning(rules, state, "credibility", mode))
        assert f"Below {ill}" in " ".join(meaning(rules, state, "face", mode))
    assert "Beyond 14" in " ".join(meaning(rules, state, "caution", "advisers"))

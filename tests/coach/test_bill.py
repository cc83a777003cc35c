"""The bill of a signed paper is honest, and it is printed as it is (claim q)."""

from __future__ import annotations

import re

import pytest

from game.coach.better import WORTH_TELLING
from game.coach.bill import bill
from game.coach.bill_words import told_bill, told_left
from game.coach.brought_down import brought_down
from game.coach.carried import carried
from game.coach.given_way import WORN, given_way, told_given_way
from game.coach.leaves import TORN_UP, after_the_talks, became, in_short
from game.coach.menace import are_shown
from game.coach.papers import instead, terms_said
from game.coach.persons import persons
from game.coach.words_for import points
from game.files.scenarios import read_scenario
from game.negotiation import every_package, value
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, State, Verdict
from tests.proof.bill import faults, holds_needs, signed


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def ends(rules: Rules) -> list[State]:
    """Return the last states of signed games."""
    return list(signed(rules, range(60), "bills"))


def test_no_bill_is_dishonest(rules: Rules, ends: list[State]) -> None:
    assert len(ends) > 10
    assert [faults(rules, state) for state in ends] == [[]] * len(ends)


def test_every_account_is_found_in_some_bill(ends: list[State], rules: Rules) -> None:
    paid = [bill(rules, state) for state in ends]
    assert any(one.taken for one in paid)
    assert any(one.is_trade and one.created_since > 0 for one in paid)
    assert any(one.created_since < 0 for one in paid)
    assert any(one.accounts[HOST].moved for one in paid)


def test_a_first_paper_signed_as_it_was_created_nothing_since(
    rules: Rules, ends: list[State]
) -> None:
    for state in ends:
        paid = bill(rules, state._replace(first=state.treaty))
        assert paid.created_since == 0
        assert paid.joint == paid.in_first
        assert not any(account.moved for account in paid.accounts)
        text = " ".join(told_bill(rules, state._replace(first=state.treaty), HOST))
        assert "signed as it was" in text
        assert "created by trade" not in text


def test_what_is_left_is_exact(rules: Rules, ends: list[State]) -> None:
    """Against every paper there is that holds what both cannot go home without, one by one."""
    both = [state for state in ends if holds_needs(state, state.treaty)]
    for state in both[:2]:
        for seat in (CLAIMANT, HOST):
            own, other = (state.men[s].utility for s in (seat, 1 - seat))  # type: ignore[union-attr]
            assert state.treaty is not None
            now, least = value(state.treaty, own), value(state.treaty, other)
            best = max(
                value(paper, own)
                for paper in every_package(rules.table.sizes)
                if value(paper, other) >= least and holds_needs(state, paper)
            )
            left = bill(rules, state).left[seat]
            if left is None:
                assert best - now < WORTH_TELLING
            else:
                assert left.more == best - now == value(left.paper, own) - now


def test_there_is_no_bill_without_a_treaty(rules: Rules) -> None:
    with pytest.raises(ValueError, match="signed"):
        bill(rules, rules.opening("1"))
    with pytest.raises(ValueError, match="sign"):
        brought_down(rules, rules.opening("1"))


def archives_of(rules: Rules, state: State, seat: int) -> tuple[str, ...]:
    *_, archives = after_the_talks(rules, state, seat)
    return archives.paragraphs


def test_the_printed_bill_adds_up_and_is_the_bill(rules: Rules, ends: list[State]) -> None:
    for state in ends:
        paid = bill(rules, state)
        gains = [account.gain for account in paid.accounts]
        for seat in (CLAIMANT, HOST):
            told = archives_of(rules, state, seat)
            at = next(i for i, p in enumerate(told) if p.startswith("The bill:"))
            *each, together = numbers(told[at])
            assert each == [gains[seat], gains[1 - seat]]
            assert together == sum(each) == paid.joint


def test_each_chair_reads_its_own_account_first(rules: Rules, ends: list[State]) -> None:
    names = [rules.scenario.seats[id].name for id in rules.table.seats]
    printed = 0
    for state in ends:
        paid = bill(rules, state)
        for seat in (CLAIMANT, HOST):
            accounts = [
                p for p in archives_of(rules, state, seat) if "in the first paper laid" in p
            ]
            accounts = [p for p in accounts if re.match(r"(Your|.*'s) [+-]?\d+ above", p)]
            for text, chair in zip(accounts, (seat, 1 - seat), strict=False):
                account = paid.accounts[chair]
                whose = "Your" if chair == seat else f"{names[chair]}'s"
                assert text.startswith(f"{whose} ")
                gain, walk, *parts = numbers(text)
                assert (gain, walk) == (account.gain, account.walk)
                lowered = chair == HOST and bool(paid.taken)
                menace = "guns" if are_shown(rules, state) else "last word"
                assert (f"above {walk}, before the {menace}:" in text) == lowered
                assert sum(parts) == gain
                printed += 1
    assert printed > 20


def test_what_moved_is_told_beside_what_each_lost_and_won(rules: Rules, ends: list[State]) -> None:
    told = 0
    for state in ends:
        paid = bill(rules, state)
        changes = [account.moved + account.created for account in paid.accounts]
        text = " ".join(told_bill(rules, state, CLAIMANT))
        assert "neither's points are the other's" in text
        if paid.accounts[HOST].moved and state.first != state.treaty:
            lost, won = sorted(changes)
            assert f"lost {-lost} and " in text
            assert f"won {won}: the lesser of the two, {min(-lost, won)}, moved" in text
            told += 1
    assert told > 5


def test_the_sum_of_it_is_the_paper_its_worth_and_what_was_missed_most(
    rules: Rules, ends: list[State]
) -> None:
    kinds = set()
    for state in ends:
        paid, (treaty, *said) = (
            bill(rules, state),
            in_short(rules, state, CLAIMANT).paragraphs,
        )
        *_, archives = after_the_talks(rules, state, CLAIMANT)
        assert terms_said(rules, state.treaty or ()) in treaty
        outcome = rules.outcome(state)
        assert outcome is not None
        assert treaty.endswith(became(rules, outcome.verdict, CLAIMANT))
        assert (TORN_UP in said) == (outcome.verdict is Verdict.DISOWNED)
        left = list(told_left(rules, state, CLAIMANT))
        if outcome.verdict is Verdict.DISOWNED and not left:
            assert said[said.index(TORN_UP) + 1 :] == list(carried(rules, state))
            assert set(said) <= set(archives.paragraphs)
            continue
        most = said.pop()
        assert set(said) <= set(archives.paragraphs)
        assert most.startswith("Better for both") == (paid.better is not None)
        assert most.startswith("Nothing was left") == (not left)
        assert most in left or not left
        kinds.add(most.split()[0])
    assert len(kinds) > 1


def test_what_was_better_by_points_only_says_who_would_not_have_had_it(
    rules: Rules, ends: list[State]
) -> None:
    torn = silent = asked = fine = 0
    for state in ends:
        paid = bill(rules, state)
        claimant = state.men[CLAIMANT]
        assert claimant is not None
        for seat in (CLAIMANT, HOST):
            found = [more.paper for more in (paid.left[seat], paid.left[1 - seat]) if more]
            found += [paid.better] if paid.better else []
            for paper, text in zip(found, told_left(rules, state, seat), strict=True):
                signed = state._replace(treaty=paper, paper=paper)
                outcome = rules.outcome(signed)
                assert outcome is not None
                need, verdict = mind.meets_need(claimant, paper), outcome.verdict
                assert ("would have torn it up" in text) == (verdict is Verdict.DISOWNED)
                assert ("would have left it in silence" in text) == (verdict is Verdict.SILENCE)
                assert ("would have owned it" in text) == (verdict is Verdict.RATIFIED)
                assert ("what home asked of" in text) == (not need)
                torn += verdict is Verdict.DISOWNED
                silent += verdict is Verdict.SILENCE
                asked += not need
                fine += "By points only" not in text
    assert torn + silent > 5
    assert asked > 3
    assert fine > 5


def test_what_brought_him_to_sign_adds_up(rules: Rules, ends: list[State]) -> None:
    for state in ends:
        text = next(p for p in told_bill(rules, state, HOST) if p.startswith("What brought"))
        came, walk, hoped, *rest = numbers(text)
        assert came == walk + hoped
        if "so you wanted" in text:
            changes, after = text.split("so you wanted")
            assert came + sum(numbers(changes)[3:]) == numbers(after)[0]
        else:
            assert len(rest) <= 3
        assert ("by the guns" in text) <= bool(state.pressure)
        assert ("less than you still wanted" in text) == (
            brought_down(rules, state).read < brought_down(rules, state).wanted
        )


def test_the_walk_away_told_follows_from_the_parts_told(rules: Rules, ends: list[State]) -> None:
    changed = 0
    for state in ends:
        down = brought_down(rules, state)
        danger, guns = down.by[-2:]
        assert down.walk + danger == bill(rules, state).accounts[HOST].walk
        assert str(down.walk + danger + guns) == points(rules.walk(HOST, state))
        changed += danger + guns != 0
    assert changed > 5


def test_where_gifts_count_for_less_than_half_the_bill_says_why(
    rules: Rules, ends: list[State]
) -> None:
    told = 0
    for state in ends:
        account, met = bill(rules, state).accounts[HOST], -brought_down(rules, state).by[0]
        text = next(p for p in told_bill(rules, state, CLAIMANT) if p.startswith("What brought"))
        given = account.moved + account.created
        assert (f"gave him {given}, and that counted for {met}. Half" in text) == (given // 2 > met)
        told += given // 2 > met
    assert told > 2


def test_what_was_left_is_told_by_its_clauses_and_only_from_two_points_on(
    rules: Rules, ends: list[State]
) -> None:
    told = 0
    for state in ends:
        assert state.treaty is not None
        paid = bill(rules, state)
        for text in told_left(rules, state, CLAIMANT):
            assert min(numbers(re.sub("“.*?”", "", text))) >= 2
            told += 1
        for found in paid.left:
            if found is not None:
                said = instead(rules, state.treaty, found.paper)
                assert any(said in text for text in told_left(rules, state, CLAIMANT))
                changed = sum(a != b for a, b in zip(found.paper, state.treaty, strict=True))
                assert said.count("instead of") == changed > 0
    assert told > 10


def numbers(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"(?<![\w])[+-]?\d+", text)]


def test_the_host_reads_what_made_the_claimant_give_way(rules: Rules, ends: list[State]) -> None:
    """By whole points that add up, and by nothing that did not wear his hope."""
    met = set()
    for state in ends:
        man = state.men[CLAIMANT]
        assert man is not None
        worn = given_way(rules, state)
        assert sum(worn.values()) == man.hope - state.hope[CLAIMANT]
        text = told_given_way(rules, state, HOST)
        *_, archives = after_the_talks(rules, state, HOST)
        assert text in archives.paragraphs
        *_, archives = after_the_talks(rules, state, CLAIMANT)
        assert not any("you hoped for" in told.lower() for told in archives.paragraphs)
        first, *rest = map(int, re.findall(r"\d+", text))
        if rest:
            assert first - sum(rest[1:]) == rest[0] < first
        claimant, host = persons(rules, HOST)
        for cause, how in WORN.items():
            if how.format(claimant=claimant, host=host) in text:
                assert worn[cause]
                met.add(cause)
    assert len(met) > 1


def test_what_a_last_word_took_is_not_told_of_guns_that_nobody_showed(
    rules: Rules, ends: list[State]
) -> None:
    pressed = [state for state in ends if bill(rules, state).taken > 0]
    assert pressed
    for state in pressed:
        unarmed = state._replace(used=(0,) * len(state.used))
        told = [p for p in archives_of(rules, unarmed, CLAIMANT) if "without a paper" in p]
        assert not [p for p in told if "guns" in p]
        assert any("The last word brought what" in p for p in told)

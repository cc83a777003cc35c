"""Why: answered from what the chair may know, for the line under the cursor."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from game.coach.deeds import deed, deed_of_other
from game.coach.meaning import RULES
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.rules.legal import Head
from game.scenario import ById
from game.state import CLAIMANT, HOST, Decision, Phase
from game.tui.play.acts import Acts
from game.tui.play.ledger import Ledger
from game.tui.play.options import Offer
from game.tui.play.screen import PlayScreen
from game.tui.play.why import of_numbers, of_offer
from game.tui.play.why_page import WhyPage
from game.tui.screens.reading import Reading
from game.tui.texts import said
from game.tui.widgets.prose import Prose
from tests.tui.playing import decide, played, to_the_end, to_the_table, until


async def answer(screen: PlayScreen, pilot: Pilot[None], key: str) -> str:
    """Return what is answered to a key, and go back."""
    app = screen.app
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, Reading))
    await pilot.pause()
    text = app.screen.query_one(Prose).text
    await pilot.press("escape")
    await until(pilot, lambda: app.screen is screen)
    return text


def test_why_answers_for_the_line_under_the_cursor(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        text = await answer(screen, pilot, "w")
        assert "Rests on" in text
        assert "It stands at: stiff." in text
        await to_the_table(screen, pilot)
        help = screen.rules.scenario.table.acts["dinner"].help
        assert help in await answer(screen, pilot, "w")
        screen.query_one(Ledger).focus()
        await pilot.press("down")
        text = await answer(screen, pilot, "w")
        assert "It can be settled so" in text
        ledger = screen.query_one(Ledger)
        issue = list(screen.rules.scenario.table.issues.values())[ledger.issue]
        settled = list(issue.options.values())[ledger.draft[ledger.issue]].text
        assert f"{issue.label[1:]}: {settled}." in text
        assert "It is one of the ways" not in text

    played(tmp_path, (80, 24), act)


def test_a_number_is_not_told_as_a_ground_of_the_same_name() -> None:
    rules = Rules(read_scenario("the-fair-at-kulja"))
    shared = set(rules.scenario.tracks) & set(rules.scenario.table.grounds)
    assert shared
    state = rules.opening("7")
    told = "\n".join(part.plain for part in of_numbers(rules, CLAIMANT, state, [], "advisers"))
    numbers = told.partition("What the rules are")[0]
    assert "A ground that can be argued" not in numbers
    argued = Offer(said("why"), (Head("tactic", "argue", (min(shared),)),), name=min(shared))
    told = "\n".join(
        part.plain
        for part in of_offer(
            rules, state._replace(scene=-1, phase=Phase.SITTING), argued, "advisers"
        )
    )
    assert "A ground that can be argued" in told
    assert "from 0 to 100" not in told


def test_the_ways_to_settle_an_issue_stand_below_each_other_without_a_gap() -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    state = rules.opening("7")._replace(phase=Phase.SITTING, scene=-1)
    offer = Offer(said("the form"), (Head("tactic", "ask", ("form",)),), name="form")
    settled, *_ = of_offer(rules, state, offer, "advisers")
    assert settled.plain.count("\n  • ") == rules.table.sizes[rules.table.issue("form")]


def test_why_explains_the_choice_under_the_cursor_and_its_risk(tmp_path: Path) -> None:
    risky = read_scenario("aigun-six-days")
    choice = next(c for e in risky.events.values() for c in e.choices.values() if c.risk)
    events = {
        id: event.model_copy(update={"choices": ById(dict.fromkeys(event.choices, choice))})
        for id, event in risky.events.items()
    }

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        text = await answer(screen, pilot, "w")
        assert choice.risk is not None
        assert choice.say in text
        assert "What it visibly does: " in text
        assert f"{choice.risk.odds} times in a hundred it goes wrong" in text
        assert choice.risk.text not in text

    played(tmp_path, (80, 24), act, scenario=risky.model_copy(update={"events": ById(events)}))


def test_why_tells_options_by_their_texts_and_not_by_ids(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        screen.query_one(Ledger).focus()
        text = await answer(screen, pilot, "w")
        for id, option in next(iter(screen.rules.scenario.table.issues.values())).options.items():
            assert f"• {option.text}" in text
            assert f"{id}:" not in text

    played(tmp_path, (80, 24), act)


def test_why_tells_after_the_end_what_moved(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_end(screen, pilot)
        text = await answer(screen, pilot, "w")
        assert "What the numbers are" in text

    played(tmp_path, (80, 24), act)


def test_why_says_what_keeps_a_line_closed(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        closed = [at for at, offer in enumerate(acts.offers) if not offer.is_open]
        acts.query_one(OptionList).highlighted = closed[0]
        await pilot.pause()
        assert "Not now" in await answer(screen, pilot, "w")

    played(tmp_path, (80, 24), act)


def test_the_ledger_of_causes_tells_day_by_day_what_moved_and_by_what(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        for _ in range(4):
            await decide(screen, pilot, "1")
        text = await answer(screen, pilot, "l")
        assert "sitting 1" in text
        assert "sitting 2" in text
        assert "Today we feast" in text
        assert "You: dine with him" in text
        assert "Rests on" in text

    played(tmp_path, (80, 24), act)


def test_the_ledger_of_causes_keeps_the_other_chairs_secrets(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        for _ in range(8):
            await decide(screen, pilot, "1")
        text = await answer(screen, pilot, "l")
        other = screen.rules.table.seats[1]
        titles = [e.title for e in screen.rules.scenario.events.values() if e.seat == other]
        assert not [title for title in titles if title in text]

    played(tmp_path, (80, 24), act)


def test_the_ledger_of_causes_ends_with_the_words_of_the_rules(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        text = await answer(screen, pilot, "l")
        assert all(f"\n{word}\n" in text for word in RULES)
        assert all(faction.label in text for faction in screen.rules.table.factions)

    played(tmp_path, (80, 24), act)


def test_the_ledger_calls_yours_what_is_yours_and_his_what_is_his() -> None:
    """And an act by the name that it has in the list of acts."""
    rules = Rules(read_scenario("aigun-six-days"))
    opening = rules.opening("1858")
    paper = (0,) * len(rules.table.issues)
    laid = opening._replace(phase=Phase.REPLY, seat=HOST, scene=-1, paper=paper)
    other = (*paper[:-1], 1)
    word = Decision("tactic", rules.choices.lay, (), other)
    assert deed(rules, laid, word, HOST).startswith(
        "Give him your word, and say nothing; your word"
    )
    theirs = deed_of_other(rules, laid, word, HOST)
    assert theirs.startswith("Give you his word, and say nothing; his word")
    accepts = Decision("accept")
    sitting = laid._replace(phase=Phase.SITTING, seat=CLAIMANT)
    assert deed_of_other(rules, sitting, accepts, CLAIMANT) == "Lay your word down unchanged"
    argued = deed_of_other(
        rules, sitting, Decision("tactic", "argue", ("custom",), other), CLAIMANT
    )
    assert "your people will live as they have lived" in argued
    assert "; his paper: " in argued
    begs = deed_of_other(rules, laid, Decision("sign-to-disown"), HOST)
    assert begs == deed_of_other(rules, laid, accepts, HOST) == "Sign the paper"


def test_a_number_asks_why_of_another_act(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        before, acts = screen.session.cursor, screen.query_one(Acts)
        number, name = next((o.numbers[0], o.name) for o in acts.offers[2:] if o.is_open)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(screen.app.screen, WhyPage))
        await pilot.press(str(number))
        help = screen.rules.scenario.table.acts[name].help
        await until(pilot, lambda: help in screen.app.screen.query_one(Prose).text)
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen)
        assert acts.current is not None
        assert (acts.current.name, screen.session.cursor) == (name, before)

    played(tmp_path, (80, 24), act)

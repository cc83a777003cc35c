"""What papers agreed upon is known to what comes after them: winters, letters, tables, the map."""

from __future__ import annotations

from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario import parse
from game.scenario.campaign_model import Campaign
from game.scenario.expressions import Expression
from game.state import State, Verdict

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
TABLES = list(GOVERNOR.tables)
WINTER, SPRING_1857 = 42, 39


def _end_of_history() -> State:
    record = documented(RULES)
    return list(steps_of(RULES, RULES.opening("history"), record.current_line()))[-1].turn.state


def _signed_in_1857(verdict: Verdict) -> State:
    """Return a winter after which Beijing has judged a paper signed the spring before."""
    state = _end_of_history()
    deal = state.deals[-1]._replace(turn=SPRING_1857, verdict=verdict)
    return state._replace(turn=WINTER, deals=(*state.deals[:-1], deal))


def _unsigned() -> State:
    state = _end_of_history()
    return state._replace(turn=WINTER, deals=state.deals[:-1])


def _agreed(table: str, issue: str, option: str) -> State:
    """Return a winter before which a table, by its paper, had agreed on this."""
    state, at = _unsigned(), TABLES.index(table)
    issues = GOVERNOR.tables[table].issues
    place, agreed = list(issues).index(issue), list(issues[issue].options).index(option)
    deals = []
    for deal in state.deals:
        if deal.table == at:
            terms = list(deal.treaty or [0] * len(issues))
            terms[place] = agreed
            deal = deal._replace(treaty=tuple(terms))
        deals.append(deal)
    return state._replace(deals=tuple(deals))


def _holds(asked: Expression | None, state: State) -> bool:
    assert asked is not None
    return bool(RULES.condition(asked)(state))


def test_canton_asks_for_powers_only_while_nothing_is_signed() -> None:
    before, after = (GOVERNOR.events[f"canton-{id}"].when for id in ("taken", "after-the-paper"))
    assert _holds(before, _unsigned())
    assert not _holds(after, _unsigned())
    assert not _holds(before, _signed_in_1857(Verdict.RATIFIED))
    assert _holds(after, _signed_in_1857(Verdict.RATIFIED))


def test_beijing_sends_nobody_to_the_amur_whose_paper_it_owns() -> None:
    sends, is_content = (
        GOVERNOR.pressure[id].when for id in ("four-power-notes", "four-notes-after-a-paper")
    )
    for verdict, is_owned in [
        (Verdict.RATIFIED, True),
        (Verdict.SILENCE, True),
        (Verdict.DISOWNED, False),
    ]:
        assert _holds(sends, _signed_in_1857(verdict)) is not is_owned
        assert _holds(is_content, _signed_in_1857(verdict)) is is_owned
    assert _holds(sends, _unsigned())


def test_no_russian_note_is_sent_where_no_russian_envoy_went() -> None:
    ids = "four-power-notes", "four-notes-after-a-paper", "three-power-notes"
    with_envoy, after_paper, without = (GOVERNOR.pressure[id].when for id in ids)
    for state in (_unsigned(), _signed_in_1857(Verdict.RATIFIED)):
        assert not _holds(without, state)
        for note in ("treats-with-beijing", "letters-only"):
            alone = state._replace(notes=state.notes | {note})
            assert _holds(without, alone)
            assert not _holds(with_envoy, alone)
            assert not _holds(after_paper, alone)


def test_guns_that_stay_under_canvas_by_instruction_are_not_shown_at_the_landing() -> None:
    events = GOVERNOR.events
    shown, covered = (_of_force(events[id].when) for id in ("two-cutters", "under-the-canvas"))
    for option, is_covered in [("covered", True), ("answer", False)]:
        assert _holds(covered, _agreed("st-petersburg", "force", option)) is is_covered
        assert _holds(shown, _agreed("st-petersburg", "force", option)) is not is_covered


def test_the_map_holds_the_mouth_by_no_paper_whose_term_was_kept() -> None:
    assert GOVERNOR.map is not None
    held = GOVERNOR.map.seasons.claims["mariinsk-mouth-unsaid"].when
    state = _agreed("mariinsk", "mouth", "english")
    assert _holds(held, state)
    assert not _holds(held, state._replace(notes=state.notes | {"kept-the-term"}))


def _of_force(when: Expression | None) -> Expression:
    """Return what of a condition is about the instructions on force."""
    assert when is not None
    (part,) = [part for part in when.text.split(" and ") if "force" in part]
    return parse(part)

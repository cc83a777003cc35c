"""`why` in the seasons: of a line of a scene all that can be known, of a track the tables, too."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from game.coach.seasons.choice_in_full import choice_in_full
from game.coach.seasons.meaning import meaning
from game.coach.seasons.moved import moved, told_of_track
from game.coach.seasons.scene import scene_seen
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import CLAIMANT, Phase
from tests.in_lines import plain, told

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
RECORD = documented(RULES)
STEPS = steps_of(RULES, RULES.opening(RECORD.heading.seed), RECORD.current_line())
MOVED = moved(RULES, ((step.before, step.turn) for step in STEPS))


def test_what_moved_a_track_is_told_of_tables_as_of_orders() -> None:
    told_of = {
        track: " ".join(told_of_track(RULES, MOVED, track, "points"))
        for track in ("goodwill", "vigilance", "credit", "settlement")
    }
    ploughed = "After “The treaty on the Amur”: The villages on the Zeya plough as before"
    assert ploughed in told_of["goodwill"]
    assert "The claim in writing, at “The talks at Mariinsk” (up" in told_of["vigilance"]
    assert "What followed from" not in " ".join(told_of.values())


def test_all_that_moved_a_track_leads_from_where_it_began_to_where_it_ended() -> None:
    by: Counter[str] = Counter()
    for each in MOVED:
        by.update(each.by)
    first, last = STEPS[0].before, STEPS[-1].turn.state
    for track, at in RULES.levels.items():
        if track in by:
            assert last.levels[at] - first.levels[at] == by[track], track


def test_a_line_of_a_scene_tells_what_it_does_risks_and_moves_and_who_is_for_it() -> None:
    seen_of = dict.fromkeys(("does", "risk", "stands", "for it"), 0)
    for step in STEPS:
        state = step.before
        if state.phase != Phase.SCENE or state.at:
            continue
        view = RULES.seen_by(CLAIMANT, state)
        seen = scene_seen(RULES, view, RULES.legal_decisions(state), "advisers")
        for option in seen.options:
            said = " ".join(choice_in_full(RULES, view, seen, option, "advisers"))
            assert said
            assert bool(option.risk) is ("It goes wrong " in said)
            assert bool(option.why_not) is said.startswith("Not open: ")
            seen_of["does"] += bool(option.does)
            seen_of["risk"] += bool(option.risk)
            seen_of["stands"] += " Now: " in said
            for word in (word for word in seen.counsel if word.choice == option.id):
                seen_of["for it"] += 1
                assert f"{word.name}" in said
                assert word.foretells in said
    assert all(seen_of.values()), seen_of


def test_why_with_a_number_in_a_scene_of_a_season_explains_that_line(tmp_path: Path) -> None:
    lines = "1\nwhy 1\nwhy 9\nundo\n"
    shown = plain(tmp_path, "the-governor", "--plain", "--seed", "41", lines=lines)
    first = RULES.opening("41")
    scene = GOVERNOR.events[RULES.scenes.all[first.scene].id]
    assert told(shown, "why 1").startswith(next(iter(scene.choices.values())).say)
    assert "There is no 9 in the list; 'why' explains 1 to" in told(shown, "why 9")


def test_a_measure_is_found_by_a_word_of_its_label() -> None:
    view = RULES.seen_by(CLAIMANT, STEPS[0].before)
    found, whole = (meaning(RULES, view, word, "advisers") for word in ("means", "cost"))
    assert found == whole
    assert found[0].startswith("Means kept is reckoned at the end")

"""A reason that closes several lines is said once, below those that are open."""

from __future__ import annotations

from game.coach.menu import entries
from game.coach.seasons.menu import menu
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.state import CLAIMANT, HOST, Phase
from game.tui.play.options import offers
from game.tui.season.choices import of_season
from tests.fords import in_season, rules_of_fords, with_tracks


def test_what_one_reason_closes_stands_together() -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    state = rules.opening("7")._replace(phase=Phase.REPLY, seat=HOST)
    names = [act.id for act in rules.table.acts if HOST in act.seats]
    reason = "your own word lies there unchanged; sign it, or break off"
    refused = [(Head("tactic", name), reason) for name in names]
    legal = Legal(
        [Head("accept"), Head("break-off")], [*refused, (Head("fall-ill"), "you are well")]
    )
    found = list(offers(rules, legal, state, "advisers"))
    labels = [entry.label for entry in entries(rules, legal, HOST)]
    shown = [offer.text.plain for offer in found]
    assert [line[:2] for line in shown] == ["a ", "g ", "  ", "  "]
    assert "\n".join(shown).count(reason) == 1
    assert all(any(label in line for line in shown) for label in labels)
    assert found[-1].refused == reason


def test_talks_that_lie_ahead_take_one_line_and_their_reason_is_told_when_asked() -> None:
    rules = rules_of_fords()
    reason = "the abbess sees nobody of whom the council thinks so little"

    def shut(turn: int, favour: int) -> tuple[str, str]:
        state = with_tracks(rules, in_season(rules, turn), favour=favour)
        groups = menu(rules, rules.seen_by(CLAIMANT, state), rules.legal_decisions(state), "points")
        first = next(iter(of_season(groups, (), None)))
        return first.text.plain.strip(), first.refused

    label = "Open the talks: The upper ford"
    assert shut(1, 10) == (f"{label}  not now: {reason}", reason)
    ahead, since = shut(2, 10), "from autumn 1801 on"
    assert ahead == (f"{label}  not now: {since}; ask why", f"{since}; {reason}")

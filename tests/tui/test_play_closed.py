"""A reason that closes several lines is said once, below those that are open."""

from __future__ import annotations

from game.coach.menu import entries
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.state import HOST, Phase
from game.tui.play.options import offers


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

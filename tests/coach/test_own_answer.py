"""What the host reads of his own answer says, too, what of it reaches nobody."""

from __future__ import annotations

from game.coach.own_answer import own_answer
from game.files.scenarios import read_scenario
from game.rules import Rules, terms
from game.state import HOST, Decision, Phase

SECOND = "You have argued it before; it moves nothing."
THIRD = "He has heard two of you, and hears no third."


def test_a_ground_that_reaches_nobody_says_so() -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    grounds = [ground.id for ground in rules.table.grounds]
    state = rules.opening("7")._replace(seat=HOST, phase=Phase.REPLY, scene=-1)
    claimant = state.men[0]
    assert claimant is not None
    for argued, again, unheard in ((0, False, False), (0, True, False), (2, False, True)):
        cited = frozenset(range(2 if unheard else 1 if again else 0))
        before = state._replace(cited=cited)
        decision = Decision("tactic", "argue", (grounds[argued],))
        turn = rules.apply(before, decision)
        told = [said.text for said in own_answer(rules, before, decision)]
        assert (SECOND in told) == again
        assert (THIRD in told) == unheard
        moved = turn.state.hope[0] < before.hope[0]
        assert moved == (not again and not unheard)
    assert terms.GROUNDS_HEARD == 2

"""The bill of talks that ended without a paper: what was on the table, and what it cost to leave.

Values are hundredths of a point, each on its seat's own scale, the claimant's first. Papers are
taken at what stands in them, before any court has read them.
"""

from __future__ import annotations

from typing import NamedTuple

from game.coach.better import bound, efficient
from game.negotiation import Package, Utility, value
from game.rules import Rules, court, mind
from game.state import CLAIMANT, HOST, State

Charge = tuple[int, str]
"""What going without a paper cost besides, and for what, in words."""


class Weighed(NamedTuple):
    """A paper that nobody signed."""

    paper: Package
    values: tuple[int, int]
    gains: tuple[int, int]
    """The values above the walk-aways; below nothing where none was better."""


class Unsigned(NamedTuple):
    """What there was, and what is left without it."""

    walks: tuple[int, int]
    last: Weighed | None
    """The claimant's last paper; `None` when none was laid down."""
    word: Weighed | None
    """The host's last word, standing or not; `None` when he gave none."""
    lacks_need: bool
    """The last paper lacked what the host could not go home without."""
    read: int
    """What the last paper was worth to the host as he read it, face and authorship included."""
    want: int
    """What he would have signed for at the end."""
    fair: Weighed | None
    """Of papers that hold both needs that whose lesser gain is greatest; `None` if none gains."""
    fair_without: Weighed | None
    """Where there is none, the same of papers that leave out a need, the host's only if all do."""
    charges: tuple[tuple[Charge, ...], tuple[Charge, ...]]
    """By seat; the walk-away less these is what lasted."""
    taken: int
    """What the claimant's menace took off the host's walk-away."""


def unsigned(rules: Rules, state: State) -> Unsigned:
    """Return the bill of talks that are over.

    Raises `ValueError` when they go on, or when something was signed.
    """
    claimant, host = state.men[CLAIMANT], state.men[HOST]
    outcome = rules.outcome(state)
    if outcome is None or state.treaty is not None or claimant is None or host is None:
        raise ValueError("this bill is for talks that ended without a paper")
    walks = outcome.walks
    lost = walks[HOST] - outcome.lasting[HOST]

    def weighed(paper: Package | None) -> Weighed | None:
        if paper is None:
            return None
        values = (value(paper, claimant.utility), value(paper, host.utility))
        return Weighed(paper, values, (values[0] - walks[0], values[1] - walks[1]))

    last = state.paper
    fair, *without = (
        _if_it_gains(weighed(_fairest(ours, theirs, walks)))
        for ours, theirs in (
            (bound(claimant), bound(host)),
            (claimant.utility, bound(host)),
            (claimant.utility, host.utility),
        )
    )
    return Unsigned(
        walks=walks,
        last=weighed(last),
        word=weighed(state.said),
        lacks_need=last is not None and not mind.meets_need(host, last),
        read=0 if last is None else mind.host_worth(state, rules.table, last),
        want=rules.want(state),
        fair=fair,
        fair_without=None if fair is not None else next(filter(None, without), None),
        charges=(tuple(_claimant_charges(rules, state)), tuple(_host_charges(state, lost))),
        taken=rules.walk_unmenaced(state) - walks[HOST],
    )


def _if_it_gains(weighed: Weighed | None) -> Weighed | None:
    return weighed if weighed is not None and min(weighed.gains) > 0 else None


def _fairest(ours: Utility, theirs: Utility, walks: tuple[int, int]) -> Package:
    """Return the paper whose lesser gain over the walk-aways is greatest."""
    points = efficient(ours, theirs)
    best = max(points, key=lambda p: min(p.ours - walks[CLAIMANT], p.theirs - walks[HOST]))
    return best.package


def _claimant_charges(rules: Rules, state: State) -> list[Charge]:
    charges = []
    if state.called:
        charges.append((court.DIMINISHED, "a last word that was called"))
    alarm = 100 * max(0, state.caution - court.HOME_PATIENCE)
    if alarm:
        charges.append((alarm, f"the alarm {rules.table.words.at_home}"))
    return charges


def _host_charges(state: State, lost: int) -> list[Charge]:
    """Return what a host was charged who lost so much in all."""
    in_bed = 100 * state.ill
    charges = [(in_bed, "keeping to {host.his} bed"), (lost - in_bed, "rising from the table")]
    return [charge for charge in charges if charge[0]]

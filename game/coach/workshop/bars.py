"""The bars of the handbook's page `balance` that a play-test breaks, persona by persona."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.coach.words_for import listed
from game.coach.workshop.playing import ALSO_PRESSING, BARGAINING, PRESSING, UNSKILLED

AGREEMENT = 55, 90
"""Per cent of signed plays between which a table leaves both ways open, as far as one can tell."""
RATIFIED = 95
"""Per cent of signed papers above which the court decides nothing."""
APART = 45, 55
"""Per cent of both lasting values together between which neither chair is the better one."""
EVEN = 100
"""Hundredths of lasting value within which two personas fare the same."""
GENTLER = (
    "lower the `menace` of the acts of pressure, or raise a `threshold` of the court, which takes"
    " off for what was wrung from the host"
)
"""What to do where pressure pays too well."""
ABLE, BLIND = "integrative", "novice"
"""Who asks, and who is the same without asking."""


def broken_bars(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence with a remedy for each bar that the plays broke, the gravest first."""
    if report["skilled"]["games"]:
        yield from _agreement(report["personas"])
    else:
        yield "Nobody played who knows the craft: test `--policy integrative` besides."
    yield from _asking(report)
    yield from _pressing(report)
    yield from _court(report["skilled"])
    yield from _chairs(report["skilled"])


def _agreement(personas: Mapping[str, Any]) -> Iterator[str]:
    low, high = AGREEMENT
    signed = {name: own["agreement"] for name, own in personas.items()}
    often = [name for name in signed if name not in UNSKILLED and signed[name] > high]
    seldom = [name for name in signed if name in BARGAINING and signed[name] < low]
    if often:
        yield (
            f"Signed in more than {high} % of the plays: {_shares(often, signed)}. There signing"
            " is no decision. Raise both walk-aways; where that hinders only whoever presses,"
            " narrow what a need of the host `allows`, so that not every host may sign the paper"
            " both like best."
        )
    if seldom:
        yield (
            f"Signed in less than {low} % of the plays, though they bargain:"
            f" {_shares(seldom, signed)}. Lower a walk-away or what the host hopes for, or let a"
            " need of the host `allow` more."
        )


def _shares(names: list[str], shares: Mapping[str, float]) -> str:
    return listed(f"{name} ({shares[name]:.0f} %)" for name in names)


def _asking(report: Mapping[str, Any]) -> Iterator[str]:
    personas, seat = report["personas"], report["seat"]
    if not {ABLE, BLIND} <= personas.keys():
        return
    able, blind = (personas[name]["lasting"][seat] for name in (ABLE, BLIND))
    if blind >= able - EVEN:
        yield (
            f"{BLIND}, who asks nothing, keeps {blind / 100:.1f} points, and {ABLE}, who asks,"
            f" {able / 100:.1f}: asking brings nothing. Narrow what a need of the host `allows`"
            " by the option that is signed most often; where that does not do, move worth from"
            " what both like best to another issue (a seat's best options still make 100)."
        )


def _pressing(report: Mapping[str, Any]) -> Iterator[str]:
    personas, seat = report["personas"], report["seat"]
    able = personas.get(ABLE)
    if able is None or not report["pressure"]["acts"]:
        return
    for name in (*PRESSING, *ALSO_PRESSING):
        own = personas.get(name)
        if own is None or not own["agreement"] or own["agreement"] < able["agreement"]:
            continue
        kept, earned = own["lasting"][seat], able["lasting"][seat]
        # Who bargains as well keeps as much by that; he gains by pressing where he keeps more.
        if kept > earned + EVEN or (name in PRESSING and kept >= earned - EVEN):
            much = "more" if kept > earned + EVEN else "as much"
            yield (
                f"{name}, who presses, signs as often as {ABLE} ({own['agreement']:.0f} % and"
                f" {able['agreement']:.0f} %) and keeps {much} ({kept / 100:.1f} and"
                f" {earned / 100:.1f} points). Raise the host's hope, {GENTLER}."
            )


def _court(skilled: Mapping[str, Any]) -> Iterator[str]:
    if skilled["ratified"] > RATIFIED:
        yield (
            f"The court ratified {skilled['ratified']:.0f} % of what those signed who know the"
            f" craft; above {RATIFIED} it decides nothing. Take `land` or `rite` from what both"
            " like best, or raise the `mood` of the court and a `threshold` with it."
        )


def _chairs(skilled: Mapping[str, Any]) -> Iterator[str]:
    low, high = APART
    both = sum(skilled["lasting"].values())
    if both <= 0:
        return
    shares = {seat: 100 * own / both for seat, own in skilled["lasting"].items()}
    better = max(shares, key=lambda seat: shares[seat])
    if round(shares[better]) > high:
        yield (
            f"The chairs are far apart: of what both keep in the plays of those who know the craft"
            f" {better} has {shares[better]:.0f} % ({low} to {high} are even). Lower that walk-away"
            " or raise the other, or say on a page that history would have it so."
        )

"""The bars of the handbook's page `balance` that a play-test breaks, persona by persona."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.coach.words_for import listed
from game.coach.workshop.playing import ALSO_PRESSING, BARGAINING, BOUND, PRESSING
from game.scenario.lesson_model import Lesson

SIGNED = 55
"""Per cent of plays that whoever bargains signs: with less the table is too narrow."""
SURE = 90
"""Per cent of plays above which success is no question: to whoever bargains a paper that the court
ratifies, to whoever presses or insists on a text a signature."""
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
        yield from _narrow(report["personas"])
        # Who sits down for the first time should come home with a paper; with how good a one is
        # the lesson.
        if report["lesson"] != Lesson.FIRST:
            yield from _sure(report)
    else:
        yield "Nobody played who knows the craft: test `--policy integrative` besides."
    yield from _asking(report)
    yield from _pressing(report)
    yield from _court(report["skilled"])
    yield from _chairs(report["skilled"])


def _narrow(personas: Mapping[str, Any]) -> Iterator[str]:
    signed = {name: own["agreement"] for name, own in personas.items() if name in BARGAINING}
    seldom = [
        name for name, share in signed.items() if _above(SIGNED, share, personas[name]["games"])
    ]
    if seldom:
        yield (
            f"Signed in less than {SIGNED} % of the plays, though they bargain:"
            f" {_shares(seldom, signed)}. Lower a walk-away or what the host hopes for, or let a"
            " need of the host `allow` more."
        )


def _sure(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield what says that success is no question, to whom it should be one."""
    personas = report["personas"]
    signed = {name: own["agreement"] for name, own in personas.items()}
    held = {name: own["agreement"] * own["ratified"] / 100 for name, own in personas.items()}
    sure = [n for n in _those_above(held, personas) if n in BARGAINING]
    pressing = PRESSING if report["pressure"]["acts"] else ()
    forced = [n for n in _those_above(signed, personas) if n in (*pressing, *BOUND)]
    if sure:
        yield (
            f"Bring home in more than {SURE} % of the plays a paper that the court ratifies:"
            f" {_shares(sure, held)}. There success is no question. Let the court decide more"
            " (take `land` or `rite` from what both like best), or narrow what a need of the host"
            " `allows`, so that not every host may sign the paper both like best."
        )
    if forced:
        yield (
            f"Signed in more than {SURE} % of the plays, though they press or insist on a text:"
            f" {_shares(forced, signed)}. Raise the host's walk-away or hope, or narrow what a"
            " need of the host `allows`."
        )


def _those_above(shares: Mapping[str, float], personas: Mapping[str, Any]) -> list[str]:
    return [name for name in shares if _above(shares[name], SURE, personas[name]["games"])]


def _above(share: float, bar: float, plays: float) -> bool:
    """Return whether a share of plays lies above a bar by more than chance alone may move it.

    In per cent; chance may move it by a standard error.

    >>> _above(100, 90, 8), _above(100, 90, 12), _above(92, 90, 100), _above(94, 90, 100)
    (False, True, False, True)
    """
    return share > bar and (share - bar) ** 2 * plays > bar * (100 - bar)


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
    if _above(skilled["ratified"], RATIFIED, skilled["games"] * skilled["agreement"] / 100):
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

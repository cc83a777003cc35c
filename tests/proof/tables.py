"""Claims of each table of a campaign by itself, held as the documented line sat down at it.

They are those of the first scenario: history's text within the zone, none of it too early,
overreach without a signature, a text that would have been better for both in the end, pressure
that helps where it is sparing, and no option that settles an issue for everybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from typing import NamedTuple

from game.coach.workshop.playing import play_once, seated
from game.coach.workshop.seasons.tables import alone, held
from game.files.scenarios import find_scenarios, read_any
from game.negotiation import Package, every_package, value, zone
from game.policy.official import Official
from game.policy.personas import pressing
from game.rules import CampaignRules, Rules, court
from game.rules.men import HISTORY
from game.scenario.campaign_model import Campaign
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, State
from tests.proof.claim import Claim
from tests.proof.ground import kind_of
from tests.proof.plays import played_by_line

PLAYS = 100
"""With each number of acts of pressure, and by all the personas together."""
PRESSED = range(6)
SPARING = (1, 2, 3)
"""Acts of pressure with which the claimant may fare best."""
RULES = 0.80
"""The share above which an option rules its issue."""
THREATS = (ActKind.PRESSURE, ActKind.PRESSURE, ActKind.WAGER, ActKind.PRESSURE)
"""In their order; the last goes on to the end."""
MEN = 20
"""Men before whom all that can be asked for is laid."""
SELDOM = 20
"""Too early at most one in so many is left of the papers with what history asked for."""
APART = 2
"""So many times as much an issue weighs with one seat as with the other where it can be traded."""
AT_THE_TABLES = ("integrative", "novice", "conciliator", "cautious", "bluffer", "stickler", "hawk")

Terms = dict[str, tuple[str, ...]]

ASKED: dict[str, Terms] = {
    "amur-committee": {"scope": ("mouth", "river"), "flag": ("company", "imperial")},
    "passage": {
        "right": ("once", "yearly", "free"),
        "numbers": ("parts", "counted", "uncounted"),
    },
    "mariinsk": {"left-bank": ("stations", "lower", "amur")},
    "st-petersburg": {"envoy": ("split", "governor"), "line": ("left-bank",)},
    "aigun": {"left-bank": ("amur",)},
}
"""What history's claimant had come for, by table: one of the options of each issue."""


class Seen(NamedTuple):
    """A table as it stands at an opening."""

    rules: Rules
    opening: State
    zone: tuple[Package, ...]
    """Every paper that leaves neither common man with less than none would."""


def campaigns() -> list[str]:
    """Return the campaigns that keep a documented line."""
    found = [read_any(id) for id in find_scenarios()]
    return [each.id for each in found if isinstance(each, Campaign) and each.history]


@cache
def rules_of(campaign: str) -> CampaignRules:
    """Return the rules of a campaign from its first season."""
    written = read_any(campaign)
    assert isinstance(written, Campaign)
    return CampaignRules(written)


@cache
def at(campaign: str, table: str) -> Seen:
    """Return a table as the documented line sat down at it."""
    return _seen(alone(rules_of(campaign), table))


def too_early(campaign: str, table: str) -> Seen:
    """Return the same table as it would stand in the first season."""
    rules = rules_of(campaign)
    talks = next(talks for talks in rules.talks if talks.id == table)
    return _seen(talks.alone(rules.opening(HISTORY)))


def _seen(rules: Rules) -> Seen:
    opening = rules.opening(HISTORY)
    ours, theirs = rules.table.utilities
    least = [rules.formulas.walk(seat, opening) for seat in (CLAIMANT, HOST)]
    papers = every_package(rules.table.sizes)
    return Seen(rules, opening, zone(papers, ours, least[CLAIMANT], theirs, least[HOST]))


def claims(workers: int = 2) -> Iterator[Claim]:
    """Yield every claim of every table, those of plays last."""
    for campaign in campaigns():
        for table in rules_of(campaign).scenario.tables:
            yield from claims_of_zone(campaign, table)
        with ProcessPoolExecutor(workers) as pool:
            for table in rules_of(campaign).scenario.tables:
                yield from _claims_of_plays(campaign, table, pool)


def claims_of_zone(campaign: str, table: str) -> Iterator[Claim]:
    """Yield what can be said of a table without playing it."""
    yield from _of_history(campaign, table)
    yield _early(campaign, table)
    yield _overreach(campaign, table)
    yield from _options_open(campaign, table)
    yield _kinds(campaign, table)


def _of_history(campaign: str, table: str) -> Iterator[Claim]:
    """Yield what holds of the paper that was signed; nothing where none was."""
    rules = at(campaign, table).rules
    end = held(rules_of(campaign))[table].end
    outcome = rules.outcome(end)
    assert outcome is not None
    if end.treaty is None:
        assert rules.table.historical is None
        return
    above = [rules.worth(seat, end, end.treaty) - rules.walk(seat, end) for seat in (0, 1)]
    yield Claim(
        f"{table}: the documented line signs history's text; above both walk-aways by",
        ", ".join(f"{points / 100:.0f}" for points in above),
        "history's text, >= 0, >= 0",
        end.treaty == rules.table.historical and min(above) >= 0,
    )
    theirs = outcome.values[HOST]
    better = sum(
        rules.worth(HOST, end, paper) > theirs
        and _uncoerced(rules, end, paper) > outcome.lasting[CLAIMANT]
        for paper in every_package(rules.table.sizes)
    )
    yield Claim(
        f"{table}: texts that had been better for both in the end",
        str(better),
        ">= 1",
        better >= 1,
    )


def _uncoerced(rules: Rules, end: State, paper: Package) -> int:
    """Return what a paper that nobody was forced to had left its claimant with."""
    signed, rule = end._replace(treaty=paper, memorial=frozenset()), rules.scenario.table.court
    seen = court.reading(rules.table, paper, rules.crisis(end), 0, frozenset())
    become = court.verdict(seen.support, rule.ratified, rule.silence)
    return court.claimant_lasting(signed, rules.table, rules.walk(CLAIMANT, end), become)


def _early(campaign: str, table: str) -> Claim:
    then, first = at(campaign, table), too_early(campaign, table)
    asked = [_with(ASKED[table], seen) for seen in (then, first)]
    text = first.rules.table.historical
    return Claim(
        f"{table}: papers of the zone with what was asked for, then and in the first season",
        f"{asked[0]} of {len(then.zone)}, {asked[1]} of {len(first.zone)}",
        f"some, at most one in {SELDOM} of them and not history's",
        asked[0] > 0 and SELDOM * asked[1] <= asked[0] and text not in first.zone,
    )


def _with(terms: Terms, seen: Seen) -> int:
    table = seen.rules.table
    wanted = {
        table.issue(issue): {table.option(table.issue(issue), option) for option in options}
        for issue, options in terms.items()
    }
    return sum(all(paper[i] in o for i, o in wanted.items()) for paper in seen.zone)


def _overreach(campaign: str, table: str) -> Claim:
    """Return whether anybody signs all that can be asked for, laid down again with every threat."""
    rules = at(campaign, table).rules
    ours = rules.table.utilities[CLAIMANT]
    all_of_it = max(every_package(rules.table.sizes), key=lambda paper: value(paper, ours))
    acts = rules.table.acts_of(CLAIMANT)
    threats = [acts[kind].id for kind in THREATS]
    line = [Decision("tactic", act, (), all_of_it) for act in threats]
    ends = [played_by_line(rules, line, f"overreach {number}") for number in range(MEN)]
    signed = sum(end.treaty is not None for end in ends)
    return Claim(
        f"{table}: men who sign all that can be asked for, whatever they are threatened with",
        f"{signed} of {MEN}",
        "none",
        signed == 0,
    )


def _options_open(campaign: str, table: str) -> Iterator[Claim]:
    seen = at(campaign, table)
    most, option = _ruling(seen.rules, Counter(seen.zone), range(len(seen.rules.table.issues)))
    yield Claim(
        f"{table}: the option that most papers of the zone hold",
        f"{option}, {100 * most:.0f} %",
        f"<= {100 * RULES:.0f} %",
        most <= RULES,
    )
    written = seen.rules.table
    lone = [
        f"{issue}.{id}"
        for place, issue in enumerate(written.issues)
        for option, id in enumerate(written.options[place])
        if all(paper[place] != option for paper in seen.zone)
    ]
    yield Claim(
        f"{table}: options that no paper of the zone holds",
        ", ".join(lone) or "none",
        "at most one",
        len(lone) <= 1,
    )


def _ruling(rules: Rules, papers: Counter[Package], issues: Iterable[int]) -> tuple[float, str]:
    """Return the option of some issues that most papers hold, after its share of them."""
    table = rules.table
    count, issue, option = max(
        (sum(times for paper, times in papers.items() if paper[issue] == option), issue, option)
        for issue in issues
        for option in range(table.sizes[issue])
    )
    return count / max(1, papers.total()), f"{table.issues[issue]}.{table.options[issue][option]}"


def _kinds(campaign: str, table: str) -> Claim:
    ours, theirs = at(campaign, table).rules.table.utilities
    kinds, ours_more, theirs_more = Counter[str](), 0, 0
    for mine, his in zip(ours.worth, theirs.worth, strict=True):
        weights = max(mine) - min(mine), max(his) - min(his)
        kinds[kind_of(mine, his)] += 1
        ours_more += weights[CLAIMANT] >= APART * weights[HOST]
        theirs_more += weights[HOST] >= APART * weights[CLAIMANT]
    return Claim(
        f"{table}: distributive and compatible issues, and those that can be traded for another",
        f"{kinds['distributive']}, {kinds['compatible']}, {ours_more} for {theirs_more}",
        ">= 1 each",
        min(kinds["distributive"], kinds["compatible"], ours_more, theirs_more) >= 1,
    )


def _claims_of_plays(campaign: str, table: str, pool: ProcessPoolExecutor) -> Iterator[Claim]:
    lasting = list(pool.map(partial(_pressed, campaign, table), PRESSED))
    most = max(PRESSED, key=lambda acts: lasting[acts])
    yield Claim(
        f"{table}: what the claimant is left with by acts of pressure",
        ", ".join(
            f"{acts}: {points / 100:.1f}" for acts, points in zip(PRESSED, lasting, strict=True)
        ),
        f"most with {SPARING[0]} to {SPARING[-1]}",
        most in SPARING,
    )
    signed = sum(pool.map(partial(_signed, campaign, table), AT_THE_TABLES), Counter[Package]())
    rules = at(campaign, table).rules
    kinds = [
        kind_of(*rows)
        for rows in zip(*(utility.worth for utility in rules.table.utilities), strict=True)
    ]
    # What both want, or one wants three times as much, is found or traded; the rest is contended.
    for is_contended, among in ((True, "the distributive issues"), (False, "the others")):
        issues = [at for at, kind in enumerate(kinds) if (kind == "distributive") is is_contended]
        share, option = _ruling(rules, signed, issues)
        yield Claim(
            f"{table}: of {among}, the option that most agreements hold",
            f"{option}, {100 * share:.0f} % of {signed.total()}",
            f"<= {100 * RULES:.0f} %" if is_contended else "told",
            not is_contended or share <= RULES,
        )


def _pressed(campaign: str, table: str, acts: int) -> float:
    """Return what one who begins with so many acts of pressure is left with, on average."""
    rules = at(campaign, table).rules
    plays = (
        play_once(rules, (pressing(rules, acts), Official(rules)), f"pressed {number}").final
        for number in range(PLAYS)
    )
    return sum(_lasting(rules, final) for final in plays) / PLAYS


def _lasting(rules: Rules, final: State) -> int:
    outcome = rules.outcome(final)
    assert outcome is not None
    return outcome.lasting[CLAIMANT]


def _signed(campaign: str, table: str, name: str) -> Counter[Package]:
    rules, signed = at(campaign, table).rules, Counter[Package]()
    for number in range(PLAYS // len(AT_THE_TABLES)):
        seed = f"signed {number}"
        policies = seated(rules, name, "official", CLAIMANT, seed)
        treaty = play_once(rules, policies, seed).final.treaty
        if treaty is not None:
            signed[treaty] += 1
    return signed

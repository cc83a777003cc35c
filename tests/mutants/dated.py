"""Kinds of fault that are seeded into what is dated."""

from __future__ import annotations

from tests.mutants.kinds import COVER, EVENTS, Kind, misspelt

CALENDAR = r"calendar\.yaml"
TOLD = frozenset({"not-alive", "out-of-office"})
WHERE_HE_ACTS = "a date is told where it makes somebody act out of his time"

DATED = (
    Kind("office-before", COVER, r"^(    life: yishan\.general-of-)heilongjiang", r"\1ili"),
    Kind("office-after", COVER, r"^(    life: yishan\.general-of-)ili", r"\1heilongjiang"),
    Kind("dead-man-acts", r"six-days|arrival|talks", r"^(    cast: \[)(?=shish)", r"\1nicholas, "),
    Kind("unknown-life", EVENTS, r"^(    cast: )[a-z]+$", r"\1nobody"),
    Kind("unknown-office", COVER, r"^(    life: [a-z]+\.)[a-z-]+$", r"\1gardener"),
    Kind(
        "office-late",
        CALENDAR,
        r"(, from: )18(?:47|53|56)",
        r"\g<1>1870",
        codes=TOLD,
        why_near=WHERE_HE_ACTS,
        follows=TOLD | {"bad-date"},
    ),
    Kind(
        "dies-early",
        CALENDAR,
        r"(died: )1\d{3}$",
        r"\g<1>1845",
        codes=TOLD,
        why_near=WHERE_HE_ACTS,
        follows=TOLD | {"bad-date"},
    ),
    Kind(
        "happens-late",
        CALENDAR,
        r"^(  (?:nerchinsk|canton-|starv|stanf|blago|fleet|beijing-s).*on: )1[678]\d\d",
        r"\g<1>1869",
        codes=frozenset({"not-yet"}),
        why_near="a date is told where something knows of it too early",
        follows=frozenset({"not-yet"}),
    ),
    Kind(
        "knows-too-early",
        EVENTS,
        r"^(    knows: )(?:nerch|canton-1|stan|starv).*",
        r"\1aigun-signed",
    ),
    Kind("knows-too-fast", r"tables/|arrival", r"^( +knows: )(?:fleet|stan).*", r"\1dagu-taken"),
    Kind("unknown-happening", r"tables/|events/", r"^(\s+knows: )([a-z]+-[a-z]+)(?=-|$)", misspelt),
    Kind(
        "slow-road",
        CALENDAR,
        r"(dagu, to: aigun, days: )8",
        r"\g<1>60",
        codes=frozenset({"too-fast"}),
        why_near="a road is told where something comes by it too fast",
        follows=frozenset({"too-fast"}),
    ),
    Kind("a-later-name", r"arrival|talks", r"^(      )(Five points|Yishan)", r"\1At Khabarovka \2"),
    Kind(
        "long-winter",
        CALENDAR,
        r"(ice: \{from: 11-16, to: )04-19",
        r"\g<1>06-10",
        codes=frozenset({"ice-bound"}),
        why_near="the ice is told where boats go on it",
        follows=frozenset({"ice-bound"}),
    ),
    Kind("unknown-water", r"tables/|events/", r"(sails: )amur", r"\1sungari"),
    Kind("no-day", CALENDAR, r"(\d{4})-\d\d-\d\d", r"\1-02-30"),
)

"""Kinds of fault that are seeded into what is dated."""

from __future__ import annotations

from tests.mutants.kinds import COVER, EVENTS, Kind

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
    Kind("no-day", CALENDAR, r"(\d{4})-\d\d-\d\d", r"\1-02-30"),
)

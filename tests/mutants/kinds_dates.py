"""Dates that cannot be: lives, offices, what is known before it happened or came too fast."""

from __future__ import annotations

from tests.mutants.kind import (
    ADVISERS,
    BRIEFS,
    CALENDAR,
    COVER,
    EVENTS,
    TABLE,
    Elsewhere,
    Kind,
    misspelt,
)

OUT_OF_TIME = "each place where somebody acts is out of his time now"
OUT = (Elsewhere("not-alive", ".", OUT_OF_TIME), Elsewhere("out-of-office", ".", OUT_OF_TIME))
CLASH = Elsewhere("bad-date", CALENDAR, "of two dates of one life that clash either is wrong")
TOO_SOON = (Elsewhere("not-yet", ".", "each place that knows of it knows of it too soon now"),)
TOO_FAST = (Elsewhere("too-fast", ".", "each place to which word comes by the road is too fast"),)

DATES = (
    Kind(
        "over-before-the-last-sitting",
        COVER,
        r"^(start: (\S+).*\nend: )\S+",
        r"\1\2",
        "bad-date",
    ),
    Kind("misspelt-life", f"{COVER}|{ADVISERS}", r"^(    life: )([a-z-]+)", misspelt, "unknown-id"),
    Kind(
        "misspelt-office",
        f"{COVER}|{EVENTS}|{BRIEFS}",
        r"((?:life|cast): [a-z-]+\.)([a-z-]+)",
        misspelt,
        "unknown-id",
    ),
    Kind("misspelt-cast", f"{EVENTS}|{BRIEFS}", r"^( *cast: \[?)([a-z-]+)", misspelt, "unknown-id"),
    Kind("misspelt-source-of-a-life", CALENDAR, r"(source: \[?)([a-z-]+)", misspelt),
    Kind(
        "misspelt-happening",
        f"{TABLE}|{EVENTS}",
        r"^( +knows: \[?)([a-z-]+)",
        misspelt,
        "unknown-id",
    ),
    Kind(
        "office-before",
        COVER,
        r"^(    life: yishan\.general-of-)heilongjiang",
        r"\1ili",
        "out-of-office",
    ),
    Kind(
        "office-after",
        COVER,
        r"^(    life: yishan\.general-of-)ili",
        r"\1heilongjiang",
        "out-of-office",
    ),
    Kind(
        "dead-man-acts",
        EVENTS,
        r"^(    cast: \[)(?=shish)",
        r"\1nicholas, ",
        "not-alive",
    ),
    Kind(
        "office-late",
        CALENDAR,
        r"((?:general-of-[a-z]+|governor-general|headman): \{.*from: )18\d\d",
        r"\g<1>1870",
        told=(*OUT, CLASH),
    ),
    Kind("office-long-over", CALENDAR, r"(\bto: )1\d{3}[-\d]*", r"\g<1>1702", told=(*OUT, CLASH)),
    Kind(
        "dies-early",
        CALENDAR,
        r"^(  (?:yishan|muraviev|shishmarev):(?:.*|(?:\n    .*)*?)\bdied: )\d{4}",
        r"\g<1>1845",
        told=(*OUT, CLASH),
    ),
    Kind("born-late", CALENDAR, r"(born: )1\d{3}", r"\g<1>1899", told=(*OUT, CLASH)),
    Kind(
        "life-turned",
        CALENDAR,
        r"(born: )(\d+)(,? *\n? *died: )(\d+)",
        r"\1\4\3\2",
        "bad-date",
        near=(0, 1),
        why_near="born and died clash",
    ),
    Kind(
        "office-turned",
        CALENDAR,
        r"from: (\d{4}[\d-]*)(?! OS)(.*?), to: (\d{4}[\d-]*)",
        r"from: \3\2, to: \1",
        "bad-date",
    ),
    Kind("bad-year", CALENDAR, r"(born: )(\d+)", r"\g<1>c. \2", "bad-date"),
    Kind("no-such-day", CALENDAR, r"(\d{4})-\d\d-\d\d", r"\1-02-30", "bad-date"),
    Kind(
        "happens-late",
        CALENDAR,
        r"^(  (?:nerchinsk|canton-|starv|stanf|blago|fleet|beijing-s).*date: )1[678]\d\d",
        r"\g<1>1869",
        told=TOO_SOON,
    ),
    Kind(
        "knows-too-early",
        EVENTS,
        r"^(    knows: )(?:nerch|canton-1|stan|starv).*",
        r"\1aigun-signed",
        "not-yet",
    ),
    Kind(
        "knows-too-fast",
        rf"{TABLE}|^events/.*arrival",
        r"^( +knows: )(?:fleet|stan).*",
        r"\1dagu-taken",
        "too-fast not-yet",
    ),
    Kind("slow-road", CALENDAR, r"(dagu, to: aigun, days: )\d+", r"\g<1>90", told=TOO_FAST),
    Kind(
        "long-winter",
        CALENDAR,
        r"(ice: \{from: 11-16, to: )04-19",
        r"\g<1>06-10",
        told=(Elsewhere("ice-bound", ".", "each place where a boat goes is in the ice now"),),
    ),
    Kind("misspelt-water", f"{TABLE}|{EVENTS}", r"(sails: )([a-z]+)", misspelt, "unknown-id"),
    Kind(
        "a-later-name",
        r"^events/.*(arrival|talks)",
        r"^(      )(Five points|Yishan)",
        r"\1At Khabarovka \2",
        near=(-1, 0),
        why_near="a block begins where its key stands",
    ),
    Kind(
        "year-to-come",
        EVENTS,
        r"^(      )(The|You|He|Your)\b",
        r"\1As in July 1862, \2",
        "not-yet",
        near=(-1, 0),
        why_near="a block begins where its key stands",
    ),
)

"""What is well written and cannot be meant: it never holds, adds up wrongly, changes nothing."""

from __future__ import annotations

from tests.mutants.kind import (
    COVER,
    DOSSIERS,
    ENDINGS,
    EVENTS,
    HISTORY,
    MAP,
    PAGES,
    SOURCES,
    TABLE,
    YAML,
    Elsewhere,
    Kind,
)

ASKS = r"^( +(?:- |- \{)?when: )(?=[a-z(])(?!.* or )"
ASKED = r"(\bif: )(?=[a-z(])(?!.* or )"
SUM = "a sum belongs to all its parts"
LOST_NOTE = Elsewhere(
    "note-never-set", ".", "the choice that is lost was the only one to set the note"
)
UNDRAWN = Elsewhere("missing-key", MAP, "the map draws every option of its issues")
UNCITED = Elsewhere("unused-source", SOURCES, "nothing else cites the source")
CHANGED = Elsewhere(
    "history-not-reachable", HISTORY, "the numbers by which both decide are others than they were"
)

MEANING = (
    Kind("impossible-number", YAML, ASKS, r"\1sitting > 40 and ", "contradiction"),
    Kind("impossible-level", YAML, ASKS, r"\1trust > 100 and ", "contradiction"),
    Kind("impossible-level-of-a-choice", EVENTS, ASKED, r"\1trust > 100 and ", "contradiction"),
    Kind("contradictory-flags", YAML, ASKS, r"\1paper and not paper and ", "contradiction"),
    Kind("contradictory-levels", YAML, ASKS, r"\1trust > 60 and trust < 50 and ", "contradiction"),
    Kind("signed-in-the-talks", EVENTS, ASKS, r"\1signed and ", "contradiction"),
    Kind(
        "signed-without-an-end", ENDINGS, ASKS, r"\1signed and ended = lapsed and ", "contradiction"
    ),
    Kind(
        "verdict-without-a-paper",
        DOSSIERS,
        ASKS,
        r"\1verdict = ratified and not signed and ",
        "contradiction",
    ),
    Kind("never", YAML, ASKS, r"\1false and ", "contradiction"),
    Kind(
        "sitting-turned",
        EVENTS,
        r"(sitting between )(\d+)( and )(\d+)",
        r"\1\4\3\2",
        "contradiction",
    ),
    Kind("sitting-beyond-the-last", EVENTS, r"(sitting = )\d+", r"\g<1>77", "contradiction"),
    Kind("day-after-the-last", EVENTS, ASKS, r"\1day > 400 and ", "contradiction"),
    Kind(
        "waits-for-itself",
        EVENTS,
        r"^  ([a-z-]+):\n((?:    .*\n)*?    when: )(?!.* or )"
        r"(.*\n(?:    .*\n)*?    choices:\n      )([a-z-]+):",
        r"  \1:\n\2chose.\1.\4 and \3\4:",
        "contradiction",
    ),
    Kind("always-true", YAML, ASKS, r"\1trust >= 0 and ", "always-true"),
    Kind(
        "one-or-the-other-is-not",
        ENDINGS,
        ASKS,
        r"\1(verdict != ratified or verdict != silence) and ",
        "always-true",
    ),
    Kind(
        "ending-before-the-others",
        ENDINGS,
        r"^(    when: )(.*)$",
        r"\1true or (\2)",
        near=(-8, -7, -6, -5, -4, -3, -2, -1, 0),
        why_near="it is told at the ending's name",
        told=(
            Elsewhere(
                "unreachable-ending", ENDINGS, "of the two it is the one behind that is never told"
            ),
        ),
    ),
    Kind(
        "pair-of-one-issue",
        TABLE,
        r"(if: offer\.([a-z-]+) = )([a-z-]+)( and .*?)(?=, seat)",
        lambda m: f"{m.group(1)}{m.group(3)}{m.group(4)} and offer.{m.group(2)} != {m.group(3)}",
    ),
    Kind(
        "share-off",
        TABLE,
        r"(share: )\d+",
        r"\g<1>7",
        "bad-sum",
        near=(-4, -3, -2, -1, 0, 1, 2, 3),
        why_near=SUM,
    ),
    Kind(
        "points-off",
        TABLE,
        r"(worth: \{[a-z]+: )(3\d|2\d|19)",
        r"\g<1>90",
        near=(),
        told=(Elsewhere("bad-sum", TABLE, SUM),),
    ),
    Kind(
        "dominated-option",
        TABLE,
        r"^(      )(?:fair|as-drawn|amur|qing|enclave|glory|minutes)"
        r"(: \{text: .*worth: \{[a-z]+: )[\d.]+(, [a-z]+: )[\d.]+\}.*$",
        r"\g<0>\n\1no-better\g<2>0\g<3>0}, caution: 9}",
        "dominated-option",
        near=(1,),
        why_near="the option that is put in",
        follows=(CHANGED, UNDRAWN),
    ),
    Kind(
        "issue-without-options",
        TABLE,
        r"^    options:\n(?:      .*\n)+",
        "",
        near=(-5, -4, -3, -2, -1, 0),
        why_near="an issue without options",
    ),
    Kind(
        "zone-empty",
        TABLE,
        r"^(walk-away:\n  [a-z]+: )\d+",
        r"\g<1>500",
        "empty-zone",
        near=(-1, 0),
        why_near="the two stand under one key",
        follows=(CHANGED,),
    ),
    Kind(
        "zone-total",
        TABLE,
        r"^(walk-away:\n  [a-z]+: ).*(\n  [a-z]+: ).*",
        r"\1-9\2-9",
        "total-zone",
        near=(-1, 0),
        why_near="the two stand under one key",
        follows=(CHANGED,),
    ),
    Kind(
        "history-outside-the-zone",
        TABLE,
        r"^(walk-away:\n  kovalevsky: )\d+",
        r"\g<1>76",
        "outside-zone",
        near=(),
        told=(Elsewhere("outside-zone", HISTORY, "the paper is signed there that is worth less"),),
    ),
    Kind(
        "history-marked-otherwise",
        TABLE,
        r"^(      [a-z-]+: \{text: (?!.*history).*)\}(\n      [a-z-]+: .*), history: true",
        r"\1, history: true}\2",
        "history-not-reachable",
    ),
    Kind(
        "one-choice-left",
        EVENTS,
        r"^    choices:\n(      [a-z-]+:\n(?:        .*\n)+)(?:      .*\n|\n(?=      ))+",
        r"    choices:\n\1",
        "too-few-choices",
        near=(-40, *range(-20, 1)),
        why_near="the line of `choices`",
        follows=(LOST_NOTE,),
    ),
    Kind(
        "choice-without-effect",
        EVENTS,
        r"^        do: \{[^{}]*\}\n(?!        risk)",
        "",
        near=(-4, -3, -2, -1, 0),
        why_near="the choice that has lost it",
        follows=(LOST_NOTE,),
    ),
    Kind(
        "track-that-means-nothing",
        COVER,
        r"^tracks:\n",
        "tracks:\n  lanterns: {label: Lanterns, range: 0-9, start: 3, seen-by: all}\n",
        "unused-track",
        near=(0,),
        follows=(CHANGED,),
    ),
    Kind(
        "note-that-nothing-reads",
        EVENTS,
        r"(do: \{[^{}]*?)(?<!note: )\}(?=\n)",
        r"\1, note: seen-by-nobody}",
    ),
    Kind(
        "cites-nothing",
        EVENTS,
        r"^    (?:source: .*\n    invented: .*|invented: .*\n    source: .*)\n",
        "",
        "no-source",
        near=tuple(range(-60, 1)),
        why_near="the scene that cites nothing",
        follows=(UNCITED,),
    ),
    Kind(
        "page-cites-nothing",
        PAGES,
        r"^(kind: (?!rule|term|brief).*\n)source: .*\n",
        r"\1",
        "no-source",
        near=(-2, -1, 0),
        why_near="the top of the page",
        follows=(UNCITED,),
    ),
    Kind(
        "source-that-nothing-cites",
        SOURCES,
        r"^sources:\n",
        "sources:\n  hearsay: {cite: 'Heard of, once', side: modern, weight: popular}\n",
        "unused-source",
        near=(0, 1),
        why_near="the source that is put in",
    ),
    Kind(
        "nobody-negotiates-with-himself",
        TABLE,
        r"^claimant: ([a-z]+)\nhost: ([a-z]+)",
        r"claimant: \1\nhost: \1",
    ),
    Kind(
        "two-ways-to-lay-a-paper",
        TABLE,
        r"^  (lay: \{seats: \[.*\], kind: lay, label: )(.*)$",
        r"  \1\2\n  put-\1Put it down, help: A paper.}",
        "duplicate-key",
        near=(0, 1),
        why_near="either of the two acts is one too many",
        follows=(CHANGED,),
    ),
    Kind(
        "paper-for-the-host-alone",
        TABLE,
        r"(seats: \[)[a-z]+, ([a-z]+\], kind: lay\b)",
        r"\1\2",
        "missing-key",
        follows=(CHANGED,),
    ),
    Kind(
        "else-show-without-if",
        EVENTS,
        r"^(        say: .*\n)(?!        if)",
        r"\1        else-show: He waits.\n",
        "unknown-key",
    ),
)

"""What can be wrong in a campaign: one slip in the two fords, and the word that must be pointed at.

In what is put in, `‸` stands before the word at which the fault is; it is no part of the file.
"""

from __future__ import annotations

from typing import NamedTuple

HERE = "‸"


class Slip(NamedTuple):
    """One thing written instead of another in one file, and what is then wrong."""

    code: str
    file: str
    was: str
    now: str


COVER, ACTIONS, PRESSURE = "scenario.yaml", "actions.yaml", "pressure.yaml"
SEASONS, TABLES = "events/seasons.yaml", "events/tables.yaml"
UPPER, LOWER = "tables/upper-ford.yaml", "tables/lower-ford.yaml"
ENDINGS, ADVISERS = "endings.yaml", "advisers.yaml"

DISMISSED = """\
    dismissed:
      if: favour <= 5
      note: dismissed
      text: The council thanks you for your services, and asks for the keys.
"""
FARE = """\
issues:
  fare:
    label: the fare
    kind: distributive
    why: The abbey eats of it.
    options:
      high: {text: ten coppers, worth: {reeve: 6"""
BOTH = """\
    when: signed.upper-ford and signed.lower-ford
    title: Both fords
    text: There are two papers in the chest, and it is locked.
    source: ledger
"""
SOME = BOTH.replace("signed.lower-ford", "true").replace("when: signed.upper-ford", "when: true")
HAY = "hay: {label: hay, range: 0-9, start: 0, seen-by: all}"
FLOOD = "    when: turn = 2\n    first: yes\n    place: The low street\n"
FIRST, TOLD = FLOOD.replace("turn = 2", "turn = 1"), "    text: |\n      "
DATED = FLOOD.replace("    first", "    date: 1801-06-05\n    first")
TALKED = "    table: lower-ford\n    ‸date: 1801-06-05\n    seat: drover"
CALENDAR = """\
at: fords
lives:
  ruda: {name: Ivan Ruda, born: 1755, died: 1820, invented: true}
  nina:
    name: Nina
    born: 1770
    offices: {pilot: {title: pilot, from: 1802-06, to: 1810}}
    invented: true
  grandfather: {name: Ruda the elder, born: 1720, died: 1801-05-31, invented: true}
  grandson: {name: Ruda the younger, born: 1803-03-01, invented: true}
happenings:
  market:
    {title: the new market, date: 1802-09-01, place: town, words: [Newmarket], invented: true}
roads: [{from: fords, to: town, days: 20, invented: true}]
waters: {river: {name: the river, ice: {from: 11-20, to: 04-10}, invented: true}}
"""
"""Beside the two fords: who lived, what was, and when no boat goes."""
ANSWERED = (
    "{after: 1, do: {favour: +3}, text: 'The council has read your letter, and had it read out.'}"
)
UNSIGNED = "not signed.upper-ford and term.upper-ford.fare = low"
SHARE = """\
    choices:
      share: {say: Send half to the council., do: {favour: +3, stores: +1}, result: They like cheese.}
"""  # noqa: E501

SLIPS = (
    # The seasons.
    Slip("unknown-id", COVER, "  seat: reeve\n  from", "  seat: ‸reve\n  from"),
    Slip("unknown-id", COVER, "  seat: reeve\n  from", "  seat: ‸abbess\n  from"),
    Slip("bad-date", COVER, "from: spring 1801", "from: ‸sping 1801"),
    Slip("bad-date", COVER, "to: winter 1803", "to: ‸winter 1800"),
    Slip("bad-date", COVER, "start: 1801-03-01", "start: ‸1801-02-28"),
    Slip("bad-date", COVER, "end: 1803-02-28", "end: ‸1803-03-01"),
    Slip("bad-date", COVER, "end: 1803-02-28", "end: ‸1800-03-01"),
    Slip("bad-range", COVER, "actions: 2", "actions: ‸0"),
    Slip("bad-range", COVER, "quiet: 30", "quiet: ‸130"),
    Slip("unknown-id", COVER, "purse: purse", "purse: ‸pures"),
    Slip("unknown-id", COVER, "idle: wait", "idle: ‸wiat"),
    Slip("unknown-id", COVER, "idle: wait", "idle: ‸repair"),
    Slip("unknown-word", COVER, "quarter: winter", "quarter: ‸wintre"),
    Slip("unknown-name", COVER, "if: stores >= 30", "if: ‸stors >= 30"),
    Slip("unknown-name", COVER, "do: {stores: -2}", "do: {‸storse: -2}"),
    Slip("unknown-name", COVER, "twist.dry-year and", "‸twist.dry-yaer and"),
    Slip("unknown-name", COVER, "year = 1801\n", "‸yeer = 1801\n"),
    Slip("type-mismatch", COVER, "if: favour <= 5", "if: ‸favour + 5"),
    Slip("unknown-source", COVER, "source: ledger\n    damp", "source: ‸leger\n    damp"),
    Slip("no-source", COVER, DISMISSED + "      invented: true\n", f"    ‸{DISMISSED[4:]}"),
    # Twists and beginnings.
    Slip("unknown-name", COVER, "tracks: {trade: 22,", "tracks: {‸trad: 22,"),
    Slip("bad-range", COVER, "tracks: {trade: 22,", "tracks: {trade: ‸122,"),
    Slip("bad-date", COVER, "season: spring 1802", "season: ‸spring 1804"),
    Slip("unknown-name", COVER, "favour: 44, trade", "‸faovur: 44, trade"),
    Slip("bad-range", COVER, "tracks: {purse: 25", "tracks: {purse: ‸2500"),
    Slip("unknown-key", COVER, "season: spring 1802", "‸date: 1802-03-01"),
    Slip(
        "bad-id",
        COVER,
        "  toll: {label",
        "  ‸turn: {label: the turn, range: 0-9, start: 0, seen-by: all}\n  toll: {label",
    ),
    # What stands in a menu, and is read before anything is decided.
    Slip("unknown-name", ACTIONS, "if: stores >= 20, else", "if: ‸unrest >= 20, else"),
    Slip("unknown-name", ACTIONS, "if: note.war or year", "if: note.war or ‸unrest > 9 or year"),
    Slip("unknown-name", SEASONS, "ours or favour >= 40", "ours or ‸unrest >= 40"),
    Slip("unknown-name", UPPER, "and favour >= 20", "and ‸unrest >= 20"),
    Slip("too-long", SEASONS, f"{FLOOD}{TOLD}", f"{FIRST}{TOLD.replace('|', '‸|')}{'Long. ' * 50}"),
    Slip(
        "bad-effect",
        TABLES,
        "do: {trust: +3, face: +2, s",
        "do: {‸open-table: lower-ford, trust: +3, s",
    ),
    # Actions.
    Slip("unknown-name", ACTIONS, "do: {trade: +4}\n", "do: {‸tarde: +4}\n"),
    Slip("bad-number", ACTIONS, "cost: 5", "cost: ‸five"),
    Slip("bad-range", ACTIONS, "cost: 5", "cost: ‸-5"),
    Slip("unknown-word", ACTIONS, "quarters: [spring,", "quarters: [‸spirng,"),
    Slip("bad-range", ACTIONS, "fades: 50", "fades: ‸150"),
    Slip("bad-range", ACTIONS, "steps: 2", "steps: ‸0"),
    Slip("bad-range", ACTIONS, "away: 1", "away: ‸99"),
    Slip(
        "unknown-word",
        ACTIONS,
        "where: anywhere\n    do: {later",
        "where: ‸anywere\n    do: {later",
    ),
    Slip("unknown-name", ACTIONS, "odds: 40 - 0.20 * stores", "odds: 40 - 0.20 * ‸store"),
    Slip("type-mismatch", ACTIONS, "odds: 40 - 0.20 * stores", "odds: ‸stores >= 40"),
    Slip("unknown-name", ACTIONS, "spread: {stores: 2}", "spread: {‸trade: 2}"),
    Slip("bad-range", ACTIONS, "spread: {stores: 2}", "spread: {stores: ‸-2}"),
    Slip("unknown-name", ACTIONS, "if: done.sound.upper >= 1", "if: ‸done.sound.uper >= 1"),
    Slip("unknown-key", ACTIONS, "if: stores >= 20, else-show", "‸else-show"),
    Slip(
        "unknown-key",
        ACTIONS,
        "else-show: the upper ford comes first",
        "‸else-show: [the upper ford comes first, nobody goes there]",
    ),
    Slip("bad-range", ACTIONS, "cost: 7", "cost: ‸-7"),
    Slip("bad-effect", ACTIONS, "do: {favour: +5}\n", "do: {‸trust: +5}\n"),
    Slip("bare-number", ACTIONS, "do: {favour: +5}\n", "do: {favour: ‸5}\n"),
    Slip("bad-range", ACTIONS, "do: {favour: +5}\n", "do: {favour: ‸500}\n"),
    Slip("bad-effect", ACTIONS, "do: {favour: +5}\n", "do: {‸reveal: need}\n"),
    Slip("bad-effect", ACTIONS, "do: {favour: +5}\n", "do: {‸offer.fare: low}\n"),
    Slip("bad-range", ACTIONS, "later: {after: 2", "later: {after: ‸0"),
    Slip("unknown-name", ACTIONS, "do: {trade: +3, note", "do: {‸trde: +3, note"),
    Slip("note-never-set", ACTIONS, "later: {after: 2", "later: {after: 2, if: not ‸note.wra"),
    Slip("type-mismatch", ACTIONS, "later: {after: 2", "later: {after: 2, if: ‸stores + 2"),
    Slip("type-mismatch", ACTIONS, "later: {after: 2", "later: {after: 2, if: ‸[note.war]"),
    Slip("bad-expression", ACTIONS, "later: {after: 2", "later: {after: 2, if: away and ‸or away"),
    Slip(
        "bad-expression",
        ACTIONS,
        ANSWERED,
        "[{after: 2, do: {trade: +1}}, {after: 1, if: away and ‸or away, do: {favour: +3}}]",
    ),
    Slip(
        "note-never-set",
        ACTIONS,
        ANSWERED,
        "[{after: 2, do: {trade: +1}}, {after: 1, if: ‸note.wra, do: {favour: +3}}]",
    ),
    Slip("unknown-name", TABLES, "later: {after: 1", "later: {after: 1, if: ‸offer.fare = low"),
    Slip(
        "bad-effect",
        ACTIONS,
        "later: {after: 1, do: {favour: +3}",
        "later: ‸{soon: 1, if: note.war, do: {favour: +3}",
    ),
    Slip("unknown-source", ACTIONS, "kind: dead, source: ledger", "kind: dead, source: ‸legder"),
    Slip(
        "unknown-word",
        ACTIONS,
        "{count: 2, who: labourers under the pile-driver, kind: dead",
        "‸{count: 2, who: labourers under the pile-driver, kind: gone",
    ),
    Slip("bad-effect", ACTIONS, "ledger: {count: 2", "ledger: ‸{cost: 2"),
    Slip("unknown-id", COVER, "past: {lower-ford", "past: {‸lower-frod"),
    Slip("unknown-word", COVER, "new dike, kind: dead", "new dike, kind: ‸died"),
    Slip("bad-range", COVER, "- {count: 1, who", "- {count: ‸0, who"),
    Slip("bad-sum", COVER, "    paid:\n      - {count: 4", "    ‸paid:\n      - {count: 5"),
    Slip("bad-range", ACTIONS, "ledger: {count: 2", "ledger: {count: ‸0"),
    Slip(
        "no-effect",
        ACTIONS,
        "  repair:\n",
        "  ‸idle-talk: {label: Talk, group: town, help: Talk.}\n  repair:\n",
    ),
    Slip("bad-date", SEASONS, FLOOD, DATED.replace("1801-06-05", "‸1801-09-01")),
    Slip("unknown-key", TABLES, "    table: lower-ford\n    seat: drover", TALKED),
    # What history brings.
    Slip("bad-date", PRESSURE, "heard: 1801-07-02", "heard: ‸1801-04-09"),
    Slip("bad-date", PRESSURE, "date: 1802-08-20", "date: ‸1803-08-20"),
    Slip("bad-date", PRESSURE, "heard: 1802-12-12", "heard: ‸1804-12-12"),
    Slip(
        "bad-date",
        PRESSURE,
        "heard: 1801-07-02",
        "heard: 1801-07-02\n    heard-away: ‸1801-09-20",
    ),
    Slip(
        "bad-date",
        PRESSURE,
        "heard: 1801-07-02",
        "heard: 1801-07-02\n    heard-away: ‸1801-04-09",
    ),
    Slip("unknown-name", PRESSURE, "not twist.long-peace", "not ‸twist.long-peac"),
    Slip("unknown-name", PRESSURE, "do: {purse: +9", "do: {‸pruse: +9"),
    Slip("unknown-name", PRESSURE, "trade: 3}", "‸stores: 3}"),
    Slip("unknown-source", PRESSURE, "source: ledger", "source: ‸lodger"),
    # Scenes of the seasons.
    Slip(
        "unknown-id",
        SEASONS,
        "seat: reeve\n    when: turn = 2",
        "seat: ‸abbess\n    when: turn = 2",
    ),
    Slip(
        "unknown-id", SEASONS, "seat: reeve\n    when: turn = 2", "seat: ‸reve\n    when: turn = 2"
    ),
    Slip("unknown-name", SEASONS, "when: turn = 2\n", "when: ‸sitting = 2\n"),
    Slip("unknown-word", SEASONS, "season != winter", "season != ‸wintre"),
    Slip("bad-range", SEASONS, "weight: 3", "weight: ‸0"),
    Slip("unknown-id", SEASONS, "      clerk: {say", "      ‸clrek: {say"),
    Slip("unknown-id", SEASONS, "      clerk: {say", "      ‸sister: {say"),
    Slip("unknown-id", SEASONS, "for: dike", "for: ‸dyke"),
    Slip("unknown-name", SEASONS, "expects: stores >= 34", "expects: ‸stroes >= 34"),
    Slip("bad-range", SEASONS, "within: 2", "within: ‸0"),
    Slip("unknown-id", SEASONS, "event: the-thanks", "event: ‸the-thank"),
    Slip("unknown-id", SEASONS, "event: the-thanks", "event: ‸the-bell"),
    Slip("bad-range", SEASONS, "thanks, after: 2", "thanks, after: ‸-2"),
    Slip("unknown-id", SEASONS, "cancel: the-pedlar", "cancel: ‸the-pedler"),
    Slip("unknown-id", SEASONS, "cancel: the-pedlar", "cancel: ‸the-calf"),
    Slip("unknown-id", SEASONS, "open-table: lower-ford", "open-table: ‸lower-frod"),
    Slip("unknown-name", SEASONS, "not chose.the-wake.sing", "not ‸chose.the-wake.sign"),
    Slip("unknown-name", SEASONS, "or held.upper-ford)", "or ‸held.uper-ford)"),
    Slip("note-never-set", SEASONS, "if: not note.clerk-is-ours", "if: not ‸note.clerk-is-mine"),
    Slip("bad-range", SEASONS, "odds: 50", "odds: ‸100"),
    Slip("unknown-name", SEASONS, "do: {favour: -8}", "do: {‸favuor: -8}"),
    Slip("too-few-choices", SEASONS, SHARE, "    ‸choices:\n"),
    # Scenes at the tables.
    Slip("unknown-id", TABLES, "table: lower-ford", "table: ‸lower-fort"),
    Slip("unknown-id", TABLES, "seat: drover", "seat: ‸abbess"),
    Slip("unknown-name", TABLES, "stores < 60", "‸storse < 60"),
    Slip("unknown-name", TABLES, "do: {unrest: +2}", "do: {‸unrset: +2}"),
    Slip("bad-effect", TABLES, "do: {unrest: +2}", "do: {‸face: +2}"),
    Slip("unknown-id", TABLES, "event: the-echo", "event: ‸the-flood"),
    Slip(
        "unknown-source",
        TABLES,
        "calf, kind: dead, source: ledger",
        "calf, kind: dead, source: ‸legder",
    ),
    Slip(
        "unknown-key",
        TABLES,
        "    table: lower-ford\n",
        "    table: lower-ford\n    ‸counsel: {clerk: {say: Wait., for: pay}}\n",
    ),
    # The tables.
    Slip(
        "unknown-name",
        UPPER,
        "when: season in (spring, autumn) and favour >= 20",
        "when: season in (spring, autumn) and ‸favor >= 20",
    ),
    Slip("unknown-word", UPPER, "season in (spring, autumn)", "season in (spring, ‸fall)"),
    Slip("unknown-id", UPPER, "begins: {trust", "begins: {‸turst"),
    Slip("unknown-name", UPPER, "0.50 * favour", "0.50 * ‸favor"),
    Slip("unknown-name", UPPER, "danger: 0.60 * unrest", "danger: 0.60 * ‸unrset"),
    Slip("unknown-name", UPPER, "30 - 0.10 * stores", "30 - 0.10 * ‸store"),
    Slip("unknown-name", UPPER, "needs: unrest > 10", "needs: ‸urnest > 10"),
    Slip("unknown-word", UPPER, "term.upper-ford.fare = high", "term.upper-ford.fare = ‸hihg"),
    Slip("unknown-name", UPPER, "if: not signed.upper-ford", "if: not ‸signed.uper-ford"),
    Slip("unknown-name", UPPER, "do: {stores: -1}", "do: {‸storse: -1}"),
    Slip("bad-sum", UPPER, FARE + "0", f"‸{FARE}1"),
    Slip("unknown-word", LOWER, "verdict.lower-ford = disowned", "verdict.lower-ford = ‸disown"),
    Slip("bad-date", LOWER, "first-day: 12-20", "first-day: ‸02-29"),
    Slip("unknown-source", LOWER, "fallen., source: ledger", "fallen., source: ‸leger"),
    # Afterwards, and who advises.
    Slip("unknown-word", ENDINGS, "term.upper-ford.fare = low", "term.upper-ford.fare = ‸lowest"),
    Slip("unknown-name", ENDINGS, "standing >= 30", "‸standign >= 30"),
    Slip("unknown-name", ENDINGS, "100 - unrest", "100 - ‸trust"),
    Slip("unknown-id", ENDINGS, "group: man, when: standing", "group: ‸men, when: standing"),
    Slip("unknown-id", ADVISERS, "table: upper-ford", "table: ‸uper-ford"),
    Slip("unknown-id", ADVISERS, "weighs: [landing]", "weighs: [‸lading]"),
    Slip("unknown-key", ADVISERS, "competence: 60, bias", "competence: 60, ‸weighs: [fare], bias"),
    Slip("unknown-id", ADVISERS, "seat: reeve, competence: 45", "seat: ‸drover, competence: 45"),
    Slip("unknown-id", "dossiers/lower-ford.yaml", "from: drover", "from: ‸drovre"),
    Slip("missing-brief", COVER, "brief: drover", "brief: ‸drovers"),
    # What can never be, or says nothing.
    Slip("contradiction", SEASONS, "when: turn = 4", "when: ‸turn = 9"),
    Slip("contradiction", SEASONS, "season != winter and year <= 1802", "‸year >= 1804"),
    Slip("contradiction", SEASONS, "if: stores >= 20,", "if: ‸stores >= 120,"),
    Slip("contradiction", SEASONS, "expects: trade >= 36", "expects: ‸trade > 100"),
    Slip("contradiction", COVER, "if: favour <= 5", "if: ‸favour < 0"),
    Slip("contradiction", ACTIONS, "later: {after: 2", "later: {after: 2, if: ‸stores >= 120"),
    Slip("contradiction", ACTIONS, "later: {after: 2", "later: {after: 2, if: ‸turn = 2"),
    Slip("contradiction", SEASONS, "later: {after: 2", "later: {after: 2, if: ‸year = 1803"),
    Slip("always-true", ACTIONS, "later: {after: 2", "later: {after: 2, if: ‸stores <= 100"),
    Slip(
        "contradiction",
        COVER,
        "twist.dry-year and year = 1801\n",
        "‸twist.dry-year and year = 1805\n",
    ),
    Slip(
        "contradiction", ACTIONS, "if: note.war or year >= 1802", "if: ‸note.war and year >= 1804"
    ),
    Slip("contradiction", UPPER, "when: season in (spring, autumn) and", "when: ‸year = 1805 and"),
    Slip(
        "contradiction",
        UPPER,
        "if: not signed.upper-ford",
        f"if: ‸{UNSIGNED}",
    ),
    Slip("contradiction", TABLES, "when: sitting = 2 and", "when: ‸sitting = 5 and"),
    Slip("always-true", SEASONS, "otherwise: stores < 34", "otherwise: ‸stores <= 34"),
    Slip("always-true", TABLES, "stores < 60", "‸stores <= 100"),
    Slip(
        "always-true", UPPER, "spring, autumn) and favour >= 20", "spring, autumn) and ‸favour >= 0"
    ),
    Slip("unreachable-ending", ENDINGS, BOTH + "  upper:", f"{SOME}  ‸upper:"),
    Slip("unused-track", COVER, "  toll: {label", f"  ‸{HAY}\n  toll: {{label"),
    Slip(
        "no-effect", COVER, "twists:\n", "twists:\n  ‸dull: {title: Dull, text: Nothing is new.}\n"
    ),
    Slip("bad-date", UPPER, "sittings: 3\nwhen", "sittings: 3\nfirst-day: ‸07-05\nwhen"),
    # What cannot have been in those seasons.
    Slip("unknown-id", SEASONS, FLOOD, f"{FLOOD}    cast: [‸ruba]\n"),
    Slip("not-alive", SEASONS, FLOOD, f"{FLOOD}    cast: [‸grandfather]\n"),
    Slip("not-alive", SEASONS, FLOOD, f"{FLOOD}    cast: [‸grandson]\n"),
    Slip("out-of-office", SEASONS, FLOOD, f"{FLOOD}    cast: [‸nina]\n"),
    Slip("not-yet", SEASONS, FLOOD, f"{FLOOD}    knows: [‸market]\n"),
    Slip("not-yet", SEASONS, "The river stands", "Since spring ‸1803 it stands"),
    Slip("not-yet", PRESSURE, "They have fought", "At ‸Newmarket they have fought"),
    Slip("ice-bound", SEASONS, "    when: turn = 4\n", "    when: turn = 4\n    sails: [‸river]\n"),
    Slip("not-alive", TABLES, "seat: drover\n", "seat: drover\n    cast: [‸grandson]\n"),
    Slip(
        "not-alive", ADVISERS, "table: upper-ford, comp", "table: upper-ford, life: ‸grandson, comp"
    ),
)

"""What advisers of the seasons foretell, in words, and what came of it once it is due."""

from __future__ import annotations

from collections.abc import Sequence

from game.coach.bands import parts_word
from game.coach.seasons.conditions_told import may_both_hold, told_condition
from game.coach.seasons.tracks import track_seen
from game.coach.words_for import counted, listed
from game.rules import CampaignRules
from game.scenario import Expression
from game.scenario.event_model import Counsel
from game.scenario.model import Adviser
from game.scenario.syntax import Comparison, Name, Number
from game.state import CLAIMANT, Entry, State

SIDES = {
    ">=": (", but lower than that", ", as high as that"),
    ">": (", but lower than that", ", as high as that"),
    "<=": (", but higher than that", ", as low as that"),
    "<": (", but higher than that", ", as low as that"),
}
"""On which side of a bound within one word a track stands: where it did not come so, and did."""
STAKES = "{He} stakes {his} word on it: {when} it will show."
"""Said where what somebody foretells has no words; he is judged by it all the same."""
Unheard = tuple[str, str]
"""Who foretold something unheard, and the title of the scene before which it was."""
PROVED, UNTRIED, DUE = "proved", "untried", "forecasts-due"
"""Kinds of entry: of one forecast that was judged, of one that never will be, and of all that came
due at once."""
OTHERWISE = "should you do otherwise"


def foretells(
    rules: CampaignRules, state: State, adviser: Adviser, said: Counsel, mode: str
) -> str:
    """Return in a sentence what an adviser foretells before a choice; empty where it is nothing."""
    he = adviser.pronoun
    when = "next season" if said.within == 1 else f"in {counted(said.within, 'season')}"
    of_his, of_others = (
        "" if each is None else _from_now(rules, state, each, told_condition(rules, each, mode))
        for each in (said.expects, said.otherwise)
    )
    if of_his:
        return f"{he.cap} expects, {when}: {of_his}{_besides(said, of_others)}."
    if of_others:
        return f"{he.cap} expects, {when}, {OTHERWISE}: {of_others}."
    if said.expects is None and said.otherwise is None:
        return ""
    return STAKES.format(He=he.cap, his=he.his, when=when)


def _from_now(rules: CampaignRules, state: State, expects: Expression, told: str) -> str:
    """Return what is foretold; of what people suffer, which only adds up, with where it stands."""
    match expects.root:
        case Comparison(_, Name(name), Number()) if told and name in rules.levels:
            if rules.scenario.tracks[name].harms:
                return f"{told} (now {state.levels[rules.levels[name]]:,})"
    return told


def _besides(said: Counsel, of_others: str) -> str:
    """Return what is foretold of other choices, and whether it may come beside the rest."""
    if not of_others or said.expects is None or said.otherwise is None:
        return ""
    both = may_both_hold(said.expects, said.otherwise)
    return f"; {OTHERWISE}: {of_others}{f' ({both})' if both else ''}"


def told_proved(
    rules: CampaignRules, state: State, mode: str, place: int, record: str, *, came: bool
) -> str:
    """Return what came of a forecast of the choice that was made, with what it was.

    `place` is the prediction's among all of the campaign; `record` says how often whoever foretold
    it was right so far, as `right once of 2`.
    """
    counsels = rules.scenes.counsels
    prediction = counsels.predictions[place]
    id = counsels.advisers[prediction.adviser]
    adviser, event = rules.scenario.advisers[id], rules.scenario.events[prediction.event]
    expects = event.counsel[id].expects
    what = "" if expects is None else told_condition(rules, expects, mode)
    spoke = f"{adviser.name} foretold at “{event.title}”: {what}."
    if not what:
        spoke = f"{adviser.name} staked {adviser.pronoun.his} word at “{event.title}”."
    stands = "" if expects is None else _stands(rules, state, mode, expects, came=came)
    word = "right" if came else "wrong"
    proved = f"{adviser.pronoun.cap} was {word}"
    told = f"{proved}." if record.startswith(f"{word} the ") else f"{proved} ({record})."
    return " ".join(filter(None, (spoke, stands, told)))


def told_unheard(right: Sequence[Unheard], wrong: Sequence[Unheard]) -> str:
    """Return in one sentence who foretold rightly and who wrongly what would come unheard.

    Somebody may be named several times; who is named on both sides, with the scenes.

    >>> flood, thaw = ("Pavel", "The flood"), ("Pavel", "The thaw")
    >>> told_unheard((flood, ("Nina", "The flood")), ())
    'Of those whose advice you did not take, Pavel and Nina foretold rightly.'
    >>> told_unheard((flood,), (thaw,))[40:]
    'Pavel (“The flood”) foretold rightly; Pavel (“The thaw”) wrongly.'
    """
    both = {name for name, _ in right} & {name for name, _ in wrong}
    said = ((right, "foretold rightly"), (wrong, "wrongly" if right else "foretold wrongly"))
    named = [
        (dict.fromkeys(f"{n} (“{scene}”)" if n in both else n for n, scene in them), how)
        for them, how in said
    ]
    told = [f"{listed(names)} {how}" for names, how in named if names]
    return f"Of those whose advice you did not take, {'; '.join(told)}."


def due_at_once(entries: Sequence[Entry], each: str) -> tuple[Entry, ...]:
    """Return entries in which all forecasts that came due are one thing.

    `each` says where every one of them is told, and what nobody will see of others.
    """
    right = [bool(dict(entry.data)["right"]) for entry in entries if entry.what == PROVED]
    found: list[Entry] = []
    for entry in entries:
        if entry.what == PROVED and not any(one.what == DUE for one in found):
            says = told_due(sum(right), len(right) - sum(right), each)
            found.append(Entry(DUE, (("says", says),), DUE))
        elif entry.what not in (PROVED, UNTRIED):
            found.append(entry)
    return tuple(found)


def told_due(right: int, wrong: int, each: str) -> str:
    """Return how many of the forecasts that came due were right.

    >>> told_due(1, 2, "l: each")
    '3 forecasts came due: 1 right, 2 wrong (l: each).'
    >>> told_due(0, 1, "l: each")
    '1 forecast came due: 1 wrong (l: each).'
    """
    counts = ((right, "right"), (wrong, "wrong"))
    told = ", ".join(f"{number} {how}" for number, how in counts if number)
    return f"{counted(right + wrong, 'forecast')} came due: {told} ({each})."


def told_untried(rules: CampaignRules, event: str, adviser: str) -> str:
    """Return that what somebody foretold of a choice will not be seen, as another was made."""
    said = rules.scenario.events[event].counsel[adviser]
    name = rules.scenario.advisers[adviser].name
    choice = rules.scenario.events[event].choices[said.for_].say.strip().removesuffix(".")
    of = f"of “{choice}”" if said.expects is not None else "of every other choice"
    return f"What {name} foretold {of} nobody will see now; it is not held against anybody."


def told_unproved(rules: CampaignRules, place: int) -> str:
    """Return that what somebody foretold of a signature was kept from being seen by who left."""
    counsels = rules.scenes.counsels
    prediction = counsels.predictions[place]
    id = counsels.advisers[prediction.adviser]
    event, adviser = rules.scenario.events[prediction.event], rules.scenario.advisers[id]
    return (
        f"What {adviser.name} foretold at “{event.title}” could not be proved: "
        f"you went home before anything was signed. It is not held against {adviser.pronoun.him}."
    )


def _stands(
    rules: CampaignRules, state: State, mode: str, expects: Expression, *, came: bool
) -> str:
    """Return where the one track stands that was foretold of.

    Empty where it is only heard of. In words it is told on which side of the bound it stands, where
    the bound parts the levels of one word.
    """
    match expects.root:
        case Comparison(relation, Name(name), Number(bound)) if name in rules.levels:
            track = track_seen(rules, rules.seen_by(CLAIMANT, state), name, mode)
            if track.is_rumour:
                return ""
            if track.level is not None:
                return f"It stands at {track.text}."
            level, written = state.levels[rules.levels[name]], rules.scenario.tracks[name]
            side = ""
            if relation in SIDES and parts_word(written, level, relation, bound // 100):
                side = SIDES[relation][came]
            return f"It stands at “{track.text}”{side}."
    return ""

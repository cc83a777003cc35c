"""What the scenario's own words mean: acts, issues, options, tracks, sentences and grounds."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.foreseen import is_seen, label_of
from game.coach.levels import level_told
from game.coach.meaning_asked import Asking
from game.coach.menu import label, label_across
from game.coach.persons import capital
from game.coach.words_for import (
    counted,
    listed,
    option_text,
    points,
    sentence,
    size_of,
    track_word,
)
from game.negotiation import Package
from game.rules import court, terms
from game.rules.host_choices import may_cede
from game.rules.table import Act, Ground, Sentence
from game.scenario.model import Track
from game.state import BUILT_IN, CLAIMANT, HOST

MOVED_BY_ACTS = ("face", "trust", "credibility", "patience", "caution")
"""Tracks that an act says how it moves."""

LIMITS = {
    "face": ("Below {ILL} {host.he} cannot be seen to {consent.will}.",) * 2,
    "trust": (
        "Below {FALSE} what {host.he} says may be false. From {PLAIN} {host.he} says truly how "
        "much an issue weighs, and writes home with you; from {OPEN} {host.he} says, asked, the "
        "one thing {host.he} {cannot}. Below {OPEN} a paper from your own hand is "
        "worth a point less to {host.him} for each 10.",
        "Below {FALSE} what you say may be false. From {PLAIN} you say truly how much an issue "
        "weighs, and {claimant.he} may write home with you; from {OPEN} you say, asked, the one "
        "thing you {cannot}. Below {OPEN} a paper from {claimant.his} own hand is "
        "worth a point less to you for each 10.",
    ),
    "credibility": ("A last word of {claimant.his_own} needs {BELIEVED}.",) * 2,
    "patience": (
        "At 0 {host.he} breaks off; every sitting takes {TIRES}.",
        "At 0 it is spent; every sitting takes {TIRES}.",
    ),
    "caution": ("Beyond {home} each point is charged to you.", ""),
}
"""What the rules do from which level on, as each chair is told it."""
ON_TRACKS = ("ILL", "FALSE", "PLAIN", "OPEN", "BELIEVED")
"""Of the rules' numbers the ones that are levels of these tracks."""


def of_act(asking: Asking, id: str) -> Iterator[str]:
    """Yield what an act does, and how often it was done."""
    act = asking.rules.scenario.table.acts[id]
    yield f"{label(asking.rules, asking.rules.table.by_id[id], asking.seat)}: {act.help}"
    if asking.rules.table.seats[asking.seat] not in act.seats:
        yield f"It is not yours to do, but {asking.person(1 - asking.seat).named_his}."
    used = asking.state.used[asking.rules.table.by_id[id].index]
    if used:
        times = {1: "once", 2: "twice"}.get(used, counted(used, "time"))
        yield f"It was done {times} so far."


def of_issue(asking: Asking, id: str) -> Iterator[str]:
    """Yield how an issue can be settled, and what he said of it."""
    issue = asking.rules.scenario.table.issues[id]
    yield f"{sentence(issue.label)} It can be settled so:"
    for option, settled in issue.options.items():
        yield f"  {option}: {settled.text}"
    if asking.rules.table.issue(id) in asking.state.asked:
        yield f"Asked why it matters, {asking.host.he} said: “{issue.why}”"


def of_option(asking: Asking, id: str, of: str = "") -> Iterator[str]:
    """Yield what each option of that name would settle, or only the one of an issue."""
    table = asking.rules.table
    for issue, options in enumerate(table.options):
        if id in options and of in ("", table.issues[issue]):
            yield from of_one_option(asking, issue, options.index(id))


def of_one_option(asking: Asking, issue: int, option: int) -> Iterator[str]:
    """Yield what one option would settle."""
    rules, state = asking.rules, asking.state
    authored = list(rules.scenario.table.issues.values())[issue]
    settled = list(authored.options.values())[option]
    yield sentence(f"{authored.label}: {settled.text}")
    yield _standing(asking, issue, option)
    if settled.cession:
        yield from _ceding(asking)
    if settled.lapses:
        yield "It binds nobody unless it is ratified; silence then keeps half of the gain."
    if settled.unratified is not None:
        ratifies = f"the {rules.table.words.court} that ratifies"
        yield f"It is delivered only once {ratifies} has owned the paper."
    if asking.is_claimant and settled.caution:
        much = size_of(settled.caution)
        yield f"{capital(rules.table.words.at_home)} it alarms them{f' {much}' if much else ''}."
    bearing = [f"“{g.say}”" for g in rules.table.grounds if (issue, option) in _options_of(g)]
    bearing += [
        f"“{s.say}”" for s in rules.table.memorial if s.issue == issue and option in s.borne_by
    ]
    if bearing:
        yield f"It bears out: {' '.join(bearing)}"
    places = {"the paper on the table": state.paper, f"{asking.host.his} last word": state.said}
    within = [where for where, paper in places.items() if paper and paper[issue] == option]
    if within:
        yield f"It stands in {listed(within)}."


def _ceding(asking: Asking) -> Iterator[str]:
    """Yield when the host may sign a cession, and to himself whether he may now."""
    host, words = asking.host, asking.rules.table.words
    yield (
        f"Land passes: it is beyond {host.named_his} powers alone, until {host.he} "
        f"{host.verb('has', 'have')} consulted {host.his} {words.officers}, {host.his} "
        f"{words.memorial} holds {terms.SENTENCES} sentences, the last sitting has come, or danger "
        f"has reached {points(terms.DREAD)}."
    )
    if host.is_you:
        now = may_cede(asking.rules.table, asking.state)
        yield f"Now: {now}." if now else "Now you have to consult them first."


def _standing(asking: Asking, issue: int, option: int) -> str:
    """Return what an option is worth to who asks, among the others of its issue."""
    man = asking.state.men[asking.seat]
    row = () if man is None else man.utility.worth[issue]
    if not row:
        return ""
    if asking.tells_points:
        return f"To you it is worth {points(row[option])}; the best of them {points(max(row))}."
    better = sum(worth > row[option] for worth in row)
    if not better:
        return "No other is better for you."
    if row[option] == min(row):
        return "No other is worse for you."
    return f"To you {'one other is' if better == 1 else f'{better} others are'} better."


def of_sentence(asking: Asking, id: str) -> Iterator[str]:
    """Yield what a sentence of the memorial says, what it moves and what it costs."""
    found = asking.rules.table.memorial[asking.rules.table.sentence(id)]
    words = asking.rules.table.words
    yield f"“{found.say}” A sentence for {asking.host.his} {words.memorial} to {words.throne}."
    yield from particulars(asking, found)


def particulars(asking: Asking, found: Sentence) -> Iterator[str]:
    """Yield what bears a sentence out, what it moves, what it costs and whether it is written."""
    yield _borne(asking, ((found.issue, found.borne_by),))
    faction = asking.rules.table.factions[found.faction].label
    yield f"Where the paper bears it out, it moves {faction}."
    if asking.is_claimant:
        prices = []
        if found.price:
            prices.append(f"{counted(found.price, 'point')} of what lasts")
        if found.caution:
            prices.append(f"some alarm {asking.rules.table.words.at_home}")
        if prices:
            yield f"It costs you {listed(prices)}."
    index = asking.rules.table.sentence(found.id)
    yield "It is written." if index in asking.state.memorial else "It is not written."


def of_ground(asking: Asking, id: str) -> Iterator[str]:
    """Yield what a ground says, what bears it out, and whether it was argued."""
    index = asking.rules.table.ground(id)
    found = asking.rules.table.grounds[index]
    yield f"“{found.say}” A ground that can be argued, once, if the paper bears it out."
    yield _borne(asking, found.borne_by)
    if found.proved_by_news:
        yield f"The {asking.rules.table.words.courier}'s news may prove it."
    if asking.is_claimant and index == asking.state.heard_ground:
        throne = asking.rules.table.words.throne
        yield f"It is the one {asking.host.he} can use before {throne}: it counts four times."
    if index in (asking.state.grounds if asking.is_claimant else asking.state.cited):
        yield "You have argued it."


def _borne(asking: Asking, by: tuple[tuple[int, frozenset[int]], ...]) -> str:
    """Return which papers bear something out, and whether the one on the table does."""
    named = [
        option_text(asking.rules.scenario, issue, option)
        for issue, options in by
        for option in sorted(options)
    ]
    paper: Package | None = asking.state.paper
    told = f"A paper bears it out that says{' one of these' if named[1:] else ''}: "
    told += f"{'; '.join(named)}."
    if paper is None:
        return told
    does = any(paper[issue] in options for issue, options in by)
    return f"{told} The one on the table {'does' if does else 'does not'}."


def _options_of(ground: Ground) -> set[tuple[int, int]]:
    return {(issue, option) for issue, options in ground.borne_by for option in options}


def of_track(asking: Asking, id: str) -> Iterator[str]:
    """Yield what a track measures, where it stands if that may be seen, and what moves it."""
    track = asking.rules.scenario.tracks[id]
    low, high = track.range
    yield f"{capital(label_of(asking.rules.scenario, id, asking.seat))}, from {low} to {high}."
    if track.words:
        lowest = {track_word(track, level): level for level in range(high, low - 1, -1)}
        first, *more = track.words
        words = [first, *(f"{word} from {lowest[word]}" for word in more)]
        yield f"In words, from the lowest up: {', '.join(words)}."
    level = _level(asking, id)
    if level is not None:
        mode = "points" if asking.tells_points else "advisers"
        yield f"It stands at: {level_told(id, track, level, asking.seat, mode)}."
    if id in LIMITS and is_seen(asking.rules.scenario, id, asking.seat):
        claimant, host = asking.person(CLAIMANT), asking.host
        told = {name: _limit(asking, track, getattr(terms, name)) for name in ON_TRACKS}
        yield LIMITS[id][asking.seat].format(
            **told,
            TIRES=terms.TIRES,
            consent=asking.rules.table.words.consent,
            home=court.HOME_PATIENCE,
            claimant=claimant,
            host=host,
            cannot=asking.rules.table.words.cannot_do_without,
        )
    yield from _read_through(asking, id)
    if id in MOVED_BY_ACTS and is_seen(asking.rules.scenario, id, asking.seat):
        yield from _moved_by(asking, id)


def _limit(asking: Asking, track: Track, level: int) -> str:
    """Return a level from which on something holds: in a word where no numbers are told."""
    word = track_word(track, level)
    begins_a_word = level > track.range[0] and track_word(track, level - 1) != word
    if asking.tells_points or not (track.words and begins_a_word):
        return str(level)
    return f"“{word}”"


def _read_through(asking: Asking, id: str) -> Iterator[str]:
    """Yield what the host's face adds to a paper as he reads it."""
    if id == "face":
        host = asking.host
        yield (
            f"{capital(host.he)} {host.verb('reads', 'read')} every paper through it: for each 10 "
            f"above {terms.EVEN_FACE} the paper seems better than its clauses by about "
            f"{_ten_of_face(asking)}; for each 10 below, worse by as much."
        )


def _ten_of_face(asking: Asking) -> str:
    """Return in words what ten of face add to a paper for the man, or for each he may be."""
    tempers, man = asking.rules.table.tempers[HOST], asking.state.men[HOST]
    known = asking.state.heard_temper if man is None else man.temper
    each = [
        counted((terms.FACE_ADDS * 10 * temper.courtesy // 100 + 50) // 100, "point")
        for temper in tempers
    ]
    if known >= 0:
        return each[known]
    he = asking.host.he
    return listed((f"{n} if {he} is {t.id}" for n, t in zip(each, tempers, strict=True)), "or")


def _level(asking: Asking, id: str) -> int | None:
    """Return where a track stands; `None` where the one who asks may not see it."""
    if not is_seen(asking.rules.scenario, id, asking.seat):
        return None
    if id in BUILT_IN:
        return int(getattr(asking.state, id))
    index = asking.rules.levels.get(id)
    return None if index is None else asking.state.levels[index]


def _moved_by(asking: Asking, id: str) -> Iterator[str]:
    """Yield which acts raise a track, and which lower it."""
    acts = asking.rules.table.acts
    for does, way in (("raises", 1), ("lowers", -1)):
        by = [
            (_called(asking, act), getattr(act, id)) for act in acts if way * getattr(act, id) > 0
        ]
        named = [f"{called} ({n:+d})" if asking.tells_points else called for called, n in by]
        if named:
            yield f"What {does} it at the table: {'; '.join(named)}."


def _called(asking: Asking, act: Act) -> str:
    """Return what an act is called in a chair; one that is the other's alone is his to you."""
    if asking.seat in act.seats:
        return label(asking.rules, act, asking.seat)
    return label_across(asking.rules, act, 1 - asking.seat)

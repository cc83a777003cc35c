"""What a word of the seasons means here: a track and what moves it, a measure, order or table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from game.coach.persons import capital
from game.coach.seasons.dates import before_play
from game.coach.seasons.effects_told import effects_short, effects_told
from game.coach.seasons.forecasts import forecast, hazard_told
from game.coach.seasons.formula_parts import parts_of
from game.coach.seasons.meaning_ends import (
    WORDS,
    called_measure,
    is_hidden,
    is_of_tables,
    measure_labelled,
    measure_names,
    of_hidden,
    of_measure,
    of_table_track,
)
from game.coach.seasons.moved import Moved, told_of_track
from game.coach.seasons.naming import is_seen, past_of
from game.coach.seasons.orders_told import ALL_THE_SAME, DONE, is_past, stands_all_the_same
from game.coach.seasons.reasons import one_a_line
from game.coach.seasons.toll import in_all, ledger
from game.coach.seasons.tracks import track_seen
from game.coach.who_says import who_says
from game.coach.words_for import listed, sentence
from game.rules import CampaignRules
from game.rules.seasons.deeds import TOLL
from game.rules.seasons.orders import ACT, OPEN
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Effect, Later
from game.scenario.expressions import names_used
from game.state import Decision, View

TWIST = "twist."
"""Begins the name of whether the world was changed so."""


def known_words(rules: CampaignRules) -> tuple[str, ...]:
    """Return every word that can be asked about: tracks, measures, orders, tables."""
    campaign = rules.scenario
    seen = (id for id in rules.levels if is_seen(campaign, id))
    return (*seen, *measure_names(rules), *campaign.actions, *campaign.tables)


def meaning(
    rules: CampaignRules, view: View, name: str, mode: str, moved: Sequence[Moved] = ()
) -> tuple[str, ...]:
    """Return what a word means, in sentences; which words there are for one that means nothing.

    `moved` is what moved so far: of a track it is told then what moved it.
    """
    campaign = rules.scenario
    first, _, target = name.lower().strip().partition(" ")
    if first in campaign.actions:
        return _of_action(rules, view, first, target.strip(), mode)
    word = name.lower().strip().replace(" ", "-")
    if found := called_measure(rules, word):
        return tuple(of_measure(rules, view, found, mode))
    if is_of_tables(rules, word):
        return (of_table_track(campaign.tracks[word]),)
    if is_hidden(rules, word):
        return (of_hidden(rules, view, word),)
    word = word if word in known_words(rules) else _labelled(rules, name) or word
    if (past := past_of(rules, word)) is not None:
        return (f"{campaign.tables[word].title}, {before_play(rules).lower()}. {past.text}",)
    if word in campaign.tables:
        return forecast(rules, view, Decision(OPEN, word), mode)
    if word in known_words(rules):
        of_track = _of_track(rules, view, word, mode)
        return (*of_track, *told_of_track(rules, moved, word, mode))
    if word in WORDS:
        return (WORDS[word],)
    if found := measure_labelled(rules, word):
        return tuple(of_measure(rules, view, found, mode))
    if said := who_says(campaign, name):
        return said
    close = get_close_matches(word, known_words(rules), 1)
    if name:
        meant = f"; did you mean '{close[0]}'?" if close else "."
        return (f"There is nothing to tell of '{name}'{meant} 'why' alone lists what there is.",)
    return (f"There are: {', '.join(known_words(rules))}.",)


def _labelled(rules: CampaignRules, name: str) -> str:
    """Return the track in whose label a word stands; nothing where it is none's, or several's."""
    tracks = rules.scenario.tracks
    word = name.lower().strip()
    found = [id for id in rules.levels if word and word in tracks[id].label.lower()]
    return found[0] if len(found) == 1 and is_seen(rules.scenario, found[0]) else ""


def _of_action(
    rules: CampaignRules, view: View, id: str, target: str, mode: str
) -> tuple[str, ...]:
    """Return what an order means: of several targets, what each does beside what all do.

    Targets are numbered as in the menu.
    """
    action = rules.scenario.actions[id]
    if not action.targets or target in action.targets:
        about = (target,) if action.targets else ()
        return forecast(rules, view, Decision(ACT, id, about), mode)
    told = [f"{action.label}. {action.help}"]
    told += effects_told(rules, action.do, mode, view.state)
    feats = [rules.orders.by_words[id, name] for name in action.targets]
    may_go_wrong = [tuple(hazard_told(rules, view.state, feat, mode)) for feat in feats]
    are_alike = len(set(may_go_wrong)) == 1
    if are_alike:
        told += may_go_wrong[0]
    for at, (written, feat, hazard) in enumerate(
        zip(action.targets.values(), feats, may_go_wrong, strict=True), 1
    ):
        done = is_past(feat, view.state)
        why = DONE if done else rules.orders.why_not(feat, view.state)
        if not why and not rules.orders.allowed(feat.order, view.state):
            continue  # Its author hides it now.
        does = effects_short(rules, written.do, mode)
        first, *more = one_a_line(why) if why else ("",)
        told.append(
            f"{at}. {capital(written.label)}"
            f"{f' ({feat.cost})' if feat.cost else ''}"
            f"{f'; besides, {does}' if does else ''}. {first}".rstrip()
        )
        told += more
        if why and stands_all_the_same(rules, feat, view.state):
            told.append(ALL_THE_SAME)
        if not are_alike:
            told += hazard
    return tuple(told)


def _of_track(rules: CampaignRules, view: View, id: str, mode: str) -> Iterator[str]:
    campaign = rules.scenario
    track = track_seen(rules, view, id, mode)
    yield sentence(
        f"{track.label}, from {track.least} to {track.most:,}; it stands at {track.text}"
    )
    if id == TOLL and (paid := in_all(ledger(rules, view.state))):
        yield f"Whoever the ledger names counts one in it. {paid}"
    written = campaign.tracks[id]
    if written.words:
        yield f"In words, from the lowest up: {listed(written.words)}."
    for sign, what in ((1, "raises"), (-1, "lowers")):
        found = list(_orders_that_move(campaign, id, sign))
        if found:
            yield f"What {what} it in a season: {'; '.join(found)}."
        usual = list(_usages_that_move(rules, id, sign))
        if usual:
            yield f"What {what} it by itself where it comes to that: {'; '.join(usual)}."
    pressed = []
    for table in campaign.tables.values():
        try:
            names = {part.name for part in parts_of(table.leverage or table.danger).parts}
        except ValueError:
            continue
        if id in names:
            pressed.append(f"“{table.title}”")
    if pressed:
        yield f"It presses, or tells against you, at {listed(pressed)}."


def _orders_that_move(campaign: Campaign, id: str, sign: int) -> Iterator[str]:
    """Yield the orders that raise or lower a track, with the targets where only those do."""
    for action in campaign.actions.values():
        if any(_moves(effect, id, sign) for effect in action.do):
            yield action.label
            continue
        targets = [
            t.label for t in action.targets.values() if any(_moves(e, id, sign) for e in t.do)
        ]
        if targets:
            all_do = len(targets) == len(action.targets)
            yield action.label if all_do else f"{action.label} ({listed(targets, 'or')})"


def _usages_that_move(rules: CampaignRules, id: str, sign: int) -> Iterator[str]:
    """Yield what raises or lowers a track without an order; not what only another world has."""
    for usage in rules.scenario.seasons.usages.values():
        asked = () if usage.when is None else names_used(usage.when)
        twists = {name.removeprefix(TWIST) for name in asked if name.startswith(TWIST)}
        if twists <= set(rules.twists) and any(_moves(effect, id, sign) for effect in usage.do):
            yield f"{usage.label}{f' (in {usage.quarter})' if usage.quarter else ''}"


def _moves(effect: Effect, id: str, sign: int) -> bool:
    if isinstance(effect, Later):
        return any(_moves(each, id, sign) for each in effect.do)
    return isinstance(effect, Change) and effect.track == id and effect.by * sign > 0

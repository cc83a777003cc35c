"""A scene of a season as it is read: where it is, what can be chosen, and what each would do."""

from __future__ import annotations

from typing import NamedTuple

from game.coach.closed import why_closed
from game.coach.foreseen import chance_said
from game.coach.invented import title_in_play
from game.coach.seasons.counsel import Word, counsel
from game.coach.seasons.effects_told import effects_short
from game.coach.seasons.toll import cited
from game.rules import CampaignRules
from game.rules.legal import Legal
from game.rules.seasons.scenes import Choice
from game.scenario.event_model import Choice as Written
from game.state import Decision, State, View


class Option(NamedTuple):
    """One way to answer a scene."""

    id: str
    say: str
    does: str
    """What it would visibly change, in short."""
    risk: str
    """That it may go wrong, how often, and what that would change; empty where it cannot."""
    why_not: str
    """Why it cannot be chosen; empty where it can."""
    decision: Decision


class SceneSeen(NamedTuple):
    """A scene that waits for a choice."""

    id: str
    title: str
    place: str
    text: str
    options: tuple[Option, ...]
    """First those that can be chosen, in the author's order; then those that say why not."""
    counsel: tuple[Word, ...]
    sources: tuple[str, ...]
    """As a reader would look for them."""


def scene_seen(rules: CampaignRules, view: View, legal: Legal, mode: str) -> SceneSeen:
    """Return the scene that waits for a choice."""
    scene = rules.scenes.all[view.state.scene]
    event = rules.scenario.events[scene.id]
    options = [
        _option(rules, view.state, event.choices[head.about[0]], head.alone, "", mode)
        for head in legal.heads
    ]
    options += [
        _option(rules, view.state, event.choices[id], head.alone, why, mode)
        for head, _ in legal.refused
        if (why := _why_not(rules, view.state, scene.by_id[id := head.about[0]], event.choices[id]))
    ]
    sources = tuple(filter(None, (cited(rules, source) for source in event.source)))
    return SceneSeen(
        scene.id,
        title_in_play(rules.scenario, event),
        event.place,
        event.text,
        tuple(options),
        counsel(rules, view, mode),
        sources,
    )


def _why_not(rules: CampaignRules, state: State, choice: Choice, written: Written) -> str:
    """Return why a choice is closed; empty where that is to be hidden."""
    if choice.may is None or choice.may(state):
        return rules.scenes.unpaid(choice, state)
    return why_closed(rules, state, written)


def _option(
    rules: CampaignRules,
    state: State,
    choice: Written,
    decision: Decision,
    why_not: str,
    mode: str,
) -> Option:
    return Option(
        decision.about[0],
        choice.say,
        effects_short(rules, choice.do, mode, state),
        _risk(rules, choice, mode),
        why_not,
        decision,
    )


def _risk(rules: CampaignRules, choice: Written, mode: str) -> str:
    if choice.risk is None:
        return ""
    what = effects_short(rules, choice.risk.do, mode)
    chance = chance_said(choice.risk.odds, mode)
    return f"a risk: {chance} it goes wrong{f' ({what})' if what else ''}"

"""All that can be known of a choice of a scene of the seasons: what it does, risks, and moves."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.foreseen import chance_said
from game.coach.seasons.effects_told import effects_told, summed
from game.coach.seasons.scene import Option, SceneSeen
from game.coach.seasons.tracks import track_seen
from game.coach.words_for import sentence
from game.rules import CampaignRules
from game.rules.seasons.feats import BESIDES
from game.scenario.event_model import Choice
from game.state import View

NOTHING_SEEN = "Nothing that can be seen from here moves by it."
RISK = "It goes wrong {chance}, and then"
STANDS = "Now: {tracks}."
CLOSED = "not open: {why}"


def choice_in_full(
    rules: CampaignRules, view: View, seen: SceneSeen, option: Option, mode: str
) -> Iterator[str]:
    """Yield what a choice would do, what it risks, where what it moves stands, who is for it."""
    choice = rules.scenario.events[seen.id].choices[option.id]
    if option.why_not:
        yield sentence(CLOSED.format(why=option.why_not))
    yield " ".join(effects_told(rules, choice.do, mode, view.state) or (NOTHING_SEEN,))
    if choice.risk is not None:
        wrong = RISK.format(chance=chance_said(choice.risk.odds, mode))
        told = effects_told(rules, choice.risk.do, mode, view.state) or (NOTHING_SEEN,)
        yield f"{wrong}: {' '.join(told)}"
    stands = [
        f"{track.label}: {track.text}"
        for id in _moved(rules, choice)
        for track in (track_seen(rules, view, id, mode),)
    ]
    if stands:
        yield STANDS.format(tracks=BESIDES.join(stands))
    for word in seen.counsel:
        if word.choice == option.id:
            record = f" ({word.record})" if word.record else ""
            yield f"{word.name}{record} is for it. {word.foretells}".rstrip()


def _moved(rules: CampaignRules, choice: Choice) -> list[str]:
    """Return the tracks that a choice moves, or may move where it goes wrong."""
    risked = choice.risk.do if choice.risk is not None else ()
    return [id for id in summed(rules, (*choice.do, *risked)) if id in rules.levels]

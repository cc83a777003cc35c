"""What the numbers of the end mean: its measures, what only a table has, and words of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from game.coach.seasons.endings import FULL, measure_label, profile
from game.coach.seasons.ends import level_told
from game.coach.seasons.formula_parts import Part, parts_of
from game.coach.seasons.measure_sum import above, called, told_sum
from game.coach.seasons.naming import is_seen
from game.coach.words_for import listed, sentence
from game.rules import CampaignRules
from game.rules.seasons.measures import LASTING
from game.rules.seasons.names import STANDS
from game.scenario.model import Track
from game.state import BUILT_IN, View

WORDS: Mapping[str, str] = {
    "support": (
        "So many in a hundred of those who judge a paper would own it; the more they are, the "
        "surer the court ratifies it."
    ),
    "menace": (
        "So many points of a paper were got by acts of pressure; those who judge it hold them "
        "against it."
    ),
    "miles": (
        "Square miles are told as the paper's first readers printed them, as modern works give "
        "them, or as the map of this game draws the land; they need not agree."
    ),
    "right": (
        "An adviser is right where what he foretold has come by the season that he named; what "
        "he foretold only of a choice that was not made is held against nobody."
    ),
}
"""What stands on the last pages and is neither a track nor a measure."""


def measure_names(rules: CampaignRules) -> tuple[str, ...]:
    """Return the measures that a reader is told, by name."""
    return tuple(name for name in rules.scenario.measures if name != LASTING)


def called_measure(rules: CampaignRules, word: str) -> str:
    """Return the measure that a word means by its name or its label; empty for none."""
    said = word.lower().strip()
    for name in measure_names(rules):
        if said in (name, measure_label(rules, name).lower().replace(" ", "-")):
            return name
    return ""


def measure_labelled(rules: CampaignRules, word: str) -> str:
    """Return the measure in whose label a word stands; empty where it is none's, or several's."""
    said = word.lower().strip()
    names = measure_names(rules)
    found = [name for name in names if said in measure_label(rules, name).lower().split()]
    return found[0] if len(found) == 1 else ""


def of_measure(
    rules: CampaignRules, view: View, name: str, mode: str = "advisers"
) -> Iterator[str]:
    """Yield what a measure means, what it is of, and what it came to once the campaign is over."""
    label, scale = measure_label(rules, name), rules.scenario.scales.get(name)
    yield f"{label} is reckoned at the end, from 0 to {FULL}; more is better."
    spoke = next((one for one in profile(rules, view.state) if one.id == name), None)
    if scale is not None:
        yield f"0: {scale.low}; {FULL}: {scale.high}."
        if scale.rests_on:
            yield scale.rests_on
        if scale.words:
            yield f"In words, from the lowest up: {listed(scale.words)}."
    if spoke is not None and rules.outcome(view.state) is not None:
        yield f"It came to {level_told(spoke)}."
    elif spoke is not None and spoke.history is not None:
        yield f"History's came to {spoke.history}."
    try:
        whole = parts_of(rules.scenario.measures[name])
    except ValueError:
        return
    fixed, parts = whole
    said = [f"begins at {float(fixed):g}"] if fixed else []
    less = above(parts)
    for sign, what in ((1, "rises"), (-1, "falls")):
        told = [
            _part(rules, part, less)
            for part in parts
            if part.weight * sign > 0 and not (part.name.startswith(STANDS) and part.name in less)
        ]
        if told:
            said.append(f"{what} with {listed(told)}")
    yield sentence("; ".join(f"it {each}" for each in said))
    yield from told_sum(rules, view, whole, mode)


def of_table_track(track: Track) -> str:
    """Return what a track means that stands only while talks are held."""
    label = track.label.replace("{host}'s", "the host's").replace("{claimant}'s", "your")
    label = label.replace("{at-home}", "at home")
    least, most = track.range
    words = f", in words {listed(track.words, 'or')}" if track.words else ""
    return sentence(f"{label} is told while talks are held, from {least} to {most}{words}")


def of_hidden(rules: CampaignRules, view: View, name: str) -> str:
    """Return what is told of a track that nobody is shown; where it stood, at the end."""
    label = sentence(rules.scenario.tracks[name].label).removesuffix(".")
    if rules.outcome(view.state) is None:
        return f"{label} is shown to nobody before the end."
    return f"{label} was shown to nobody; at the end it stood at {_level(rules, view, name)}."


def is_of_tables(rules: CampaignRules, name: str) -> bool:
    """Return whether a track stands only while talks are held."""
    return name in BUILT_IN and name in rules.scenario.tracks


def is_hidden(rules: CampaignRules, name: str) -> bool:
    """Return whether a track of the seasons is shown to nobody."""
    return name in rules.levels and not is_seen(rules.scenario, name)


def _level(rules: CampaignRules, view: View, name: str) -> int:
    return view.state.levels[rules.levels[name]]


def _part(rules: CampaignRules, part: Part, less: Mapping[str, Fraction]) -> str:
    weight = f"{float(abs(part.weight)):g}"
    each = f"{weight} in all" if part.name.startswith(STANDS) else f"{weight} for each point"
    if part.name in less:
        each += f" above {float(less[part.name]):g}, and below it as much less"
    return f"{called(rules, part.name)} ({each})"

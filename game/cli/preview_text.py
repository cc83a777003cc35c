"""A preview in lines of text: what a player would read, and set in beside it the author's side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from game.cli.plain_text import ended, hung, item, wrapped
from game.cli.preview_table import table
from game.coach.visible import visible
from game.coach.words_for import sentence
from game.coach.workshop.parts import Kind, Part
from game.coach.workshop.preview import Preview
from game.coach.workshop.questions import Answered
from game.coach.workshop.scene_seen import ChoiceSeen, SceneSeen
from game.coach.workshop.sketch import Sketch
from game.coach.workshop.table_seen import TableSeen
from game.coach.workshop.texts_seen import DossierSeen, EndingSeen, PageSeen, Variant
from game.files.mending import STAND_IN
from game.scenario import Scenario
from game.scenario.case_model import HISTORY
from game.scenario.faults import Fault

RULE = "-" * 72
NOT_OVER = (
    "The talks go on here, so that nothing is told of it yet. Let them be played to their end: add"
    " --given play={}. No note or track can be given with that, since all of it comes of the play;"
    " a persona has another luck with --seed 2."
)
PLAYED = "integrative, or play=gunboat, or another persona"
UNASKED = (
    "The scenario has faults, so that its rules are not asked: which choices are open, forecasts"
    " and points stand here once they are mended."
)


def told(scenario: Scenario, preview: Preview) -> Iterator[str]:
    """Yield a preview, laid out."""
    yield from _head(scenario, preview)
    yield RULE
    match preview.seen:
        case SceneSeen():
            yield from _scene(scenario, preview.seen)
        case TableSeen():
            yield from table(scenario, preview.seen)
        case EndingSeen():
            yield from _ending(scenario, preview.seen)
        case DossierSeen():
            yield from _dossier(scenario, preview.seen)
        case PageSeen():
            yield from _page(scenario, preview.seen)


def faults_told(faults: Sequence[Fault]) -> Iterator[str]:
    """Yield faults as `amur check` prints them, and a blank line after them."""
    for fault in faults:
        kind = "" if fault.is_error else " [warning]"
        yield visible(f"{fault}{kind}").replace("\n", " ")
    if faults:
        yield ""


def listed(parts: Sequence[tuple[Part, str]]) -> Iterator[str]:
    """Yield parts by their names, each with its title."""
    longest = max((len(str(part)) for part, _ in parts), default=0)
    for part, title in parts:
        yield visible(f"{part!s:<{longest}}  {title}")


def sketch_told(sketch: Sketch | None, said: str) -> Iterator[str]:
    """Yield what can be read of a part that has faults around it."""
    if sketch is None:
        yield wrapped(f"Nothing can be read of '{said}' until this is mended.")
        return
    yield wrapped(UNASKED)
    yield RULE
    yield visible(f"{sketch.part.kind} {sketch.part.id}")
    yield ""
    for label, text in sketch.lines:
        yield hung(f"{visible(label)}: ", text.replace(STAND_IN, "(a fault stands here)"))


def _head(scenario: Scenario, preview: Preview) -> Iterator[str]:
    part = preview.part
    if part.kind is Kind.PAGE:
        yield visible(f"{part}")
        return
    reader = scenario.seats[preview.seat].name
    yield visible(f"{part}, read by {reader}")
    start = f", start {preview.start}" if preview.start else ""
    over = f"; the talks are over: {preview.ended}" if preview.ended else ""
    yield visible(f"{preview.when}; seed {preview.seed}{start}{over}")
    if preview.given:
        yield wrapped(f"given {', '.join(preview.given)}", "", "    ")
    if preview.note:
        yield wrapped(sentence(preview.note))


def _scene(scenario: Scenario, scene: SceneSeen) -> Iterator[str]:
    if not scene.comes:
        yield wrapped(f"It cannot come here: {ended('; '.join(scene.why_not))}")
    elif scene.why_not:
        yield wrapped(f"It may come here, but {ended('; '.join(scene.why_not))}")
    else:
        yield "It comes here."
    yield from _asks("when", scene.asks)
    yield ""
    yield wrapped(f"{scene.title}. {scene.place}".rstrip(". ") + ".")
    yield ""
    yield wrapped(scene.text)
    yield ""
    for choice in scene.choices:
        yield from _choice(choice)
        yield ""
    if scene.accounts:
        yield wrapped(ended(scene.accounts_heading))
        for seat, account in scene.accounts.items():
            yield hung(f"  {_name(scenario, seat)}: ", account)
    yield from (hung("Rests on: ", source) for source in scene.sources)


def _choice(choice: ChoiceSeen) -> Iterator[str]:
    if choice.number:
        yield item(choice.number, choice.say)
        if choice.forecast:
            yield wrapped(f"({choice.forecast})", "      ")
    elif choice.shown:
        yield wrapped(f"{choice.say} Not open: {ended(choice.shown)}", "  - ", "    ")
    else:
        yield wrapped(f"{choice.say} (hidden)", "  - ", "    ")
    yield hung("      id: ", choice.id)
    yield from _asks("if", choice.asks, "      ")
    does = "; ".join(choice.does) or "nothing"
    yield hung("      does: ", ended(does))
    if choice.risk is not None:
        risk = choice.risk
        luck = {True: "; with this seed it comes", False: "; with this seed it does not come"}
        came = "" if risk.came is None else luck[risk.came]
        yield hung(
            "      risk: ", f"{risk.id}, {risk.odds} in a hundred{came}: {'; '.join(risk.does)}."
        )
    yield from (hung("      heard of: ", ended(said)) for said in choice.heard)
    yield from (hung("      then: ", text) for text in choice.reads)


def _asks(key: str, asks: Sequence[Answered], indent: str = "") -> Iterator[str]:
    """Yield what a condition asks, part by part: what holds, and what does not."""
    for part in asks:
        sign = "holds" if part.holds else f"does not hold, {part.at}"
        found = f" ({part.found})" if part.found else ""
        yield hung(f"{indent}{key}: ", f"{part.text} -- {sign}{found}")
        key = f"{'and':>{len(key)}}"


def _ending(scenario: Scenario, ending: EndingSeen) -> Iterator[str]:
    to = f", told to {_name(scenario, ending.seat)}" if ending.seat else ""
    is_told = "It is told here" if ending.told else "It is not told here"
    yield wrapped(f"{is_told}: group {ending.group}{to}." if ending.over else _not_over(scenario))
    yield ""
    yield wrapped(ended(ending.title))
    yield ""
    yield wrapped(ending.text)
    for label, text in (("What really happened: ", ending.compare), ("Who paid: ", ending.toll)):
        if text:
            yield ""
            yield wrapped(f"{label}{text}")
    yield ""
    yield f"Of {visible(ending.group)} the first that holds is told:"
    for variant in ending.variants:
        yield from _variant(variant, ending.over)
    yield f"How far it is known: {ending.mark}"
    yield from (hung("Rests on: ", source) for source in ending.sources)


def _not_over(scenario: Scenario) -> str:
    return NOT_OVER.format(f"{HISTORY}, or play={PLAYED}" if scenario.history else PLAYED)


def _dossier(scenario: Scenario, dossier: DossierSeen) -> Iterator[str]:
    if not dossier.over:
        yield wrapped(_not_over(scenario))
    yield wrapped(ended(dossier.heading))
    yield ""
    how = "The first that holds speaks:" if dossier.first_only else "Each that holds is written:"
    yield how
    for variant in dossier.variants:
        yield ""
        yield from _variant(variant, dossier.over, with_text=True)
    yield from (hung("Rests on: ", source) for source in dossier.sources)


def _variant(variant: Variant, over: bool, *, with_text: bool = False) -> Iterator[str]:
    sign = "* " if variant.taken else "  "
    yield hung(f"{sign}{visible(variant.name)}: ", ended(variant.why) if over else "")
    if not over:
        yield from _asks("when", variant.asks, "      ")
    if with_text:
        yield wrapped(variant.text, "      ")


def _page(scenario: Scenario, page: PageSeen) -> Iterator[str]:
    yield visible(page.title)
    yield ""
    yield wrapped(page.text.replace("**", "").replace("*", ""))
    if page.need:
        yield ""
        yield wrapped(page.need)
    yield ""
    if page.for_seats:
        readers = ", ".join(_name(scenario, seat) for seat in page.for_seats)
        yield wrapped(sentence(f"it is read by {readers}"))
    yield from (hung("Source: ", source) for source in page.sources)


def _name(scenario: Scenario, seat: str) -> str:
    return scenario.seats[seat].name if seat in scenario.seats else seat


def as_data(value: Any) -> Any:
    """Return a value as JSON can hold it: named tuples by their fields."""
    if isinstance(value, Enum):
        return str(value)
    if hasattr(value, "_asdict"):
        return {name: as_data(field) for name, field in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(key): as_data(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [as_data(item) for item in value]
    return value

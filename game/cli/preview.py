"""`amur preview`: one part of a scenario as a player would read it, in a state that is given.

`--json` gives `format`, `faults` (as `amur check --json` has them) and `preview`: of a sound
scenario `part` (`kind`, `id`), `also`, `seed`, `start`, `seat`, `when`, `ended`, `given`, `note`,
and `seen`, whose keys are the fields of the values in `game/coach/workshop/*_seen.py`; of one with
faults `part` and `lines` (each its label and its text), or null where nothing can be read. Without
a part it is a list of `part` and `title`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from game.files.begun_with import MODES

if TYPE_CHECKING:
    from game.coach.workshop.parts import Part
    from game.coach.workshop.preview import Preview
    from game.scenario import Scenario
    from game.scenario.faults import Fault, Places

FORMAT = 1
"""Of the object that `--json` gives."""


@click.command()
@click.argument("scenario")
@click.argument("part", required=False)
@click.option("--seat", metavar="S", help="Whose eyes it is read with; a scene has its own.")
@click.option("--start", metavar="S", help="Another start of the scenario.")
@click.option(
    "--given",
    "said",
    metavar="FILE|KEY=VALUE",
    multiple=True,
    help="How things stand, in the words of a test's `given`; may be repeated.",
)
@click.option("--seed", metavar="N", help="Who sits in the chairs, and what fortune holds.")
@click.option("--mode", type=click.Choice(MODES), default=MODES[0], help="Words, or numbers, too.")
@click.option("--json/--plain", "as_json", help="An object for tools, or text: the default.")
@click.pass_context
def preview(
    context: click.Context,
    scenario: str,
    part: str | None,
    seat: str | None,
    start: str | None,
    said: tuple[str, ...],
    seed: str | None,
    mode: str,
    as_json: bool,
) -> None:
    """One scene, table, ending or page as a player would read it, in a state that is given.

    PART is a name, or a folder and a name: river, events/river, tables/aigun, endings/peace,
    dossiers/despatch, briefs/common, codex/aigun; without it, all of them are listed. Of a choice
    one reads whether it is open and why not, what it does and what follows; of a text, why it is
    taken and not another.

    --given says how things stand as a test does: sitting=3, trust=60, note.ID=yes,
    offer.ISSUE=OPTION, play=history, or a file of such lines; FILE#ID is the given of a test.
    Without it the talks have just opened. Exits with 1 where faults leave nothing to be shown.
    """
    from game.cli import NO, preview_text
    from game.cli.plain_text import put, put_all
    from game.coach.workshop.sketch import sketched
    from game.errors import ScenarioError
    from game.files.library import Library
    from game.files.scenarios import read_despite_faults
    from game.scenario.campaign_model import Campaign

    reading = read_despite_faults(scenario, Library.of_player().scenarios_folder)
    read, faults = reading.scenario, reading.faults
    if isinstance(read, Campaign):
        raise ScenarioError(f"{read.id} is a campaign; preview looks at scenarios of one table")
    if part is None:
        _list_parts(read, faults, as_json=as_json)
        return
    is_sound = not any(fault.is_error for fault in faults)
    if read is None or not is_sound:
        found = None if read is None else _found(read, part)
        sketch = None if read is None or found is None else sketched(read, found)
        if as_json:
            _put_json(faults, None if sketch is None else preview_text.as_data(sketch))
        else:
            put_all(preview_text.faults_told(faults))
            put_all(preview_text.sketch_told(sketch, part))
        context.exit(NO if sketch is None else 0)
    asked = {"seat": seat, "start": start, "seed": seed}
    seen = _seen(read, reading.places, part, said, asked, mode)
    if as_json:
        _put_json(faults, preview_text.as_data(seen))
        return
    put_all(preview_text.faults_told(faults))
    put_all(line.rstrip() for line in preview_text.told(read, seen))
    if seen.also:
        put()
        put(f"Of the same name: {', '.join(seen.also)}")


def _list_parts(scenario: Scenario | None, faults: tuple[Fault, ...], *, as_json: bool) -> None:
    """Print the name of every part that can be read, with its title."""
    from game.cli import preview_text
    from game.cli.plain_text import put_all
    from game.coach.workshop.parts import parts, title_of

    found = [] if scenario is None else [(p, title_of(scenario, p)) for p in parts(scenario)]
    if as_json:
        _put_json(faults, [{"part": str(part), "title": title} for part, title in found])
        return
    put_all(preview_text.faults_told(faults))
    put_all(preview_text.listed(found))


def _seen(
    scenario: Scenario,
    places: Places,
    said: str,
    given_by: tuple[str, ...],
    asked: dict[str, str | None],
    mode: str,
) -> Preview:
    """Return the part that was said in the state that was given; raises `UsageError`."""
    from game.coach.workshop.parts import part_called
    from game.coach.workshop.preview import previewed
    from game.coach.workshop.questions import Questions
    from game.files.given import check_given, given_of
    from game.rules import Rules
    from game.scenario.case_lint import case_names

    part = part_called(scenario, said)
    given = given_of(given_by, asked)
    names, rules = case_names(scenario), Rules(scenario)
    check_given(given, given_by, asked, rules, names)
    if given.start is not None:
        rules = Rules(scenario, given.start)
    return previewed(rules, part, given, Questions(names, places), mode)


def _found(scenario: Scenario, said: str) -> Part | None:
    from game.coach.workshop.parts import parts_called

    return next(iter(parts_called(scenario, said)), None)


def _put_json(faults: tuple[Fault, ...], seen: Any) -> None:
    from game.cli.check_told import row
    from game.cli.plain_text import put

    rows = [row(fault) for fault in faults]
    put(
        json.dumps({"format": FORMAT, "faults": rows, "preview": seen}, ensure_ascii=True, indent=1)
    )

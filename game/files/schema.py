"""The JSON Schema of scenario files, made from the models, for editors.

Editors type scalars by YAML's own guesses, so a number may stand there as a number or as text.
"""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from game.files.docstrings import sentences_within
from game.files.folders import COVER
from game.files.gathering import ACTIONS, KEYS, OF_CAMPAIGNS, PRESSURE, TESTS, VIEW
from game.scenario.authored import Authored
from game.scenario.calendar_model import Calendar
from game.scenario.campaign_model import Campaign
from game.scenario.case_model import CaseFile
from game.scenario.ending_model import Dossiers
from game.scenario.map_model import Map
from game.scenario.model import Scenario
from game.scenario.table_model import Table

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Schema(GenerateJsonSchema):
    """Leaves out defaults that JSON has no words for; an empty section is one."""

    ignored_warning_kinds = GenerateJsonSchema.ignored_warning_kinds | {"non-serializable-default"}


def json_schema() -> dict[str, Any]:
    """Return one schema that any YAML file of a scenario's folder matches.

    The schema of each kind of file stands in `$defs` under `file:NAME`.
    """
    whole = Scenario.model_json_schema(by_alias=True, schema_generator=_Schema)
    cases = CaseFile.model_json_schema(by_alias=True, schema_generator=_Schema)
    campaign = Campaign.model_json_schema(by_alias=True, schema_generator=_Schema)
    things = whole.pop("$defs") | campaign.pop("$defs") | cases.pop("$defs")
    _describe(Scenario, whole)
    _describe(Campaign, campaign)
    for kind in Authored.__subclasses__():
        if kind.__name__ in things:
            _describe(kind, things[kind.__name__])
    files = {f"file:{name}": _file(whole, keys) for name, keys in KEYS.items()}
    cover = files[f"file:{COVER}"]
    cover["properties"] |= _file(campaign, OF_CAMPAIGNS[COVER])["properties"]
    cover["properties"]["table"] = {"type": "string"}
    cover["properties"]["tables"] = {"type": "array", "items": {"type": "string"}}
    cover["required"].remove("table")
    cover["anyOf"] = [{"required": ["table"]}, {"required": ["tables", "seasons"]}]
    for name in (ACTIONS, PRESSURE):
        files[f"file:{name}"] = _file(campaign, OF_CAMPAIGNS[name])
    files["file:tables/*.yaml"] = things[Table.__name__]
    files["file:dossiers.yaml"] = files["file:dossiers/*.yaml"] = things[Dossiers.__name__]
    files["file:calendar.yaml"] = things[Calendar.__name__]
    files[f"file:{VIEW}"] = things[Map.__name__]
    files[f"file:{TESTS}"] = cases
    return {
        "$schema": DIALECT,
        "title": "A file of a scenario of The Amur Question",
        "anyOf": [{"$ref": f"#/$defs/{_pointer(name)}"} for name in files],
        "$defs": things | files,
    }


def schema_of(file: str) -> dict[str, Any]:
    """Return the schema of one kind of file, such as `events/*.yaml`."""
    whole = json_schema()
    return {
        "$schema": DIALECT,
        "$ref": f"#/$defs/{_pointer(f'file:{file}')}",
        "$defs": whole["$defs"],
    }


def _describe(kind: type[Authored], schema: dict[str, Any]) -> None:
    """Add to a model's schema what its source says beneath each attribute."""
    for name, said in sentences_within(kind).items():
        key = kind.model_fields[name].alias
        schema["properties"][key]["description"] = said


def _file(whole: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    required = [key for key in whole["required"] if key in keys]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: whole["properties"][key] for key in keys},
        **({"required": required} if required else {}),
    }


def _pointer(name: str) -> str:
    """Return a name as it stands in a reference (RFC 6901 and 3986).

    >>> _pointer("file:events/*.yaml")
    'file:events~1*.yaml'
    """
    return name.replace("~", "~0").replace("/", "~1")

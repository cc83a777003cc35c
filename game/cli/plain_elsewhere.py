"""A word that names an act at other talks of the same campaign, and what it is called here."""

from __future__ import annotations

from game.cli.plain_words import verb_of
from game.errors import IllegalDecisionError
from game.rules import CampaignRules, Game, Rules
from game.scenario.table_model import Act

HERE = "'{word}' is an act of other talks; of its kind there is '{id}' here ({label})"


def as_here(text: str, game: Game, rules: Rules) -> str:
    """Return a line with its act as it is called here, where other talks call the same otherwise.

    Raises `IllegalDecisionError`, with what there is of its kind, for an act of other talks alone.
    """
    word = verb_of(text, rules.table)
    if word in rules.table.by_id:
        return text
    tables = game.scenario.tables.values() if isinstance(game, CampaignRules) else ()
    there: list[Act] = [table.acts[word] for table in tables if word in table.acts]
    kinds = {act.kind for act in there}
    of_kind = [act for act in rules.table.acts if act.kind in kinds]
    same = next((act for act in of_kind if act.label in {each.label for each in there}), None)
    if same is not None:
        at = text.lower().index(word)
        return f"{text[:at]}{same.id}{text[at + len(word) :]}"
    if of_kind:
        id, label = of_kind[0].id, of_kind[0].label
        raise IllegalDecisionError(HERE.format(word=word, id=id, label=label))
    return text

"""What the handbook's reference says of keys that mean the same wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping

EVERYWHERE: Mapping[str, str] = {
    "title": "What it is called, for readers.",
    "name": "What a reader is told it is called.",
    "office": "What the person is.",
    "label": "What a reader is told it is called.",
    "text": "What is told.",
    "do": "What it changes.",
    "result": "What is told once it is done.",
    "cost": "Units of the purse.",
    "where": "From where it can be ordered.",
    "hazard": "What may go wrong with it.",
    "targets": "To what, to whom or where it can be directed.",
    "say": "What is said, word for word.",
    "seat": "Which seat it is about.",
    "when": "It holds, or comes, only where this holds; left out, always.",
    "if": "The condition.",
    "source": "What it rests on: ids of sources.yaml.",
    "invented": "The persons or lines in it are invented, and a reader is told so.",
    "id": "Its id.",
    "scenario": "Its id, by which records know it; in a library its folder is called so, too.",
    "table": "Its id: the table stands in tables/ID.yaml.",
    "kind": "Which kind it is.",
    "weight": "How far it can be trusted.",
    "mark": "How far it is known.",
    "side": "Whose account it is.",
    "habit": "What the person does who is to begin.",
    "style": "How it is drawn.",
    "holder": "Whose it is.",
    "issue": "Which issue it is about.",
}
"""Keys that mean the same wherever they stand; a sentence of the model's own comes before it."""

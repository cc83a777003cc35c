"""The handbook's page on tests: what stands in it beside the keys of the models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.coach.workshop.playing import known_personas
from game.scenario.case_lint import (
    ANSWERS,
    BETTER,
    LASTING,
    MET,
    SUPPORT,
    WALK_AWAY,
    WORTH,
    ZONE,
)
from game.scenario.syntax import ENDING, WORD

NAMES: Mapping[str, str] = {
    f"{MET}EVENT": "Whether a scene was met.",
    f"{WORD}ISSUE": "What the host's own word says on an issue: `word.trade = barter`.",
    f"{ENDING}GROUP": "Which ending of a group is told: `ending.protocol = in-stone`.",
    SUPPORT: "How much of the court would own the paper, in per cent.",
    f"{LASTING}SEAT": "What lasted for a seat, in points of its own scale.",
    f"{WORTH}SEAT": "What the paper on the table is worth to a seat, in points of its own scale.",
    f"{WALK_AWAY}SEAT": "What a seat keeps without a paper, likewise.",
    ZONE: "How many papers leave neither of the two with less than none would: `zone = 0`.",
    BETTER: "How many papers are worth more to both than the one on the table: `better >= 1`.",
    "scene": "The scene that waits for a choice, or `none`.",
    "answer": f"What the host answered last: {', '.join(ANSWERS[:-1])} or {ANSWERS[-1]}.",
}
"""What only tests ask for, beside the names of conditions."""

DECISIONS: Mapping[str, str] = {
    "offer ISSUE=OPTION …": "Lay a paper down; of an issue that is not named, the last paper's.",
    "offer his ISSUE=OPTION …": "Lay the host's word down, these changed; `her` says the same.",
    "ACT": "An act by its id, such as `tea`; with what it is about: `ask people`, `argue quiet`.",
    "ACT with offer ISSUE=OPTION …": "An act, and a paper laid down with it.",
    "choose SCENE CHOICE": "An answer to the scene that waits.",
    "accept": "Of the host: sign the paper. Of the claimant: lay the host's word down unchanged.",
    "refuse": "Of the host: refuse the paper for today.",
    "consult": "Of the host: consult officers on ceding; the paper becomes the host's word.",
    "sign-to-disown": "Of the host: sign, and ask the court at home to disown it.",
    "listen": "Of the host: listen, and say nothing.",
    "fall-ill": "Of the host: fall ill; the sitting passes.",
    "break-off": "Of the host: break off the talks.",
    "go-home": "Of the claimant: end the talks without a paper.",
    "stay": "Of the claimant: stay, though the last word was called.",
}
"""The lines of `when`, in the words of line mode."""


def further_lines() -> Iterator[str]:
    """Yield the lines of the page that follow its keys."""
    for title, said in (("Names that only tests ask for", NAMES), ("Decisions", DECISIONS)):
        yield from ("", f"## {title}", "")
        yield from (f"- `{name}`: {sentence}" for name, sentence in said.items())
    yield from ("", "## Personas", "")
    yield "Who can play for `play` and `opposite`; the page `balance` tells what they do."
    yield from ("", f"- {', '.join(f'`{name}`' for name in known_personas())}")

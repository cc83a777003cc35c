"""Pages of a scenario in lines, at the table and before one sits there: the codex, the rules."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_end import page
from game.cli.plain_help import print_help, print_rules
from game.cli.plain_near import near
from game.cli.plain_text import put, put_all, say, wrapped
from game.coach.invented import citation_of
from game.coach.lesson import lesson
from game.coach.rules_page import rules_page_for
from game.coach.visible import visible
from game.coach.words_for import sentence
from game.scenario import Scenario
from game.scenario.model import AnyScenario


def print_page(title: str, text: str) -> None:
    """Print one page."""
    put(visible(title))
    put()
    say(text.replace("**", "").replace("*", ""))


def print_briefs(scenario: AnyScenario, seat: str) -> None:
    """Print what everybody is told beforehand, and what a seat, by id, alone is."""
    for each in scenario.common_briefs:
        print_page(each.title, each.text)
        put()
    brief = scenario.briefs.get(scenario.seats[seat].brief)
    if brief is None:
        put("There are no instructions here.")
    else:
        print_page(brief.title, brief.text)


def print_rules_for(scenario: AnyScenario, seat: str = "") -> None:
    """Print the page of rules as a seat, by id, reads it."""
    found = rules_page_for(scenario, seat)
    if found is not None:
        print_page(found.title, found.text)
    elif isinstance(scenario, Scenario):
        print_rules(scenario)
    else:
        say("There is no page of rules here; 'help' lists what you can say.")


def print_codex(scenario: AnyScenario, name: str) -> None:
    """Print a page of the codex, or which there are."""
    codex = scenario.codex
    wanted = name.lower().replace(" ", "-")
    if wanted in codex:
        found = codex[wanted]
        print_page(found.title, found.text)
        cited = [citation_of(scenario.sources[s]) for s in found.source]
        put_all(wrapped(f"Source: {cite}", "", "  ") for cite in cited)
        return
    if name:
        close = near(wanted, codex)
        meant = f"; did you mean '{close[0]}'? 'codex' alone lists them all" if close else ""
        say(sentence(f"the codex has no page '{name}'{meant}"))
        if close:
            return
    put_all(_pages(scenario))


def print_lesson(scenario: AnyScenario) -> None:
    """Print what a scenario is for, and what to talk about after it."""
    put_all(line for leaf in lesson(scenario) for line in page(leaf))


def answered_before_sitting(scenario: Scenario | None, text: str) -> bool:
    """Answer a word that can be asked before anybody sits down; return whether it was one."""
    word, _, rest = text.partition(" ")
    match word.lower():
        case "help" | "?":
            say("Here a number chooses, and 0 leaves. At the table there is more:")
            put()
            print_help(scenario)
        case "rules" if scenario is not None:
            print_rules_for(scenario)
        case "codex" if scenario is not None:
            print_codex(scenario, rest.strip())
        case "teaching" if scenario is not None:
            print_lesson(scenario)
        case "rules" | "codex" | "teaching":
            say("Choose what to play first: each scenario has its own.")
        case _:
            return False
    put()
    return True


def _pages(scenario: AnyScenario) -> Iterator[str]:
    if not scenario.codex:
        yield "The codex is empty."
        return
    yield "The codex has these pages (codex NAME):"
    for id, one in scenario.codex.items():
        yield wrapped(f"{id}: {one.title}", "  ", "    ")

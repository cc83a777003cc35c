"""The pages after the talks: the court, the reports, the witness, the epilogue, the archives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.aftermath import epilogue, letters, not_in_the_room, ratification, witness
from game.coach.better import WORTH_TELLING
from game.coach.bill import bill
from game.coach.bill_words import told_bill, told_left
from game.coach.carried import carried
from game.coach.given_way import told_given_way
from game.coach.invented import marked, spoken, title_of
from game.coach.lasted import what_lasted
from game.coach.meaning_rules import part
from game.coach.papers import terms_said
from game.coach.persons import capital, each_his, opposite, persons
from game.coach.unsigned_words import told_unsigned
from game.coach.words_for import counted, listed, points, sentence
from game.negotiation import Package
from game.rules import Outcome, Rules, court
from game.scenario.event_model import Event
from game.state import CLAIMANT, HOST, State, Verdict

BECAME = {
    "ratified": "{court} owns the paper.",
    "silence": "{court} neither confirms nor denies: the paper is left in silence.",
    "disowned": "{court} tears the paper up, and {signer} punished.",
    "none": "There is no paper for {court} to read.",
}
"""What became of the paper, by verdict."""
IN_SHORT, ARCHIVES = "In short", "The archives"
TOLD_TWICE = "The same hours, as each side tells them"
TORN_UP = "The paper was torn up: of these gains nothing was kept."
"""What is said of gains on paper that no court made good."""

CUTS_FAIR_COPY = (
    "The fair copy, the first run as it was played, ends here as soon as you decide otherwise; "
    "who goes forward again keeps it whole."
)
LOOKED = (
    "The archives have been open in this play: whoever decides otherwise now knows what only the"
    " end tells, and its record says so."
)
"""Said of a play that somebody goes on with who knows what only the end tells."""


class Leaf(NamedTuple):
    """One page: its heading and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]
    source: tuple[str, ...] = ()
    """Ids of the sources that an author cites for it."""


def after_the_talks(rules: Rules, state: State, seat: int) -> Iterator[Leaf]:
    """Yield the pages of the end, told to a chair: first of the archives their sum, last all."""
    yield from before_the_archives(rules, state, seat)
    yield in_short(rules, state, seat)
    yield Leaf(ARCHIVES, tuple(_archives(rules, state, seat)))


def in_one_go(rules: Rules, state: State, seat: int) -> Iterator[Leaf]:
    """Yield the same for who reads them at one go: the sum of them first, and in them no more."""
    short = in_short(rules, state, seat)
    yield short
    yield from before_the_archives(rules, state, seat)
    told = (text for text in _archives(rules, state, seat) if text not in short.paragraphs)
    yield Leaf(ARCHIVES, tuple(told))


def before_the_archives(rules: Rules, state: State, seat: int) -> Iterator[Leaf]:
    """Yield what an author wrote for the end: the court, the letters, the witness, the epilogue."""
    yield Leaf(
        f"{not_in_the_room(rules)} (its voices are invented)",
        tuple(_court(rules, state, seat)),
    )
    for letter, parts in letters(rules, state):
        yield Leaf(f"To {letter.to}", parts)
    elsewhere = tuple(_decided_elsewhere(rules, state, seat))
    if elsewhere:
        yield Leaf(f"What was decided on {opposite(rules, seat).named_his} side", elsewhere)
    twice = tuple(_told_twice(rules, state))
    if twice:
        yield Leaf(TOLD_TWICE, twice)
    third = witness(rules, state, seat)
    if third is not None:
        who = marked(third.who, invented=third.invented)
        yield Leaf(f"The third chair: {who}", (third.text,))
    for piece in epilogue(rules, state, seat):
        ending = piece.ending
        said = [ending.text]
        if ending.toll:
            said.append(f"Who paid: {ending.toll}")
        if ending.compare:
            said.append(f"What happened: {ending.compare}")
        yield Leaf(f"{ending.title}  [{ending.mark}]", tuple(said))


def _decided_elsewhere(rules: Rules, state: State, seat: int) -> Iterator[str]:
    """Yield the scenes that came to the other chair, and what was chosen there."""
    other = rules.table.seats[1 - seat]
    for scene, event in _met(rules, state):
        for id, choice in event.choices.items():
            if event.seat == other and f"{scene}.{id}" in state.notes:
                yield f"{title_of(rules.scenario, event)}. Chosen: “{choice.say}”"


def _told_twice(rules: Rules, state: State) -> Iterator[str]:
    """Yield the scenes that came, of either chair, as each side tells them afterwards."""
    seats = rules.scenario.seats
    for _, event in _met(rules, state):
        told = [f"{seats[seat].called}: {text}" for seat, text in event.accounts.items()]
        if told:
            yield " ".join([f"{title_of(rules.scenario, event)}.", *told])


def _met(rules: Rules, state: State) -> Iterator[tuple[str, Event]]:
    """Yield the scenes that came, by id, in the author's order."""
    for index in sorted(state.met):
        id = rules.scenes.all[index].id
        yield id, rules.scenario.events[id]


def in_short(rules: Rules, state: State, seat: int) -> Leaf:
    """Return what counts most of the archives: the paper, what it came to, and what it missed."""
    outcome = rules.outcome(state)
    if outcome is None:
        raise ValueError("the talks are not over")
    if outcome.treaty is None:
        first, *_, last = told_unsigned(rules, state, seat)
        said = [first, *_lasted_and_need(rules, state, seat), last]
    else:
        agreed = rules.table.words.consent.agreed
        paper = sentence(f"the paper that was {agreed}: {terms_said(rules, outcome.treaty)}")
        said = [
            f"{paper} {became(rules, outcome.verdict, seat)}",
            _on_paper(rules, outcome, seat),
            *_lasted_and_need(rules, state, seat),
            *([TORN_UP] if outcome.verdict is Verdict.DISOWNED else []),
            *_missed_most(rules, state, outcome.verdict, seat),
        ]
    return Leaf(IN_SHORT, tuple(said))


def _lasted_and_need(rules: Rules, state: State, seat: int) -> Iterator[str]:
    yield next(what_lasted(rules, state, seat))
    host = state.men[HOST]
    if host is not None and host.need >= 0:
        yield _need(rules, host.need, seat)


def _missed_most(rules: Rules, state: State, verdict: Verdict, seat: int) -> Iterator[str]:
    """Yield what could have been had by both, or else by one, or that it was all there was.

    Of a paper that was torn up it is told instead what would have carried it.
    """
    left = list(told_left(rules, state, seat))
    if left:
        yield left[-1] if bill(rules, state).better is not None else left[0]
    elif verdict is Verdict.DISOWNED:
        yield from carried(rules, state)
    else:
        both = listed([person.named for person in persons(rules, seat)], "or")
        least = counted(WORTH_TELLING // 100, "point")
        yield (
            f"Nothing was left on the table: no paper would have given {both} {least} more at no "
            "cost to the other."
        )


def became(rules: Rules, verdict: Verdict, seat: int | None = None) -> str:
    """Return in a sentence what the court that ratifies did, told to a chair; `None` is neither."""
    own: str = getattr(rules.table.words.became, str(verdict), "")
    if own:
        return own
    host, side = persons(rules, seat)[HOST], rules.scenario.seats[rules.table.seats[HOST]].side
    signer = "you who signed it are" if host.is_you else f"the {host.man} who signed it is"
    return sentence(
        BECAME[str(verdict)].format(court=f"the {rules.table.words.court} of {side}", signer=signer)
    )


def _court(rules: Rules, state: State, seat: int) -> Iterator[str]:
    page, court = ratification(rules, state), rules.table.words.court
    signed = rules.table.words.consent.done
    host = persons(rules, seat)[HOST]
    yield became(rules, page.outcome.verdict, seat)
    for faction in page.factions:
        yield (
            f"{capital(faction.label)}: {faction.share} in a hundred of the {court}'s voices, and "
            f"{_of_them(faction.support)} would own it. {faction.voice}"
        )
        if faction.written:
            yield f"It read: {listed(faction.written)}"
    if page.factions:
        rule = rules.scenario.table.court
        yield (
            f"In all, {page.outcome.support} in a hundred of the {court} would own it. From "
            f"{rule.ratified} on it owns a paper, below {rule.silence} it tears it up, and "
            "between, it is silent."
        )
    if page.coerced:
        yield (
            f"The paper lies {counted(page.coerced, 'point')} below what {host.he} would have "
            f"{signed} unthreatened; the {court} reads that, too."
        )
    if page.begged:
        begged = "You had" if host.is_you else f"The {host.man} who signed it had"
        words = rules.table.words
        yield f"{begged} begged {words.throne}, by the same {words.courier}, to disown it."


def _of_them(support: int) -> str:
    """Return how many of a faction that is.

    >>> _of_them(100), _of_them(40), _of_them(0)
    ('all of them', '40 in a hundred of them', 'none of them')
    """
    return {0: "none of them", 100: "all of them"}.get(support, f"{support} in a hundred of them")


def _archives(rules: Rules, state: State, seat: int) -> Iterator[str]:
    """Yield what neither side could know: the archives are open now."""
    table = rules.table
    host, claimant = state.men[HOST], state.men[CLAIMANT]
    if host is None or claimant is None:
        return
    ours, his = persons(rules, seat)
    temper = table.tempers[HOST][host.temper]
    # How he shows it is said as the man opposite saw it.
    shown = "" if his.is_you else f" {temper.sign}"
    yield f"{capital(his.named)} {his.verb('was', 'were')} {temper.id}.{shown}"
    if host.need >= 0:
        yield _need(rules, host.need, seat)
    if host.ground >= 0:
        yield f"The ground {his.he} could use: “{table.grounds[host.ground].say}”"
    if claimant.need >= 0:
        need = table.needs[CLAIMANT][claimant.need]
        letter = f"{capital(ours.named_his)} letter from home"
        home = rules.table.words.asks
        yield f"{f'What {home} asked of {ours.named}' if home else letter}: {spoken(need)}"
    outcome = rules.outcome(state)
    if outcome is not None and outcome.treaty is not None:
        yield _on_paper(rules, outcome, seat)
        yield from _bill(rules, state, seat)
    elif outcome is not None:
        yield from told_unsigned(rules, state, seat)
    yield from what_lasted(rules, state, seat)


def _need(rules: Rules, need: int, seat: int) -> str:
    """Return what the host could not go home without."""
    his = persons(rules, seat)[HOST]
    told = spoken(rules.table.needs[HOST][need])
    return f"The one thing {his.he} {rules.table.words.could_not_do_without}: {told}"


def _on_paper(rules: Rules, outcome: Outcome, seat: int) -> str:
    """Return what a treaty was worth to each, beside no paper."""
    both = persons(rules, seat)
    each = [
        f"{points(outcome.values[chair])} to {one.named}, whose walk-away was "
        f"{points(outcome.walks[chair])}"
        for chair, one in enumerate(both)
    ]
    scale = f"each on {each_his(both)} own scale"
    return f"On paper the treaty was worth {each[0]}, and {each[1]}; {scale}."


def _bill(rules: Rules, state: State, seat: int) -> Iterator[str]:
    yield from told_bill(rules, state, seat)
    if seat == HOST:
        # What a claimant still hopes for binds him alone whom nobody plays.
        yield told_given_way(rules, state, seat)
    outcome = rules.outcome(state)
    if outcome is not None and outcome.verdict is Verdict.DISOWNED:
        yield TORN_UP
    elif outcome is not None and outcome.verdict is Verdict.SILENCE:
        yield _silence(rules, outcome.treaty, seat)
    yield from told_left(rules, state, seat)


def _silence(rules: Rules, treaty: Package | None, seat: int) -> str:
    """Return what a silent court left of the gains on paper."""
    ours, his = persons(rules, seat)
    word = rules.table.words.court
    referred = treaty is not None and any(treaty[i] == o for i, o in rules.table.lapses)
    share = part(court.LAPSED_SHARE if referred else court.SILENCE_SHARE)
    why = f", since it was to be referred to both {word}s" if referred else ""
    return (
        f"The {word} was silent: it neither owned the paper nor tore it up. {capital(ours.named)} "
        f"{ours.verb('keeps', 'keep')} {share} of what it gives {ours.him} above {ours.his} "
        f"walk-away{why}; {his.named} {his.verb('keeps', 'keep')} what it gives {his.him}, less "
        f"{points(-court.RANK_IN_DOUBT)} for the reprimand."
    )

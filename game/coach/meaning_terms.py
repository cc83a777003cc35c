"""What the words of a course on negotiation mean at this table.

What the word is comes first; then what it comes to now, in numbers where they are told.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.better import best_for, bound
from game.coach.invented import spoken
from game.coach.meaning_asked import Asking, fifth
from game.coach.own_need import need_in, own_need
from game.coach.own_worth import BEST, GAINS
from game.coach.persons import each_his, persons
from game.coach.words_for import counted, points, sentence
from game.negotiation import Package, concession, value
from game.rules import mind, terms
from game.state import HOST, Man

REACH = ((8500, "nearly all"), (6500, "most"), (0, "some"))
"""How much of what one came for a paper of so many hundredths of one's points holds."""


def of_batna(asking: Asking) -> Iterator[str]:
    """Yield what a BATNA is, what it is for who asks, and what it comes to."""
    yield (
        "BATNA: your best alternative to a negotiated agreement, which is the best you can do if "
        "no paper is signed; here it is called your walk-away."
    )
    table = asking.rules.scenario.table
    own = table.without_paper.get(asking.rules.table.seats[asking.seat])
    if own is not None:
        yield f"Yours is this: {own[:1].lower()}{own[1:]}"
    man = _own(asking)
    if not asking.tells_points or man is None:
        told = "; ".join(_unprefixed(said) for said in (*(said for _, said in GAINS), BEST))
        yield (
            "A paper is worth signing only if it is better for you than that, however it looks "
            "beside what you hoped for; a draft says of itself whether it is, and how much. Its "
            f"words, from the least to the most: {told}."
        )
        return
    other = 1 - asking.seat
    yield (
        f"It leaves you {_walk(asking, asking.seat)} now. An ordinary "
        f"{asking.other.man} in {asking.other.named_his} chair would be left with about "
        f"{_walk(asking, other)}."
    )


def _unprefixed(said: str) -> str:
    return said.removeprefix("By your own reckoning ").removesuffix(".")


def of_reservation(asking: Asking) -> Iterator[str]:
    """Yield what a reservation value is, and what more the host asks for."""
    yield (
        "Reservation value: the least that a paper must be worth to you; below it none is better, "
        "so here it is your walk-away."
    )
    besides = (
        f"{asking.host.named} {asking.rules.table.words.consent.does} only for {asking.host.his} "
        f"own and what {asking.host.he} "
        "still hopes for besides"
        if asking.is_claimant
        else "what you still hope for comes on top of it"
    )
    if asking.tells_points and _own(asking) is not None:
        yield f"For you that is {_walk(asking, asking.seat)} now; {besides}."
    else:
        yield sentence(besides)


def of_zopa(asking: Asking) -> Iterator[str]:
    """Yield what the ZOPA is, why it matters, and how far it would reach beside an ordinary man."""
    his = each_his(persons(asking.rules, asking.seat))
    yield (
        f"ZOPA, the zone of possible agreement: the papers that are worth each {his} walk-away or "
        "more, and that hold what each must bring home."
    )
    yield (
        "Where there is such a zone, any paper in it is better for both than none, and the talks "
        "are about where in it you end. Where there is none, a walk-away has to move, or clauses "
        "have to be found that cost the one little and are worth much to the other."
    )
    man, other, common_one = _own(asking), 1 - asking.seat, f"an ordinary {asking.other.man}"
    if man is None:
        return
    common = asking.rules.table.utilities[other]
    most, _ = best_for(bound(man), common, asking.rules.walk(other, asking.state))
    least = asking.rules.walk(asking.seat, asking.state)
    if most < least:
        yield f"With {common_one} in the other chair there would be none now."
    elif asking.tells_points:
        yield (
            f"With {common_one} in the other chair, who needs nothing, it would reach for you from "
            f"{points(least)} to {points(most)}; this one may be another, and needs one thing."
        )
    else:
        much = next(word for worth, word in REACH if most >= worth)
        yield (
            f"With {common_one} in the other chair, who needs nothing, there would be one now: "
            f"from papers hardly better than none to one with {much} of what you came for; this "
            "one may be another, and needs one thing."
        )


def of_leverage(asking: Asking) -> Iterator[str]:
    """Yield what leverage is, how much of it there is, whence, and what it does not do."""
    host, state = asking.host, asking.state
    consent = asking.rules.table.words.consent
    if not asking.rules.table.knows_pressure:
        yield from _leverage_of_none(asking)
        return
    yield (
        f"Leverage: how much worse {host.named_his} walk-away can be made by what there is to "
        "fear; here it is danger, from acts of pressure and from all else that is there or comes."
    )
    danger = mind.danger(state)
    shown = danger - mind.danger(state._replace(shown=0))
    if asking.tells_points:
        supposed = ", as you reckon it" if asking.is_claimant else ""
        yield (
            f"Danger is {points(danger)} of 100 now, {points(shown)} of it from acts of pressure"
            f"{supposed}."
        )
    else:
        source = (
            "and no act of pressure is in it"
            if not shown
            else "most of it from acts of pressure"
            if 2 * shown > danger
            else "less than half of it from acts of pressure"
        )
        yield f"There is {fifth(danger // 100)} to fear now, {source}."
    yield (
        f"It makes no paper better: {host.named} {host.verb(consent.does, consent.will)} for less, "
        "at home both sides read why, and what was wrung out by it is the first thing to be "
        "disowned."
    )


def _leverage_of_none(asking: Asking) -> Iterator[str]:
    """Yield what leverage is where nobody can add to it."""
    host, danger = asking.host, mind.danger(asking.state)
    yield (
        f"Leverage: how much worse {host.named_his} walk-away can be made by what there is to "
        "fear. Nobody at this table can add to that; it is danger, as it stands."
    )
    if asking.tells_points:
        yield f"Danger is {points(danger)} of 100 now."
    else:
        yield f"There is {fifth(danger // 100)} to fear now."
    yield (
        "It makes no paper better, only none worse: what a paper gives each of the two has to come "
        "from its clauses."
    )


def of_value(asking: Asking) -> Iterator[str]:
    """Yield what value is, and what the paper on the table is worth."""
    yield (
        "Value: what a paper is worth to you, clause by clause, in points of a scale of your own; "
        "it is created where each gives what weighs more with the other, and claimed where it "
        "moves."
    )
    man, paper = _own(asking), asking.state.paper
    if man is None or paper is None:
        yield "No paper lies on the table yet."
        return
    worth, walk = value(paper, man.utility), asking.rules.walk(asking.seat, asking.state)
    if asking.tells_points:
        yield (
            f"The paper on the table is worth {points(worth)} to you, and none is worth "
            f"{points(walk)}."
        )
    else:
        better = "more" if worth > walk else "less" if worth < walk else "as much"
        than = "as" if worth == walk else "than"
        yield f"The paper on the table is worth {better} to you {than} none."


def of_concession(asking: Asking) -> Iterator[str]:
    """Yield what a concession is, and what the last one cost and gave."""
    host = asking.host.pronoun
    yield (
        "Concession: what you give up from one paper of yours to the next; here the host answers "
        f"one with {terms.ANSWER} in a hundred of what it gives {host.him}, and in full where "
        f"{host} was asked why."
    )
    man, state = _own(asking), asking.state
    if man is None or state.paper is None or state.previous is None:
        yield "No paper has been followed by another yet."
        return
    yield _last_concession(asking, man, state.previous, state.paper)


def _last_concession(asking: Asking, man: Man, before: Package, after: Package) -> str:
    if asking.is_claimant:
        gave = points(concession(before, after, man.utility))
        if asking.tells_points:
            return f"From your last paper but one to your last you gave up {gave} of your points."
        gave_any = concession(before, after, man.utility) > 0
        return f"Your last paper gave up {'something' if gave_any else 'nothing'}."
    won = points(concession(after, before, man.utility))
    if asking.tells_points:
        return (
            f"{asking.other.His} last paper gave you {won} of your points more than the one before."
        )
    won_any = concession(after, before, man.utility) > 0
    return f"{asking.other.His} last paper gave you {'something' if won_any else 'nothing'} more."


def of_coercion(asking: Asking) -> Iterator[str]:
    """Yield what coercion is, and how often there was any."""
    table, consent = asking.rules.table, asking.rules.table.words.consent
    if not table.knows_pressure:
        yield (
            f"Coercion: {consent.called} got by making it dangerous to refuse. Nobody at this "
            "table can: it has no act of pressure."
        )
        return
    yield (
        f"Coercion: {consent.called} got by making it dangerous to refuse; the {table.words.court} "
        "takes off a paper "
        f"every point by which it lies below what would have been {consent.agreed} without the "
        f"{table.words.guns}."
    )
    acts = asking.state.pressure
    yield (
        f"So far there {'was' if acts == 1 else 'were'} {counted(acts, 'act')} of pressure."
        if acts
        else "So far there was no act of pressure."
    )


def of_expect(asking: Asking) -> Iterator[str]:
    """Yield what a guess is noted for, and how many there are."""
    he, does = asking.other.he, asking.rules.table.words.consent.does
    yield (
        f"Expect: 'expect' and a few words note what you think will come, such as 'expect {he} "
        f"{does} by the sixth sitting'; it decides nothing, and {he} never sees it."
    )
    noted = sum(seat == asking.seat for seat, _ in asking.state.guesses)
    yield (
        f"You have noted {counted(noted, 'guess') if noted == 1 else f'{noted} guesses'}; the end "
        "shows them beside what came, so that you see how well you foresaw."
        if noted
        else "You have noted none; the end shows them beside what came, so that you see how well "
        "you foresaw."
    )


def of_home(asking: Asking) -> Iterator[str]:
    """Yield what who asks must bring home, what it costs to leave it out, and whether it is in."""
    rules, state, seat = asking.rules, asking.state, asking.seat
    yield own_need(rules, seat, state) or "Nothing binds you."
    yield "No rule keeps you from signing without it."
    if state.paper is not None:
        held = need_in(rules, seat, state, state.paper)
        yield f"Of the paper on the table: {held[:1].lower()}{held[1:]}" if held else ""
    if asking.is_claimant:
        host, agreed = asking.host, rules.table.words.consent.agreed
        yield (
            f"{host.He} has one thing, too, and {host.he} {rules.table.words.cannot_do_without} "
            f"it: no paper that lacks it is {agreed}, and until one holds it nothing you give "
            "counts."
        )
        if state.heard_need >= 0:
            yield f"{host.He} has told you: {spoken(rules.table.needs[HOST][state.heard_need])}"


def _own(asking: Asking) -> Man | None:
    return asking.state.men[asking.seat]


def _walk(asking: Asking, seat: int) -> str:
    return points(asking.rules.walk(seat, asking.state))

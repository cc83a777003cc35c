"""What the words of a course on negotiation mean at this table: two sentences each.

The first says what the word is; the second what it comes to now, in numbers where they are told.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.better import best_for, bound
from game.coach.invented import spoken
from game.coach.meaning_asked import Asking, fifth
from game.coach.own_need import need_in, own_need
from game.coach.words_for import counted, points, sentence
from game.negotiation import Package, concession, value
from game.rules import mind, terms
from game.state import HOST, Man


def of_batna(asking: Asking) -> Iterator[str]:
    """Yield what a BATNA is, and what it comes to for who asks."""
    yield "BATNA: the best you can do if no paper is signed; here it is called your walk-away."
    man = _own(asking)
    if not asking.tells_points or man is None:
        yield "A draft says of itself whether it is better for you than that."
        return
    other = 1 - asking.seat
    yield (
        f"Yours leaves you {_walk(asking, asking.seat)} now; that of a common man in "
        f"{asking.whose(other)} chair would leave him about {_walk(asking, other)}."
    )


def of_reservation(asking: Asking) -> Iterator[str]:
    """Yield what a reservation value is, and what more the host asks for."""
    yield (
        "Reservation value: the least that a paper must be worth to you; below it none is better, "
        "so here it is your walk-away."
    )
    besides = (
        f"{asking.name(HOST)} signs only for his own and what he still hopes for besides"
        if asking.is_claimant
        else "what you still hope for comes on top of it"
    )
    if asking.tells_points and _own(asking) is not None:
        yield f"For you that is {_walk(asking, asking.seat)} now; {besides}."
    else:
        yield sentence(besides)


def of_zopa(asking: Asking) -> Iterator[str]:
    """Yield what the ZOPA is, and how far it would reach beside a common man."""
    yield (
        "ZOPA, the zone of possible agreement: the papers that are worth each his walk-away or "
        "more, and that hold what each must bring home."
    )
    man, other = _own(asking), 1 - asking.seat
    if man is None:
        return
    common = asking.rules.table.utilities[other]
    most, _ = best_for(bound(man), common, asking.rules.walk(other, asking.state))
    least = asking.rules.walk(asking.seat, asking.state)
    if most < least:
        yield "With a common man in the other chair there would be none now."
    elif asking.tells_points:
        yield (
            f"With a common man in the other chair, who needs nothing, it would reach for you from "
            f"{points(least)} to {points(most)}; this one may be another, and needs one thing."
        )
    else:
        yield (
            "With a common man in the other chair there would be one now; this one may be another, "
            "and needs one thing."
        )


def of_leverage(asking: Asking) -> Iterator[str]:
    """Yield what leverage is, and how much of it there is."""
    yield (
        f"Leverage: how much worse {asking.whose(HOST)} walk-away can be made by what there is to "
        "fear; here it is danger, from pressure and from what stood there anyway."
    )
    danger = mind.danger(asking.state)
    if asking.tells_points:
        shown = danger - mind.danger(asking.state._replace(shown=0))
        supposed = ", as you reckon it" if asking.is_claimant else ""
        yield f"Danger is {points(danger)} of 100 now, {points(shown)} of it pressure{supposed}."
    else:
        yield f"There is {fifth(danger // 100)} to fear now."


def of_value(asking: Asking) -> Iterator[str]:
    """Yield what value is, and what the paper on the table is worth."""
    yield (
        "Value: what a paper is worth to you, clause by clause, in points of a scale of your own; "
        "it is created where each gives what weighs less with him, and claimed where it moves."
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
    yield (
        "Concession: what you give up from one paper of yours to the next; here the host answers "
        f"one with {terms.ANSWER} in a hundred of what it gives him, and in full where he was "
        "asked why."
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
        return f"His last paper gave you {won} of your points more than the one before."
    won_any = concession(after, before, man.utility) > 0
    return f"His last paper gave you {'something' if won_any else 'nothing'} more."


def of_coercion(asking: Asking) -> Iterator[str]:
    """Yield what coercion is, and how often there was any."""
    yield (
        "Coercion: a signature got by making it dangerous to refuse; the court takes off a paper "
        "every point by which it lies below what would have been signed without the guns."
    )
    acts = asking.state.pressure
    yield (
        f"So far there {'was' if acts == 1 else 'were'} {counted(acts, 'act')} of pressure."
        if acts
        else "So far there was no act of pressure."
    )


def of_expect(asking: Asking) -> Iterator[str]:
    """Yield what a guess is noted for, and how many there are."""
    yield (
        "Expect: 'expect' and a few words note what you think will come, such as 'expect he signs "
        "by the sixth sitting'; it decides nothing, and he never sees it."
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
        yield (
            "He has one thing, too, and he cannot go home without it: no paper that lacks it is "
            "signed, and until one holds it nothing you give counts."
        )
        if state.heard_need >= 0:
            yield f"He has told you: {spoken(rules.table.needs[HOST][state.heard_need])}"


def _own(asking: Asking) -> Man | None:
    return asking.state.men[asking.seat]


def _walk(asking: Asking, seat: int) -> str:
    return points(asking.rules.walk(seat, asking.state))

"""What the moves that stand alone mean, and what they cost."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.meaning_asked import Asking
from game.coach.persons import capital
from game.coach.words_for import counted, points, whole
from game.rules import court, terms
from game.rules.table import Table


def of_accept(asking: Asking) -> Iterator[str]:
    """Yield what it is to take the other's paper as it is."""
    consent = asking.rules.table.words.consent
    if asking.is_claimant:
        yield (
            f"Accept: you lay {asking.host.his} word down unchanged, with no act beside it. "
            f"{asking.host.He} {consent.does} {consent.it}"
            f"{_or_first_consults(asking)}{_undone(asking)}."
        )
        yield "It is your paper then: what it is worth to you is what you go home with."
        return
    yield (
        "Accept: you sign the paper as it lies on the table. That ends the talks; what your "
        f"{asking.rules.table.words.court} makes of it comes after."
    )
    yield (
        f"Owned, it keeps you your post ({points(court.RANK_KEPT)} more); silence costs "
        f"{points(-court.RANK_IN_DOUBT)}, and a paper torn up {points(-court.RANK_LOST)}."
    )


def _or_first_consults(asking: Asking) -> str:
    table, his = asking.rules.table, asking.host.his
    return f", or first consults {his} {table.words.officers} on a cession" * table.knows_cession


def _undone(asking: Asking) -> str:
    undone = f"; pressure in between would undo {asking.host.his} word"
    return undone * asking.rules.table.knows_pressure


def of_disowning(asking: Asking) -> Iterator[str]:
    """Yield what it is to sign and beg the throne to disown it."""
    host, words = asking.host, asking.rules.table.words
    learns = "you learn" if asking.is_claimant else f"the {asking.other.man} opposite learns"
    yield (
        f"Sign to disown: the paper is signed, and by the same {words.courier} {host.he} "
        f"{host.verb('begs', 'beg')} {words.throne} to disown it. The {words.court} then reads "
        "it as if "
        f"{points(court.DISOWNING)} points of it had been forced from {host.him}; {learns} of it "
        "when the archives are open."
    )
    yield (
        f"Torn up, the paper leaves {left_as_it_was(asking.rules.table)}, and costs {host.him} a "
        f"reprimand, {points(-court.RANK_IN_DOUBT)} points, where a paper that is torn up "
        f"against {host.his} will costs {points(-court.RANK_LOST)} points. If the "
        f"{words.court} owns it all the same, it stands as signed."
    )


def left_as_it_was(table: Table) -> str:
    """Return what a paper that is torn up leaves as it was."""
    return "the land where it was" if table.knows_cession else "everything as it was"


def of_consulting(asking: Asking) -> Iterator[str]:
    """Yield what it is to consult the officers; nothing where no land can pass."""
    host, table = asking.host, asking.rules.table
    if not table.knows_cession:
        return
    yield (
        f"Consult: {host.he} {host.verb('takes', 'take')} the paper to the "
        f"{table.words.officers} who will answer for a cession with {host.him}. It waits a sitting "
        f"and becomes {host.his} word: "
        f"laid down unchanged, it is {table.words.consent.agreed}, or the talks are broken off. "
        "Once is enough."
    )


def of_refusing(asking: Asking) -> Iterator[str]:
    """Yield what it is to refuse."""
    yield (
        f"Refuse: not today. {capital(asking.host.his)} own word, if one stood, is withdrawn; the "
        "paper stays on the table. A paper that would be ruin costs patience and face to refuse; a "
        "last word that is refused is called."
    )


def of_listening(asking: Asking) -> Iterator[str]:
    """Yield what it is to listen."""
    host = asking.host
    yield (
        f"Listen: while no paper lies on the table, {host.he} {host.verb('says', 'say')} nothing "
        "and the sitting passes."
    )


def of_illness(asking: Asking) -> Iterator[str]:
    """Yield what it is to fall ill."""
    host, signs = asking.host, asking.rules.table.words.consent.will
    yield (
        f"Fall ill: the sitting passes without an answer; each costs {host.him} a point in the "
        f"end. With face below {terms.ILL} {host.he} cannot be seen to {signs}."
    )


def of_leaving(asking: Asking) -> Iterator[str]:
    """Yield what it is to end the talks without a paper."""
    if asking.is_claimant:
        yield (
            "Go home: the talks end without a paper, and you keep your walk-away, less what alarms "
            f"them {asking.rules.table.words.at_home} beyond what they bear."
        )
        return
    yield (
        "Break off: the talks end without a paper, and you keep your walk-away, less "
        f"{points(court.BROKE_OFF)} points for the breach that you have to answer for."
    )


def of_staying(asking: Asking) -> Iterator[str]:
    """Yield what it is to stay after a last word was called."""
    yield (
        "Stay: after a last word that was called the talks go on, and everybody knows that it was "
        f"not the last. It had cost {terms.CALLED_CREDIBILITY} of credit; if no paper comes of the "
        f"talks, it costs the claimant {counted(whole(court.DIMINISHED), 'point')} besides."
    )

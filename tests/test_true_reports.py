"""The reports, the witness, the court and the epilogue claim nothing that did not happen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from game.coach.aftermath import epilogue, letters, ratification, witness
from game.coach.foreseen import foreseen
from game.coach.leaves import after_the_talks
from game.coach.standing import looks
from game.coach.workshop.playing import fitting, play_once, seated
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT, HOST, Ended, State

RULES = Rules(read_scenario("aigun-six-days"))
GAMES = 40


class Play(NamedTuple):
    """A finished play, and what may be asked of it."""

    state: State

    def chose(self, *choices: str) -> bool:
        """Return whether one of these choices was made; a scene alone stands for any of its own."""
        notes = self.state.notes
        made = {note for note in notes if note.partition(".")[0] in RULES.scenes.by_id}
        return any(c in made or any(n.startswith(f"{c}.") for n in made) for c in choices)

    def settled(self, issue: str, *options: str) -> bool:
        """Return whether a paper was signed that says one of these of an issue."""
        treaty, at = self.state.treaty, RULES.table.issue(issue)
        return treaty is not None and RULES.table.options[at][treaty[at]] in options

    def did(self, *acts: str) -> bool:
        """Return whether one of these acts of the table was done."""
        return any(self.state.used[RULES.table.by_id[act].index] for act in acts)


Happened = Callable[[Play], bool]


def chose(*choices: str) -> Happened:
    return lambda play: play.chose(*choices)


def signed(play: Play) -> bool:
    return play.state.treaty is not None


CLAIMS: dict[str, Happened] = {
    # The despatch.
    "he let me see at the beginning": chose("the-orders.show-the-slip"),
    "little show of our small force": lambda play: (
        not (
            play.did("display", "ultimatum")
            or play.chose("night-river.lights-and-powder", "night-river.lanterns-only")
            or play.chose("the-barge.go", "lights-at-night.count-the-lights")
        )
    ),
    "Being unwell, I let": chose("five-points.by-deputies"),
    "I folded our map": chose("the-maps.ask-his-line"),
    "I considered it wiser to say so": chose("red-line.say-it-is-guessed"),
    "officers of both empires should walk it": chose("red-line.walk-it-together"),
    "should walk it first.": lambda play: not play.settled("ussuri", "qing", "russian"),
    "leaves it to them unwalked": lambda play: play.settled("ussuri", "qing"),
    "gives it to us unwalked": lambda play: play.settled("ussuri", "russian"),
    "their secretary came to me in despair": chose("weeping-envoy"),
    "I yielded the clause": lambda play: (
        play.chose("weeping-envoy.way-back") and not play.settled("ussuri", "russian")
    ),
    "I mean it to be kept": lambda play: not play.settled("villages", "removed", "subjects"),
    "I gave him a note": chose("weeping-envoy.a-paper-for-him"),
    "asked me to strike the word boundary": chose("boundary-word"),
    "I struck it.": lambda play: (
        play.chose("boundary-word.strike-it") and not play.settled("ussuri", "russian")
    ),
    "I let the word stand": lambda play: (
        play.chose("boundary-word.keep-the-word") and not play.settled("ussuri", "qing", "silent")
    ),
    "At the head of the draft stood glory": chose("glory-friendship"),
    "They wished for friendship, and have it": lambda play: (
        play.chose("glory-friendship.give-friendship", "glory-friendship.sell-it")
        and play.settled("preamble", "friendship")
    ),
    "and have the word": lambda play: (
        play.chose("glory-friendship.keep-glory") and play.settled("preamble", "glory")
    ),
    "At the instance of His Grace": chose("innokenty.promise-him", "innokenty.into-the-draft"),
    "at their own table": chose("left-bank-village.promise-their-officers"),
    "A Daur headman came aboard": chose("daur-headman.ask-for-a-belt"),
    "my patience was at an end": chose("rage-and-ride.ride"),
    "the star of St Alexander": chose("rage-and-ride.ride"),
    "an officer was sent after me": lambda play: (
        play.chose("officer-asks") and not play.chose("the-shout.wait-it-out")
    ),
    "A firm tone": lambda play: play.did("display", "ultimatum"),
    "was needed and sufficed": signed,
    "While I was with the general, word came": chose("fleet-news"),
    "I made of it the use": chose("fleet-news.offer-help", "fleet-news.press-it"),
    "to leave him alone with it": chose("fleet-news.leave-him"),
    "He handed me the report": lambda play: (
        play.chose("fleet-reaches-you.tell-him-straight") and not play.chose("fleet-news")
    ),
    "as near as the Peiho": lambda play: play.state.news,
    "enclose the paper made at Aigun": signed,
    "were broken off by General": lambda play: play.state.ended is Ended.BROKEN_OFF,
    "have led to no paper": lambda play: not signed(play),
    "until the Russian and the Manchu agreed": lambda play: (
        signed(play) and play.chose("fair-copies.write-it-again")
    ),
    "he and their secretary settled": lambda play: (
        signed(play) and play.chose("fair-copies.let-them-settle-it")
    ),
    "when I was not so in one": lambda play: (
        play.did("display", "ultimatum") or play.chose("rage-and-ride.ride")
    ),
    "two men would have shouted": lambda play: (
        not (play.did("display", "ultimatum") or play.chose("rage-and-ride.ride"))
    ),
    "I told my staff": chose("hungry-men.say-the-number"),
    "Your letter of the winter": chose("petersburg-letter"),
    "I have been guided by it": chose("petersburg-letter.obey-it"),
    "and lies with the maps": chose("petersburg-letter.mislay-it"),
    "a joint guard at the mouth in it": lambda play: play.settled("defence", "guard"),
    "rifles and guns are to follow": lambda play: play.settled("defence", "arms"),
    "protection against foreigners expressly named": lambda play: play.settled("defence", "words"),
    "We signed in a tent": lambda play: signed(play) and play.chose("how-to-sign.a-tent"),
    "I went to him for the signature": lambda play: (
        signed(play) and play.chose("how-to-sign.his-house")
    ),
    "came down to my barge and signed": lambda play: (
        signed(play)
        and play.chose("how-to-sign.the-barge")
        and not play.chose("the-barge.ask-him-ashore")
    ),
    # The memorial.
    "what he has put his name to": signed,
    "begs that the throne disown it": lambda play: signed(play) and play.state.disowned,
    "so that they may be refused": lambda play: signed(play) and play.state.disowned,
    "that the sacred glance may fall": lambda play: signed(play) and not play.state.disowned,
    "he has risen from the table": lambda play: play.state.ended is Ended.BROKEN_OFF,
    "the English are now off the Peiho": lambda play: play.state.news,
    "nothing is said any more of glory": lambda play: (
        play.chose("glory-friendship") and play.settled("preamble", "friendship")
    ),
    "stands friendship": lambda play: play.settled("preamble", "friendship"),
    "stands the grace of the throne": lambda play: play.settled("preamble", "grace"),
    "seated one step below": chose("by-rank.a-step-below"),
    "who declined to speak to it": chose("unseen-map.will-not-look"),
    "nearer to the sky": chose("the-barge.ask-him-ashore"),
    "how narrow his powers are": chose("the-orders.show-the-slip"),
    "That this was not reported sooner": chose("relay-to-beijing.write-nothing"),
    "the earlier report spoke only": chose("relay-to-beijing.write-half"),
    "fell suddenly into a great rage": chose("rage-and-ride.ride"),
    "he threatened, with his armed boats": lambda play: play.did("display", "ultimatum"),
    "guns and cannon without pause": chose(
        "lights-at-night.write-that-they-fired", "night-river.lights-and-powder"
    ),
    "no sound with them": chose("night-river.lanterns-only"),
    "went by night in a small boat": chose("lights-at-night.count-the-lights"),
    "The elders of the villages": chose("zeya-elders"),
    "with them at the gate": lambda play: signed(play) and play.chose("zeya-elders"),
    "wrote to the general of Jilin": chose("jilin-silent"),
    "read himself before it was returned": chose("secretary-kneels.say-it-was-yours"),
    "did not perceive that it named the Ussuri": lambda play: (
        play.chose("secretary-kneels.have-it-noted")
        and not play.settled("ussuri", "qing", "silent")
    ),
    "in what was signed it does not stand so": lambda play: (
        play.chose("secretary-kneels.have-it-noted") and play.settled("ussuri", "qing", "silent")
    ),
    "The word boundary stood there, and was struck out": chose("boundary-word.strike-it"),
    "pleaded until the Ussuri": lambda play: (
        play.chose("secretary-kneels.send-him-to-the-barge")
        and not play.settled("ussuri", "russian")
    ),
    "it did not stay so": lambda play: (
        play.chose("secretary-kneels.send-him-to-the-barge") and play.settled("ussuri", "russian")
    ),
    "told to his face whose land": chose("jilin-silent.own-it-yourself"),
    "answers for his own province": chose("secretary-kneels.say-it-is-jilins"),
    "handed to him across the table": lambda play: (
        play.chose("fleet-reaches-you.tell-him-straight") and not play.chose("fleet-news")
    ),
    "your slave did not hide from him": lambda play: (
        play.chose("fleet-reaches-you.tell-him-straight") and play.chose("fleet-news")
    ),
    "what Russia would say for us": chose("fleet-reaches-you.ask-what-he-would-do"),
    "the relay brought word of the foreign fleet": lambda play: play.state.news,
    "What was written was written in front of them": signed,
    "they were told that they may stay": lambda play: play.settled(
        "left-bank", "amur", "to-zeya", "loan", "mouth"
    ),
    "There is no other reason, and no other culprit": signed,
    # The witness.
    "a clerk who was crying": chose("weeping-envoy", "secretary-kneels.send-him-to-the-barge"),
    "Now it is to belong to both": lambda play: play.settled("ussuri", "common"),
    "Now it is to belong to the chain": lambda play: play.settled("ussuri", "russian"),
    "the general sold the bank": lambda play: play.settled("left-bank", "amur", "to-zeya", "loan"),
    # The epilogue.
    "parted with tea": lambda play: (
        play.state.ended is not Ended.BROKEN_OFF and not play.did("display", "ultimatum")
    ),
    "no sentry has been doubled": lambda play: (
        not (
            play.did("display", "ultimatum")
            or play.chose("night-river.lights-and-powder", "rage-and-ride.ride")
        )
    ),
    "were to stay for ever": lambda play: play.settled("villages", "qing-rule"),
    "Six days, and the talk has run out": lambda play: play.state.sitting == RULES.table.sittings,
}
"""What a text may claim only where it happened; independent of the conditions it stands under."""

NEVER = (
    "I argued",
    "before I had asked for anything",
    "In the evening an officer",
    "did not look at it",
    "What he answered was warm",
    "for a day the Ussuri",
    "spoke of the Uda alone",
    "he called it empty",
    "last formal sitting",
    "He read it himself",
)
"""Claims that no condition of the language can bear out: no text makes them."""


def texts(state: State) -> Iterator[str]:
    """Yield all that a play leaves behind, as both chairs read it."""
    for _, parts in letters(RULES, state):
        yield from parts
    for faction in ratification(RULES, state).factions:
        yield faction.voice
    for seat in (CLAIMANT, HOST):
        third = witness(RULES, state, seat)
        if third is not None:
            yield third.text
        for piece in epilogue(RULES, state, seat):
            yield piece.ending.text
            yield piece.ending.toll


def finished() -> Iterator[State]:
    """Yield plays of every persona in the chair it is made for, and by lot on the way."""
    claimants = fitting(CLAIMANT)
    for game in range(GAMES):
        ours = claimants[game % len(claimants)]
        host = "official" if game % 3 else "random"
        yield play_once(RULES, seated(RULES, ours, host, CLAIMANT, str(game)), str(game)).final


@pytest.fixture(scope="module")
def told() -> list[tuple[Play, list[str]]]:
    return [(Play(state), list(texts(state))) for state in finished()]


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_is_claimed_has_happened(claim: str, told: list[tuple[Play, list[str]]]) -> None:
    for play, written in told:
        if any(claim in text for text in written):
            assert CLAIMS[claim](play), sorted(play.state.notes)


def test_the_plays_are_many_and_claim_much(told: list[tuple[Play, list[str]]]) -> None:
    met = {claim for claim in CLAIMS for _, written in told for t in written if claim in t}
    assert len(told) == GAMES
    assert len(met) > len(CLAIMS) * 2 // 3, sorted(set(CLAIMS) - met)


def test_every_claim_stands_in_some_text() -> None:
    dossiers = RULES.scenario.dossiers
    assert dossiers is not None
    letter_texts = [
        p.text for letter in (dossiers.despatch, dossiers.memorial) for p in letter.parts
    ]
    witness_texts = [w.text for w in dossiers.witness]
    ending_texts = [f"{e.text} {e.toll}" for e in RULES.scenario.endings.values()]
    authored = "\n".join(letter_texts + witness_texts + ending_texts)
    assert [claim for claim in CLAIMS if claim not in authored] == []
    assert [claim for claim in NEVER if claim in authored] == []


def test_what_both_chairs_are_told_speaks_to_neither() -> None:
    for id, ending in RULES.scenario.endings.items():
        if ending.seat is None:
            said = f"{ending.title} {ending.text} {ending.toll} {ending.compare}"
            assert not re.search(r"\b(you|yours?)\b", said, re.IGNORECASE), id


def test_a_memorial_says_that_its_writer_begged(told: list[tuple[Play, list[str]]]) -> None:
    for state in (play.state for play, _ in told if signed(play)):
        for begged in (True, False):
            _, (_, memorial) = letters(RULES, state._replace(disowned=begged))
            assert ("begs that the throne disown it" in memorial[0]) == begged
            assert ("begs that the throne know nothing of it" in memorial[-1]) == begged


def test_the_archives_speak_to_the_man_in_the_chair(told: list[tuple[Play, list[str]]]) -> None:
    for play, _ in told[:5]:
        *_, own = after_the_talks(RULES, play.state, HOST)
        *_, other = after_the_talks(RULES, play.state, CLAIMANT)
        assert own.paragraphs[0].startswith("You were ")
        assert other.paragraphs[0].startswith("Yishan was ")
        assert any(text.startswith("Your letter from home") for text in other.paragraphs)


def test_the_player_is_told_of_himself_as_you(told: list[tuple[Play, list[str]]]) -> None:
    """In the head, in the log and in the archives of his own chair; the other keeps his name."""
    for play, _ in told:
        for seat, id in enumerate(RULES.table.seats):
            own = RULES.scenario.seats[id].name
            court, *_, archives = after_the_talks(RULES, play.state, seat)
            said = (*court.paragraphs, *archives.paragraphs)
            # What an author wrote stands in quotation marks.
            authored = [*voices(play.state), *needs_and_grounds()]
            for text in said:
                for quoted in authored:
                    text = text.replace(quoted, "")
                assert own.split()[-1] not in text, text
    state = RULES.seen_by(HOST, RULES.opening("7")).state
    assert looks(RULES, HOST, state, "advisers").startswith("Your face: stiff; your trust in him: ")
    assert "Muraviev's credit: some" in looks(RULES, HOST, state, "advisers")
    state = RULES.seen_by(CLAIMANT, RULES.opening("7")).state
    assert "Yishan's face: stiff; Yishan's trust: " in looks(RULES, CLAIMANT, state, "advisers")
    assert "your credit: some" in looks(RULES, CLAIMANT, state, "advisers")


def test_choices_and_the_log_speak_of_the_players_own_as_his() -> None:
    for event in RULES.scenario.events.values():
        chair = RULES.table.seats.index(event.seat)
        own = RULES.scenario.seats[event.seat].name.split()[-1]
        for choice in event.choices.values():
            assert f"{own}'s" not in foreseen(RULES.scenario, event, choice, "points"), chair


def voices(state: State) -> Iterator[str]:
    for faction in ratification(RULES, state).factions:
        yield faction.voice


def needs_and_grounds() -> Iterator[str]:
    for need in (*RULES.table.needs[CLAIMANT], *RULES.table.needs[HOST]):
        yield need.say
    for temper in RULES.table.tempers[HOST]:
        yield temper.sign


def test_a_guard_is_one_thing_in_the_letter_the_advice_and_the_report() -> None:
    """The letter forbids words and bears a guard: nobody calls a guard a word that it forbids."""
    need = next(n for n in RULES.table.needs[CLAIMANT] if n.id == "no-foreign-word")
    guard = RULES.table.option(need.issue, "guard")
    assert guard in need.allows
    assert "guard" in need.say
    perovsky = RULES.scenario.advisers["perovsky"]
    assert any("names no foreigner" in line.say for line in perovsky.lines)
    dossiers = RULES.scenario.dossiers
    assert dossiers is not None
    told = [part.text for part in dossiers.despatch.parts if "joint guard" in part.text]
    assert len(told) == 1
    assert "names no foreigner" in told[0]


def test_an_end_tells_of_the_return_of_the_amur_only_where_the_paper_ceded_the_bank() -> None:
    for id, ending in RULES.scenario.endings.items():
        ceded = ending.when is not None and "offer.left-bank = amur" in ending.when.text
        assert ceded or "return of the Amur" not in ending.text, id

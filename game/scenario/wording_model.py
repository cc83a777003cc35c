"""What a table calls what every table has: the rules are the same, the country is another."""

from __future__ import annotations

from functools import cache

from game.scenario.authored import Authored, Text, Texts, Yes
from game.scenario.pronoun import Pronoun


class Answers(Authored):
    """How the host's answers look that need no words of his, in one way or several each.

    What is left out is told as it would be anywhere.
    """

    signs: Texts = ()
    """He signs; only he himself is told how."""
    refuses: Texts = ()
    """He lets a paper lie for today."""
    listens: Texts = ()
    """No paper lies on the table, and he says nothing."""
    stalls: Texts = ()
    """He lets a sitting go by."""
    pleads: Texts = ()
    """He begs for mercy."""
    dines: Texts = ()
    """He has the other entertained."""
    calls: Texts = ()
    """He does not believe a last word, or will not give way to it."""

    def over(self, others: Answers) -> Answers:
        """Return these answers, and where there are none of a kind, the others'."""
        own = {name: texts for name in Answers.model_fields if (texts := getattr(self, name))}
        return others.model_copy(update=own)


@cache
def of_any_host(he: Pronoun) -> Answers:
    """Return how a host's answers look to the claimant where the author has no words for them."""
    return Answers(
        listens=(
            f"{he.cap} listens. No paper lies on the table.",
            f"{he.cap} waits for a paper.",
            f"{he.cap} nods. There is nothing yet to answer.",
        ),
        refuses=(
            f"Not today, {he} says, and lets the paper lie.",
            f"{he.cap} turns the paper face down. Not today.",
            f"{he.cap} reads it to the end, and does not sign.",
        ),
        stalls=(f"{he.cap} speaks of other things.",),
        pleads=(f"{he.cap} begs you to think of what they will do to {he.him} at home.",),
        dines=(
            f"{he.cap} has food brought, and will not talk across it.",
            f"{he.cap} eats with you, and speaks of nothing that is written.",
        ),
        calls=(
            f"{he.cap} calls it. “Then go,” {he} says, and does not rise.",
            f"{he.cap} calls it: {he} moves the paper to your side of the table, and waits.",
            f"{he.cap} calls it. {he.cap} has your hat brought, and lays it beside the paper.",
            f"{he.cap} calls it, and asks, without hurry, when you mean to set out.",
        ),
    )


@cache
def of_oneself(other: Pronoun) -> Answers:
    """Return how the host himself reads of them, opposite such a claimant."""
    return Answers(
        signs=(
            "You sign, and look at it until it is dry.",
            "You sign. A name is soon written; this one is.",
            f"You sign it, and hand {other.him} the pen.",
        ),
        refuses=(
            "You refuse the paper: you read it to the end, and do not sign.",
            "You refuse the paper. No, you say, and not much more.",
            "You refuse the paper: you square its edges, and leave it lying.",
        ),
        listens=(
            "You listen, and say nothing.",
            f"You listen, and let {other.him} begin.",
            "You listen, and say neither yes nor no.",
        ),
        stalls=("You speak of other things, and at length.",),
        pleads=(f"You beg {other.him} to think of what they will do to you at home.",),
        dines=(
            "You have food brought, and will not talk across it.",
            f"You eat with {other.him}, and speak of nothing that is written.",
        ),
        calls=(
            "You call it. “Then go,” you say, and do not rise.",
            f"You call it: you move the paper to {other.his} side of the table, and wait.",
            f"You call it. You ask, without hurry, when {other} means to set out.",
        ),
    )


class Became(Authored):
    """What those who must accept the paper did with it, in a sentence each.

    What is left out is told as it would be anywhere. Each is read by either chair.
    """

    ratified: Text = ""
    """They own it."""
    silence: Text = ""
    """They neither own it nor refuse it."""
    disowned: Text = ""
    """They refuse it, and whoever signed it for them answers for that."""


class Consent(Authored):
    """What the host does who takes a paper, in the forms of its verb, as of any who signs.

    Where nothing is signed, as a leave is given, the author says what he does instead.
    """

    will: Text = "sign"
    """As in: he will sign."""
    does: Text = "signs"
    """As in: he signs."""
    did: Text = "signed"
    """As in: he signed."""
    done: Text = "signed"
    """As in: he would not have signed."""
    it: Text = "it"
    """What stands behind the verb and means the paper."""
    agreed: Text = "signed"
    """What a paper is that was taken."""
    called: Text = "a signature"
    """What the other hopes for from him."""


class Wording(Authored):
    """Nouns for the engine's sentences, and the host's manner; no play depends on any of it."""

    court: Text = "court"
    """Those who must accept the paper, in a word: the court of the host's side."""
    throne: Text = "the court"
    """Before whom the host answers for a paper and to whom he writes, with its article."""
    memorial: Text = "report"
    """What he writes there."""
    officers: Text = "advisers"
    """Whom he consults on a cession; a plural."""
    courier: Text = "messenger"
    """Who brings the news."""
    guns: Text = "threats"
    """What the claimant's pressure is made of; a plural."""
    land: Text = "the substance"
    """What the ratifiers see in the column `land`, with its article."""
    rite: Text = "the form"
    """What they see in the column `rite`, with its article."""
    rank: Text = "post"
    """What a host loses whose paper is torn up."""
    asks: Text = ""
    """Who asks something of the claimant; left out, it is home, and his letter from there."""
    at_home: Text = "at home"
    """Where his own side is alarmed, as in: at home nobody would be alarmed by it."""
    host_is_home: Yes = False
    """The host sits in his own house: he will not sign without the one thing that he needs, where
    another could not go home without it."""
    consent: Consent = Consent()
    """What the host does who takes a paper."""
    became: Became = Became()
    """What became of the paper there."""
    leaves: Text = "Go home without a paper"
    """What ending the talks without a paper is called where the claimant chooses it."""
    departs: Text = "You gather your papers."
    """The claimant goes home without a paper, as he himself reads of it."""
    seen_departing: Text | None = None
    """The same as the host sees it."""
    seen: Answers = Answers()
    """The host's answers as the claimant sees them."""
    own: Answers = Answers()
    """The same as the host reads of himself."""

    @property
    def cannot_do_without(self) -> str:
        """What stands between the host and what he needs."""
        here = f"will not {self.consent.will} without"
        return here if self.host_is_home else "cannot go home without"

    @property
    def could_not_do_without(self) -> str:
        """The same once the talks are over."""
        here = f"would not {self.consent.will} without"
        return here if self.host_is_home else "could not go home without"

    def departing(self, claimant: Pronoun) -> str:
        """Return how the host sees the claimant go home."""
        return self.seen_departing or f"{claimant.cap} gathers {claimant.his} papers."

    def shown(self, host: Pronoun) -> Answers:
        """Return how each of the host's answers looks to the claimant."""
        return self.seen.over(of_any_host(host))

    def own_shown(self, claimant: Pronoun) -> Answers:
        """Return how the host himself reads of each."""
        return self.own.over(of_oneself(claimant))

"""What a table calls what every table has: the rules are the same, the country is another."""

from __future__ import annotations

from game.scenario.authored import Authored, Text, Texts


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

    def over(self, others: Answers) -> Answers:
        """Return these answers, and where there are none of a kind, the others'."""
        own = {name: texts for name in Answers.model_fields if (texts := getattr(self, name))}
        return others.model_copy(update=own)


OF_ANY_HOST = Answers(
    listens=(
        "He listens. No paper lies on the table.",
        "He waits for a paper.",
        "He nods. There is nothing yet to answer.",
    ),
    refuses=(
        "Not today, he says, and lets the paper lie.",
        "He turns the paper face down. Not today.",
        "He reads it to the end, and does not sign.",
    ),
    stalls=("He speaks of other things.",),
    pleads=("He begs you to think of what they will do to him at home.",),
    dines=("He has food brought, and will not talk across it.",),
)
"""How they look to the claimant."""
OF_ONESELF = Answers(
    signs=(
        "You sign, and look at it until it is dry.",
        "You sign. A name is soon written; this one is.",
        "You sign it, and hand him the pen.",
    ),
    refuses=(
        "You refuse the paper: you read it to the end, and do not sign.",
        "You refuse the paper. No, you say, and not much more.",
        "You refuse the paper: you square its edges, and leave it lying.",
    ),
    listens=(
        "You listen, and say nothing.",
        "You listen, and let him begin.",
        "You listen, and say neither yes nor no.",
    ),
    stalls=("You speak of other things, and at length.",),
    pleads=("You beg him to think of what they will do to you at home.",),
    dines=("You have food brought, and will not talk across it.",),
)
"""How the host himself reads of them."""


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
    departs: Text = "You gather your papers."
    """The claimant goes home without a paper, as he himself reads of it."""
    seen_departing: Text = "He gathers his papers."
    """The same as the host sees it."""
    seen: Answers = Answers()
    """The host's answers as the claimant sees them."""
    own: Answers = Answers()
    """The same as the host reads of himself."""

    @property
    def shown(self) -> Answers:
        """How each of his answers looks to the claimant."""
        return self.seen.over(OF_ANY_HOST)

    @property
    def own_shown(self) -> Answers:
        """How the host himself reads of each."""
        return self.own.over(OF_ONESELF)

"""The numbers of the table's rules that no scenario changes, each with its reason.

Values are in hundredths of a point unless a name says otherwise. Design numbers; where one was
found by play or by search, the codex page on the numbers tells how.
"""

CLOCK = 100
"""A sitting in which something moved wears his hope by one point: he is tired, not persuaded."""
ANSWER = 50
"""Per cent of a concession that he answers with; in full where you had asked him why."""
MOST_A_SITTING = 600
"""Anything more is lost: he takes in no more at once."""
NOTICED = 100
"""A paper that is better by less than this is the same paper to him."""
RUIN = 1400
"""A paper this far below his walk-away is ruin, not a bid: it sets no ladder."""
GAVE_PATIENCE = 3
"""Patience that he finds again where something was given that counts."""
TOOK_BACK_PATIENCE, TOOK_BACK_TRUST = 8, 5
"""What it costs to take back what had been given."""
SAME_PAPER = 8
"""Patience that it costs to lay the same paper down again with nothing said for it."""
RUIN_PATIENCE, RUIN_FACE = 6, 3
"""What it costs to have laid ruin before him: his patience, and the face to be seen reading it."""
ARGUMENT = 150
OWN_GROUND = 4
"""The ground he can use before the throne counts this many times."""
TALKED_UNMET = 400
"""He is talked no further than he was met, and this much: words without gifts are words."""
GROUNDS_HEARD = 2
"""A man with four reasons has none."""
SAME_REASON = 4
"""Patience that a reason costs which he has heard already."""
SENTENCE = 200
"""A sentence of his memorial: he sees how he will defend the paper."""
SENTENCES = 2
STIFFENS = 400
"""What the third and every later act of pressure adds to his hope."""
ACTS_ENDURED = 2
AGAIN = 60
"""Per cent of the last effect that a repeated act still has."""
FORCE = 75
"""Points of force, all of it believed, with which a menace is what its act says; and those of a
claimant whose scenario has no such track."""
SOURED_WITHIN = 2
"""Sittings for which a courtesy is remembered when guns follow it."""
SOURED_TRUST = 4
"""Points that such a courtesy costs: so that was what it was for."""
STIFFENS_FACE = 4
"""Points of face that the third and every later act of pressure takes besides."""
LAST_WORD = 2
"""Sittings for which an ultimatum is open; with all of them left it is yet to be answered."""
WAGER = 1400
"""An ultimatum is believed only as near as a bid must be: nearer than ruin."""
BELIEVED = 60
"""Credibility that an ultimatum needs."""
CALLED_HOPE = 600
CALLED_CREDIBILITY = 25
CALLED_CAUTION = 4
LAPSED_CREDIBILITY = 15
"""A last word that was not the last costs the man who gave it."""
WARNED_CREDIBILITY = 10
"""A man who said beforehand what the courier then proves is believed more."""
OPEN = 50
"""Trust at which a man says the one thing; and the ground he could use."""
PLAIN = 45
"""Trust at which he says truly how much an issue weighs, and writes his memorial with you."""
FALSE = 35
"""Trust below which what he says may be false."""
ILL = 20
"""Face below which he cannot be seen to sign."""
DREAD = 8000
"""Danger at which he signs a cession without consulting his officers."""
EVEN_FACE = 50
"""Face at which a paper is worth to the host what its clauses are."""
FACE_ADDS = 20
"""What each point of face above that adds to any paper for him, and below it takes."""
FOREIGN_HAND = 10
"""What each point of trust short of `OPEN` takes from a paper that the claimant wrote."""
NEAR, FAR = 400, 1000
"""A supposed text short of what he wants by less than the first leaves him not cold, then cool."""
TIRES = 3
"""Patience that every sitting costs."""
PLEA = 300
STALL = 100
EDITS = 3
"""A counter changes no more terms of a paper than this."""
TROUBLE = 250
"""Each further term he asks is trouble to him: he prefers one ask to two."""
BEARABLE = 3
"""Points of land and rite together that his court lets him give away in a counter."""
PREMIUM = 300
"""His word asks a little more than he would take."""

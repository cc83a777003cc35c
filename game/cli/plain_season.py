"""One decision of a season in lines of text: where matters stand, and what may be ordered."""

from __future__ import annotations

from game.cli.plain_campaign_story import CampaignStory
from game.cli.plain_input import BACK
from game.cli.plain_line import QUESTION, Asking
from game.cli.plain_refusal import refuse
from game.cli.plain_season_looks import all_of_it, how, in_short, of_scene, of_targets
from game.cli.plain_text import put, put_all, runs, say
from game.cli.plain_unknown import meant_in_seasons
from game.coach.seasons.menu import Choice, Group, chosen, menu
from game.coach.seasons.orders_told import DONE, is_past
from game.coach.seasons.passing import passed_by
from game.coach.seasons.reasons import UNSEEN, one_a_line, several
from game.coach.seasons.scene import SceneSeen, scene_seen
from game.coach.seasons.talks_opened import can_open, why_shut
from game.coach.words_for import listed, sentence
from game.errors import AmurError, IllegalDecisionError
from game.rules import CampaignRules
from game.rules.seasons.orders import ACT, OPEN, STAND
from game.state import Decision, Phase

MENU = "menu"
NO_PART = "there is no part '{name}' of it; there are {known}"
NOWHERE = "There is nothing to go back to here. 'undo' takes back your last decision."
CHOOSE = "Choose by the number of a line."
ONCE_MORE = "Enter it once more: {what}."
LEFT_UNDONE = "“{what}” is left undone"
AFTER_IT = "The scene comes first; what can be ordered is shown after it."
NOT_HERE = "that cannot be decided here and now"
SCENE_FIRST = "the scene waits for your choice first"


class SeasonTurns:
    """Takes one decision after the other from whoever decides in the seasons."""

    def __init__(self, lines: Asking, story: CampaignStory, rules: CampaignRules) -> None:
        self.lines = lines
        self.story = story
        self.session = lines.session
        self.rules = rules
        self.mode = self.session.record.heading.mode
        self.shows_all = False
        """The next menu is shown in full."""
        self.explains = True
        """The next menu says how one orders."""

    def show_all(self) -> None:
        """Show everything that can be ordered with the next menu; a scene comes before it."""
        self.shows_all = True
        if self.session.in_season and self.session.state.phase == Phase.SCENE:
            say(AFTER_IT)
            put()

    def take(self) -> None:
        """Show where matters stand, and take one decision."""
        if self.session.state.phase == Phase.SCENE:
            self._scene()
        else:
            self._season()

    def _scene(self) -> None:
        self.story.announce(self.session.state)
        view, legal = self.session.view(), self.session.legal()
        seen = scene_seen(self.rules, view, legal, self.mode)
        put_all(of_scene(seen))
        while True:
            decision = self._answered(self.lines.line(), seen)
            if decision is not None and self._decided(decision):
                return

    def _answered(self, text: str, seen: SceneSeen) -> Decision | None:
        """Return the choice that a line makes; `None`, with a reason, when it makes none."""
        open_now = [option for option in seen.options if not option.why_not]
        if text.lower() in BACK:
            refuse(NOWHERE)
            return None
        if text.isdecimal():
            if 1 <= int(text) <= len(open_now):
                return open_now[int(text) - 1].decision
            known = runs(str(number + 1) for number in range(len(open_now)))
            refuse(f"there is no {int(text)} here, only {known}")
            return None
        word = text.lower()
        named = next((o for o in seen.options if word in (o.id, f"{seen.id} {o.id}")), None)
        if named is None:
            return self._parsed(text)
        if named.why_not:
            refuse(f"not open: {named.why_not}")
            return None
        return named.decision

    def _season(self) -> None:
        view, legal = self.session.view(), self.session.legal()
        seed = self.session.record.heading.seed
        self.story.announce(view.state)
        groups = menu(self.rules, view, legal, self.mode)
        short = in_short(self.rules, view, groups, seed, self.mode)
        put_all(all_of_it(groups) if self.shows_all else short)
        if self.shows_all or self.explains:
            put(how(groups))
        self.shows_all = self.explains = False
        was_said = False
        while True:
            text = self.lines.line()
            decision = self._ordered(text, groups)
            if decision is None:
                continue
            missed = passed_by(self.rules, view.state, decision)
            if missed and not was_said and text.lower() != self.rules.words.formatted(decision):
                was_said = True
                say(ONCE_MORE.format(what=missed))
            elif self._decided(decision):
                return

    def _ordered(self, text: str, groups: tuple[Group, ...]) -> Decision | None:
        """Return what a line decides; `None`, with a reason, when it decides nothing."""
        if text.lower() in BACK:
            refuse(NOWHERE)
            return None
        key, _, rest = text.partition(" ")
        if key.lower() == MENU:
            self._tell_part(groups, rest.strip())
            return None
        choice = chosen(groups, key) or _by_name(groups, key, rest.strip())
        if choice is not None:
            return self._of_line(choice, rest.strip())
        if key.isdecimal():
            refuse(f"there is no {int(key)} here; 'menu' lists what can be ordered")
            return None
        return self._parsed(text)

    @staticmethod
    def _tell_part(groups: tuple[Group, ...], name: str) -> None:
        """Tell one group of orders in full, by its name."""
        part = [group for group in groups if group.id == name.lower().replace(" ", "-")]
        if part:
            put_all(all_of_it(part))
            put()
        else:
            refuse(NO_PART.format(name=name, known=listed(group.id for group in groups)))

    def _of_line(self, choice: Choice, target: str) -> Decision | None:
        """Return what a line of the menu decides, asked for its target where it has several."""
        if choice.why_not and (not choice.targets or choice.why_not != UNSEEN):
            refuse(*one_a_line(choice.why_not))
            return None
        if not choice.targets:
            return choice.decision
        if target:
            return self._of_target(choice, target)
        put_all(of_targets(choice))
        if choice.why_not:
            put()
            return None
        put(" 0. Back")
        while True:
            text = self.lines.line(QUESTION)
            if text.lower() in BACK:
                refuse(LEFT_UNDONE.format(what=choice.label))
                return None
            if not text.isdecimal() and self._named(choice, text) is None:
                say(f"{LEFT_UNDONE.format(what=choice.label)}: what you typed is read by itself.")
                self.lines.reader.give_back(text)
                return None
            decision = self._of_target(choice, text)
            if decision is not None:
                return decision

    def _of_target(self, choice: Choice, text: str) -> Decision | None:
        found = next((t for t in choice.targets if t.key == text), None) or self._named(
            choice, text
        )
        if found is None:
            known = runs(target.key for target in choice.targets)
            refuse(f"there is no {text} here, only {known}")
        elif found.why_not:
            refuse(*one_a_line(found.why_not))
        else:
            return found.decision
        return None

    @staticmethod
    def _named(choice: Choice, text: str) -> Choice | None:
        word = text.lower()
        return next(
            (t for t in choice.targets if t.decision is not None and word in t.decision.about), None
        )

    def _parsed(self, text: str) -> Decision | None:
        """Return what words decide; `None`, with a reason, when they decide nothing."""
        in_scene = self.session.state.phase == Phase.SCENE
        try:
            decision = self.rules.parsed(text.lower(), self.session.state)
        except AmurError as error:
            said = CHOOSE if in_scene else sentence(str(error))
            meant = meant_in_seasons(text, self.rules)
            refuse(meant or f"{said} 'help' lists what you can say.")
            return None
        if in_scene and decision.verb in (ACT, OPEN, STAND):
            refuse(SCENE_FIRST)
            return None
        if decision.verb == ACT and is_past(
            self.rules.orders.feat_of(decision), self.session.state
        ):
            refuse(f"not now: {DONE}")
            return None
        if decision.verb == OPEN and not can_open(self.rules, self.session.state, decision.name):
            shut = why_shut(self.rules, self.session.state, decision.name)
            refuse(*("not now", *shut) if shut else (NOT_HERE,))
            return None
        return decision

    def _decided(self, decision: Decision) -> bool:
        """Make a decision and tell what came of it; return whether it could be made."""
        before = self.session.state
        try:
            turns = self.session.decide(decision)
        except IllegalDecisionError as error:
            refuse(*several(str(error)))
            return False
        self.story.add(before, turns)
        return True


def _by_name(groups: tuple[Group, ...], name: str, target: str) -> Choice | None:
    """Return the line of an order with several targets, named alone or with a target's number."""
    if target and not target.isdecimal():
        return None
    return next(
        (
            choice
            for group in groups
            for choice in group.choices
            for each in choice.targets[:1]
            if each.decision is not None and each.decision.name == name.lower()
        ),
        None,
    )

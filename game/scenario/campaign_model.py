"""A campaign as its author wrote it: seasons, and several tables between them."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.action_model import Action
from game.scenario.authored import ById
from game.scenario.ending_model import Dossiers
from game.scenario.model import AnyScenario, Scenario, Track
from game.scenario.season_model import Pressure, Seasons, Twist
from game.scenario.table_model import Table


class Campaign(AnyScenario):
    """A scenario of seasons, with tables between them."""

    seasons: Seasons
    tables: ById[Table]
    """In the order in which history came to them."""
    actions: ById[Action]
    pressure: ById[Pressure] = ById()
    twists: ById[Twist] = ById()
    dossiers: ById[Dossiers] = ById()
    """By table: what is left of the talks in the archives."""

    def at(self, table: str) -> Scenario:
        """Return one of its tables as a scenario of its own: what is met there, and no ending."""
        shared = {name: getattr(self, name) for name in AnyScenario.model_fields}
        shared |= {
            "tracks": self._tracks_at(self.tables[table]),
            "events": ById({id: e for id, e in self.events.items() if e.table == table}),
            "advisers": ById({id: a for id, a in self.advisers.items() if a.table == table}),
            "map": None if self.map is None else self.map.at(table),
            "measures": ById(),
            "scales": ById(),
            "profile": ById(),
            "groups": (),
            "endings": ById(),
            "starts": ById(),
            "history": (),
            "history_notes": (),
        }
        return Scenario.model_construct(
            **shared, table=self.tables[table], dossiers=self.dossiers.get(table)
        )

    def _tracks_at(self, table: Table) -> ById[Track]:
        """Return the tracks as a table tells them: what is somebody's there bears his name.

        Home is called as the table calls it.
        """
        names = {
            "{host}": self.seats[table.host].called,
            "{claimant}": self.seats[table.claimant].called,
            "{at-home}": table.words.at_home,
        }
        return ById({id: _named(track, names) for id, track in self.tracks.items()})


def _named(track: Track, names: Mapping[str, str]) -> Track:
    """Return a track with names in the place of what stands for them in its label."""
    label = track.label
    for written, name in names.items():
        label = label.replace(written, name)
    return track if label == track.label else track.model_copy(update={"label": label})

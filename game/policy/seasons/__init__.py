"""Who decides in the seasons of a campaign, by name; at its tables each is somebody of a table."""

from game.policy.seasons.personas import GOVERNORS, governor

__all__ = ["GOVERNORS", "governor"]

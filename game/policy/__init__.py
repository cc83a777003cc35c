"""Who decides for a seat that no person plays, from that seat's view and nothing else."""

from game.policy.personas import PERSONAS, opposite, persona
from game.policy.protocol import Policy

__all__ = ["PERSONAS", "Policy", "opposite", "persona"]

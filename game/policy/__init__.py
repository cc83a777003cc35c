"""Who decides for a seat that no person plays, from that seat's view and nothing else."""

from game.policy.personas import PERSONAS, persona
from game.policy.protocol import Policy

__all__ = ["PERSONAS", "Policy", "persona"]

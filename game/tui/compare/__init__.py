"""Two lines beside each other: what both have, where they part, and what came of it."""

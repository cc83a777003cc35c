"""Single faults seeded into the shipped scenarios, each with the lines that may be named."""

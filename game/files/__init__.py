"""Scenarios, records and the library of the player: the only room that opens a file."""

"""Screens around a play: the title, and pages to read."""

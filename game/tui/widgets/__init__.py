"""Widgets of the frame, and of anybody who plays within it."""

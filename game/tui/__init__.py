"""The screen face: shows a view, sends a decision, and computes no rule."""

"""The workshop: what plays and analyses a scenario for its author."""

"""The workshop for campaigns: whole plays of seasons and tables, counted, tried and proved."""

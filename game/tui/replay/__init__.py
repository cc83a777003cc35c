"""A line of a record, stepped through: told as the play told it, decided no more."""

"""The long proofs: every claim that binds the table, with its figure and its bar."""

"""The seasons in words: how a campaign is told between its tables, for every face."""

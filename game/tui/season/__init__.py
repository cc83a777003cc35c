"""The seasons of a campaign on the screen: the map leads, the orders stand beside it."""

"""The play on the screen: the draft, the acts, the chronicle, the map."""

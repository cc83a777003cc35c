"""The Amur Question: the treaties of Aigun and Beijing, negotiated in a terminal."""

__version__ = "0.1.0"

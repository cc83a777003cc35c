"""What a play needs takes as long to import as the screen: it is done while the title is read."""


def import_play() -> None:
    """Import what a play is chosen with and begun on; what is looked at beside it comes by its key.

    The tree, a comparison, a line told again and the library take 8 to 30 ms each when they are
    asked for, and 2 MB for as long as the game is open.
    """
    import game.tui.play.screen
    import game.tui.screens.choose  # noqa: F401

"""What a play needs takes as long to import as the screen: it is done while the title is read."""


def import_play() -> None:
    """Import what a play is chosen with and begun on; what is looked at beside it comes by its key.

    A comparison, a line told again and the library take 8 to 20 ms each when they are
    asked for, and 1 MB for as long as the game is open.
    """
    import game.tui.play.screen
    import game.tui.screens.choose  # noqa: F401


def import_tree() -> None:
    """Import the tree, whose first picture takes 0.1 s as it is; with the import it took longer."""
    import game.tui.timeline.screen  # noqa: F401

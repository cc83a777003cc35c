"""What a play needs takes as long to import as the screen: it is done while the title is read."""


def import_play() -> None:
    """Import the screens of a play, and of what is looked at beside it."""
    import game.tui.compare.screen
    import game.tui.play.screen
    import game.tui.screens.choose
    import game.tui.screens.help
    import game.tui.screens.library
    import game.tui.timeline.retelling  # noqa: F401

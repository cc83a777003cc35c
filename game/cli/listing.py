"""A command of commands, whose help tells of each all of its first sentence."""

from __future__ import annotations

import click

WHOLE = 1000
"""Letters of a sentence at most: it is told over as many lines as it takes, and never cut."""


class Listing(click.Group):
    """A group that lists its commands in whole sentences."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list, in the order in which a reader meets them."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [
            (name, command.get_short_help_str(WHOLE))
            for name, command in found
            if command is not None and not command.hidden
        ]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

"""The `amur` command: what a shell, a class or a build machine says to the game.

Every command lives in a file of its own family and imports what it needs when it runs, so that
`amur --version` answers at once and nothing but the game on the screen imports the screen.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from game import __version__
from game.errors import AmurError, ScenarioError

__all__ = ["main"]

DONE, NO, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; the answer is no; the words or the file were wrong; Ctrl-C."""

WHOLE = 1000
"""Letters of a sentence that is told over as many lines as it takes."""
MOST_NEW = 50_000
"""Things made before it is looked through what can go: while a scenario is read, nothing can."""

COMMANDS = {
    "play": "game.cli.play",
    "scenarios": "game.cli.play",
    "plays": "game.cli.plays",
    "replay": "game.cli.replay",
    "tree": "game.cli.tree",
    "compare": "game.cli.tree",
    "verify": "game.cli.replay",
    "export": "game.cli.export",
    "check": "game.cli.check",
    "schema": "game.cli.check",
    "preview": "game.cli.preview",
    "prove": "game.cli.prove",
    "playtest": "game.cli.playtest",
    "stats": "game.cli.stats",
    "new": "game.cli.new",
    "graph": "game.cli.graph",
    "handbook": "game.cli.handbook",
}
"""Each command and the file of its family."""


class Listing(click.Group):
    """A group whose help tells of each command all of its first sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list, in the order in which a reader meets them."""
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(WHOLE)) for name, command in found if command]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class Commands(Listing):
    """A group that imports a command's file only when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which a reader meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return the command of a name, if there is one."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name]), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; one that there is not is told with the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from game.scenario.faults import did_you_mean

            meant = did_you_mean(args[0], COMMANDS)
            if not meant:
                raise
            raise click.UsageError(f"there is no command '{args[0]}'; {meant}", ctx) from error


@click.command(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="The Amur Question %(version)s")
@click.pass_context
def amur(context: click.Context) -> None:
    """The Amur Question: treaties of two empires, negotiated in a terminal.

    Without a command it opens the game on the screen. 'amur play --plain' plays in lines of text
    that are only ever added to, for screen readers, scripts and dumb terminals; so does every play
    where there is no terminal.
    """
    if context.invoked_subcommand is None:
        from game.cli.play import opened

        opened()


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; what went wrong is said in one sentence."""
    gc.set_threshold(MOST_NEW)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = amur.main(arguments, prog_name="amur", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        asked = _asked(error, sys.argv[1:] if arguments is None else arguments)
        return _sorry(error.format_message(), f"try '{asked} --help'")
    except (KeyboardInterrupt, click.Abort):
        print("\namur: interrupted; nothing is lost", file=sys.stderr)  # noqa: T201
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has gone; let the interpreter flush what is left into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except AmurError as error:
        return refused(error)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _sorry(f"{place}{error.strerror or error}")
    return code if isinstance(code, int) else DONE


def _asked(error: click.ClickException, arguments: list[str]) -> str:
    """Return the command that an error was made in, as one types it.

    Not every error knows: then it is what the arguments begin with.
    """
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        return context.command_path
    asked = ["amur"]
    command: click.Command = amur
    for word in arguments:
        if not isinstance(command, click.Group):
            break
        found = command.get_command(click.Context(command), word)
        if found is None:
            break
        asked.append(word)
        command = found
    return " ".join(asked)


def refused(error: AmurError) -> int:
    """Say in one sentence what went wrong, of a scenario what shows the rest; return the code."""
    if not isinstance(error, ScenarioError) or not error.faults:
        return _sorry(str(error))
    more = len(error.faults) - 1
    rest = f"{more} more; " if more else ""
    return _sorry(error.in_short, f"{rest}'amur check' shows them all")


def _sorry(message: str, hint: str = "") -> int:
    from game.coach.visible import visible

    line = visible(" ".join(message.split())).rstrip(".")
    sys.stderr.write(f"amur: {line}{f' ({hint})' if hint else ''}\n")
    return WRONG

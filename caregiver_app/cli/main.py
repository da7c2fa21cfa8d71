"""Reads the command line and runs the command; whatever happens, the answer is words and an exit code.

Never shows a traceback: what nobody foresaw becomes one sentence, and a line in the log without content.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TextIO

import click

from caregiver_app.cli.commands import Commands
from caregiver_app.cli.console import Console, NotTaken, ReaderLeft
from caregiver_app.cli.failures import (
    DONE,
    INTERRUPTED,
    READER_LEFT,
    USAGE,
    CommandFailed,
    failure_of,
    tell,
    unexpected,
)
from caregiver_app.cli.options import DATA_DIR, FolderType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.unlocking import unlock_library
from caregiver_app.cli.words_of_click import speak_for_click
from caregiver_app.model.errors import CaregiverError, StorageError
from caregiver_app.support.files import translated_os_errors
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import note_crash
from caregiver_app.support.opened_file import is_address
from caregiver_app.support.sentences import Sentence
from caregiver_app.support.sentences.this_build import build_words
from caregiver_app.support.this_build import this_build

NAME = "caregiver"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def run(arguments: list[str]) -> int:
    """Do what `arguments` (without the program's name) ask for and return the exit code. Never raises."""
    console = Console(_open_stream(sys.stdout), _open_stream(sys.stderr))
    console.as_json = _asks_for_json(arguments)
    session = Session(console, unlock_library=unlock_library)
    try:
        code = _answered(session, arguments)
        console.flush()
    except ReaderLeft:
        console.give_up()
        return READER_LEFT
    except NotTaken as lost:
        console.give_up_results()
        return tell(console, _not_taken(lost.error))
    finally:
        session.close()
    return code


def _not_taken(error: OSError) -> CommandFailed:
    try:
        with translated_os_errors(Path()):
            raise error
    except StorageError as told:
        return failure_of(told)


def _open_stream(stream: TextIO | None) -> TextIO:
    """Return a stream to write to, also where the caller has closed it (`>&-`) and Python has none."""
    return Path(os.devnull).open("w", encoding="utf-8") if stream is None else stream


class _AllCommands(click.Group):
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if is_address(args[0]):
            ctx.fail(_("This is an address. Caregiver opens only files of this computer."))
        return super().resolve_command(ctx, args)


def make_command() -> click.Group:
    """Return the whole command line, its help in the language that is spoken now."""
    speak_for_click()
    return _AllCommands(
        NAME,
        commands=Commands(),
        callback=click.pass_obj(_begin),
        params=[
            click.Option(
                [DATA_DIR],
                type=FolderType(),
                metavar="DIR",
                help=_("Work on the data in this folder, not on your own."),
            ),
            json_option(),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_tell_version,
                help=_("Say which version this is."),
            ),
        ],
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_(
            "Read what trusted health organisations publish, without a network. Without a command, open the window; "
            "with a file of packs, a list of sources or a set-up file in its place, look there at what is in it."
        ),
        epilog=_("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 partly done or offline, 4 refused."),
    )


def _answered(session: Session, arguments: list[str]) -> int:
    """Run the command; tell of whatever ended it early."""
    try:
        return _run(session, arguments)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except CommandFailed as failure:
        return tell(session.console, failure)
    except CaregiverError as error:
        return tell(session.console, failure_of(error))
    except click.ClickException as error:
        return _tell_usage(session.console, error)
    except (ReaderLeft, NotTaken):
        raise
    except Exception as error:  # the last line: a person gets a sentence, never a traceback
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            raise NotTaken(error) from error  # click writes help and version by itself
        note_crash(error)
        if sys.flags.dev_mode:
            sys.__excepthook__(type(error), error, error.__traceback__)
        return tell(session.console, unexpected())


def _run(session: Session, arguments: list[str]) -> int:
    try:
        done = make_command().main(arguments, prog_name=NAME, standalone_mode=False, obj=session)
    except SystemExit as end:  # the shell asked for completions
        done = end.code
    return done if isinstance(done, int) else DONE


def _begin(session: Session, data_dir: Path | None) -> None:
    session.data_dir = data_dir
    session.start_log()


def _tell_usage(console: Console, error: click.ClickException) -> int:
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and not console.as_json:
        click.echo(error.format_message(), err=True)
        return USAGE
    path = context.command_path if context is not None else NAME
    sentence = Sentence(happened=error.format_message().partition("\n\n")[0], to_do=_what_to_do(error, path))
    return tell(console, CommandFailed("usage", sentence, USAGE))


def _what_to_do(error: click.ClickException, path: str) -> str:
    if isinstance(error, click.NoSuchOption) and error.option_name == DATA_DIR:
        # Translators: {command} is how a command is typed, e.g. "caregiver --data-dir DIR search"
        words = _("Write it before the command: {command}")
        return words.format(command=f"{NAME} {DATA_DIR} DIR{path.removeprefix(NAME)}")
    return _("To see how it is used: {command} --help").format(command=path)


def _tell_version(context: click.Context, _parameter: click.Parameter, wished: bool) -> None:
    if wished and not context.resilient_parsing:
        click.echo(f"{NAME} {build_words(this_build())}")
        context.exit()


def _asks_for_json(arguments: list[str]) -> bool:
    """Look for --json by eye: a mistake in the arguments must be answered in JSON too."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in before

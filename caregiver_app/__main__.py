"""Where Caregiver starts: without arguments or with a file the window, with other arguments a command.

Worker processes import this module again (`spawn`), under another name: at module level it only defines functions and
imports nothing that is slow.
"""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

_FAILED = 1


def main() -> int:
    """Do what the command line asks for and return the exit code."""
    multiprocessing.freeze_support()
    # fork would copy open connections into the workers; set here, once, for the whole process.
    multiprocessing.set_start_method("spawn", force=True)
    arguments = sys.argv[1:]
    data_dir, rest = _split(arguments)
    _prepare(data_dir)
    from caregiver_app.support.opened_file import file_among

    file = file_among(rest)
    if not rest or file is not None:
        return _open_window(data_dir, file)
    from caregiver_app.cli.main import run

    return run(arguments)


def _split(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """Return the data folder that the options before the command name, and what is left without it.

    The command line reads all arguments again by itself; this look is for the window, the language and the log.
    """
    data_dir: Path | None = None
    left = list[str]()
    waiting = iter(arguments)
    for argument in waiting:
        name, _, value = argument.partition("=")
        if name == "--data-dir":
            folder = value if "=" in argument else next(waiting, "")
            data_dir = Path(folder) if _names_a_folder(folder) else None
            left += [] if data_dir else [argument]  # the command line says what is wrong with it
        elif argument.startswith("-") and argument not in ("-", "--"):
            left.append(argument)
        else:
            left += [argument, *waiting]
    return data_dir, left


def _names_a_folder(name: str) -> bool:
    return bool(name) and "\0" not in name


def _prepare(data_dir: Path | None) -> None:
    from caregiver_app.bootstrap.paths import find_paths
    from caregiver_app.model.errors import StorageError
    from caregiver_app.support.clock import SystemClock
    from caregiver_app.support.i18n import use_chosen_language
    from caregiver_app.support.logs import install_hooks, start_log
    from caregiver_app.support.regional import use_habits
    from caregiver_app.support.settings import SettingsFile

    try:
        paths = find_paths(data_dir)
    except StorageError:  # told by whoever needs the folder: help and version need none
        use_chosen_language("")
        return
    start_log(paths.log, SystemClock())
    settings = SettingsFile(paths.settings).load()
    use_chosen_language(settings.language)
    use_habits(settings)
    install_hooks(_tell_of_crash)


def _tell_of_crash() -> None:
    from caregiver_app.support.i18n import gettext as _

    _say(_("Something went wrong inside Caregiver. What you saved is kept."))


def _open_window(data_dir: Path | None, file: Path | None) -> int:
    from caregiver_app.model.errors import StorageError

    try:
        from caregiver_app.ui.app import open_window
    except ModuleNotFoundError:
        raise
    except ImportError as error:
        _tell_of_missing_library(error)
        return _FAILED
    try:
        return open_window(data_dir, file)
    except StorageError as error:  # where the folder is; all else is told on the screen
        from caregiver_app.support.sentences import Audience, sentence_for

        sentence = sentence_for(error, Audience.COMMAND)
        _say(f"{sentence.message} {sentence.to_do}")
        return _FAILED


def _tell_of_missing_library(error: ImportError) -> None:
    from caregiver_app.support.i18n import gettext as _
    from caregiver_app.support.logs import note

    note("window.library-missing")
    # Translators: {name} is the file name of a library, e.g. libEGL.so.1
    sentence = _("The window cannot be opened: this system lacks {name}. Commands work all the same: caregiver --help")
    _say(sentence.format(name=str(error).partition(":")[0]))


def _say(sentence: str) -> None:
    """Say it where there is somebody to hear it: on Windows the window's program has no terminal."""
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")


if __name__ == "__main__":
    sys.exit(main())

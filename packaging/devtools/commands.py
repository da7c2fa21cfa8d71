"""Reads the command line of `dev.py` and calls what it names."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from devtools.checks import mend, run_checks, run_long_tests, run_tests
from devtools.environment import ready_environment
from devtools.freeze import freeze_here
from devtools.locks import remake_locks
from devtools.package import make_packages
from devtools.places import caregiver_command
from devtools.release import release
from devtools.site import make_site
from devtools.start import make_guide, make_look, make_samples, run_application, run_benchmark
from devtools.system import QT_LIBRARIES, ready_system
from devtools.trouble import Trouble
from devtools.validators import validate
from devtools.wheel import make_wheel

Command = Callable[[argparse.Namespace, Sequence[str]], int]


def main(arguments: Sequence[str], usage: str) -> int:
    """Do what the command line asks and return the exit code; `usage` is shown when it asks for nothing known."""
    own, passed_on = _split(arguments)
    parser = parser_of(usage)
    if not arguments:
        parser.print_help()
        return 2
    options = parser.parse_args(own)
    command: Command = options.command
    try:
        return command(options, passed_on)
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser_of(usage: str) -> argparse.ArgumentParser:
    """Return what reads the command line up to `--`; `usage` is said with its help."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description=usage, usage="python3 dev.py COMMAND", formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True, help=argparse.SUPPRESS)
    run = commands.add_parser("run")
    run.add_argument("--temp-data", action="store_true", help="on data that is thrown away afterwards")
    run.add_argument("--demo", action="store_true", help="on an invented family's data, thrown away afterwards")
    run.set_defaults(command=_run)
    bench = commands.add_parser("bench")
    bench.add_argument("name", nargs="?")
    bench.set_defaults(command=lambda options, rest: run_benchmark(options.name, rest))
    lock = commands.add_parser("lock")
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    lock.set_defaults(command=lambda options, _: remake_locks(upgrade=options.upgrade))
    releasing = commands.add_parser("release")
    releasing.add_argument("--check", action="store_true", help="build nothing")
    releasing.set_defaults(command=lambda options, _: release(only_check=options.check))
    package = commands.add_parser("package")
    package.add_argument("--twice", action="store_true", help="and compare two builds")
    package.set_defaults(command=lambda options, _: make_packages(twice=options.twice))
    for name, command in _WITHOUT_OPTIONS.items():
        commands.add_parser(name).set_defaults(command=command)
    return parser


def _split(arguments: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    if "--" not in arguments:
        return arguments, ()
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


def _run(options: argparse.Namespace, rest: Sequence[str]) -> int:
    return run_application(rest, temporary_data=options.temp_data, demo=options.demo)


def _set_up(_options: argparse.Namespace, _rest: Sequence[str]) -> int:
    ready_environment()
    ready_system(QT_LIBRARIES)
    print(f"Everything is in place. The application's command: {caregiver_command()}")
    return 0


def _check(_options: argparse.Namespace, _rest: Sequence[str]) -> int:
    return 1 if run_checks() else 0


_WITHOUT_OPTIONS: dict[str, Command] = {
    "test": lambda _, rest: run_tests(rest),
    "setup": _set_up,
    "wheel": lambda _options, _rest: make_wheel(),
    "samples": lambda _options, _rest: make_samples(),
    "look": lambda _, rest: make_look(rest),
    "guide": lambda _options, _rest: make_guide(),
    "docs": lambda _options, _rest: make_site(),
    "check": _check,
    "validate": lambda _options, _rest: validate(),
    "freeze": lambda _options, _rest: freeze_here(),
    "fix": lambda _options, _rest: mend(),
    "faults": lambda _, rest: run_long_tests("faults_long", {"CAREGIVER_FAULTS": "full"}, rest),
    "fuzz": lambda _, rest: run_long_tests("hypothesis or fuzz_long", {"CAREGIVER_FUZZ": "long"}, rest),
}

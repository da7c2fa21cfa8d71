"""Reads the command line of `dev.py` and calls what it names."""

from __future__ import annotations

import argparse
import re
import shlex
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

_TYPED = "python3 dev.py"
_MORE = {
    "run": "The first time it sets everything up in this folder.\n"
    "Without a screen and without --demo it asks some sources once, and searches what they bring.",
    "package": "As root on Debian it installs what it needs and the .deb on this system, tries that and removes it.",
    "setup": "As root on Debian it also installs the system libraries that Qt needs.",
}
_PASSING_ON = {
    "run": "caregiver",
    "test": "pytest",
    "look": "the sheets",
    "bench": "the benchmark",
    "faults": "pytest",
    "fuzz": "pytest",
}
"""Commands that hand on what stands behind `--`, and to whom."""


def main(arguments: Sequence[str], usage: str) -> int:
    """Do what the command line asks and return the exit code; `usage` is shown when it asks for nothing known."""
    own, passed_on = _split(arguments)
    parser = parser_of(usage)
    if not arguments:
        parser.print_help()
        return 2
    options, unknown = parser.parse_known_args(own)
    if unknown:
        parser.error(_not_known(options.name, unknown))
    command: Command = options.command
    try:
        return command(options, passed_on)
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser_of(usage: str) -> argparse.ArgumentParser:
    """Return what reads the command line up to `--`; `usage`, with a line for each command, is said with its help."""
    parser = argparse.ArgumentParser(
        prog=_TYPED, description=usage, usage=f"{_TYPED} COMMAND", formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True, help=argparse.SUPPRESS, dest="name")

    def add(name: str) -> argparse.ArgumentParser:
        typed, does = _said_of(name, usage)
        return commands.add_parser(
            name, usage=typed, description=does, epilog=_MORE.get(name), formatter_class=argparse.RawTextHelpFormatter
        )

    run = add("run")
    run.add_argument("--temp-data", action="store_true", help="on data that is thrown away afterwards")
    run.add_argument("--demo", action="store_true", help="on an invented family's data, thrown away afterwards")
    run.set_defaults(command=_run)
    bench = add("bench")
    bench.add_argument("benchmark", nargs="?", metavar="NAME", help="one of tests/benchmarks; all without it")
    bench.set_defaults(command=lambda options, rest: run_benchmark(options.benchmark, rest))
    lock = add("lock")
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    lock.set_defaults(command=lambda options, _: remake_locks(upgrade=options.upgrade))
    releasing = add("release")
    releasing.add_argument("--check", action="store_true", help="build nothing")
    releasing.set_defaults(command=lambda options, _: release(only_check=options.check))
    package = add("package")
    package.add_argument("--twice", action="store_true", help="and compare two builds")
    package.set_defaults(command=lambda options, _: make_packages(twice=options.twice))
    for name, command in _WITHOUT_OPTIONS.items():
        add(name).set_defaults(command=command)
    return parser


def _said_of(name: str, usage: str) -> tuple[str, str]:
    """Return how a command is typed and what it does, in all ways that lines of `usage` have."""
    lines = re.findall(rf"^({re.escape(_TYPED)} {name}\b.*?)  +(.+)$", usage, re.MULTILINE)
    typed = "\n       ".join(line for line, _does in lines)
    return typed or f"{_TYPED} {name}", "\n".join(does for _line, does in lines)


def _not_known(name: str, unknown: Sequence[str]) -> str:
    """Return what is said of words that a command of ours does not know: they may be for the program that it starts."""
    words = shlex.join(unknown)
    told = f"{name} does not know {words}. "
    if name in _PASSING_ON:
        return f"{told}What is for {_PASSING_ON[name]} stands behind --: {_TYPED} {name} -- {words}"
    return f"{told}What it knows: {_TYPED} {name} --help"


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

"""The groups of commands over care notes. Their names and words are here, so that help needs nothing of the notes;
the commands themselves are loaded when one of a group is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

import click

from caregiver_app.support.i18n import gettext as _


class LateCommands(MutableMapping[str, click.Command]):
    """The commands of a group, loaded when first looked at."""

    def __init__(self, load: Callable[[], click.Group]) -> None:
        self._load = load
        self._loaded: MutableMapping[str, click.Command] | None = None

    def __getitem__(self, name: str) -> click.Command:
        return self._commands[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._commands[name] = command

    def __delitem__(self, name: str) -> None:
        del self._commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)

    @property
    def _commands(self) -> MutableMapping[str, click.Command]:
        if self._loaded is None:
            self._loaded = self._load().commands
        return self._loaded


class LateCommand(click.Command):
    """A command whose options and work are loaded when it is run, or when its own help is asked for."""

    def __init__(self, name: str, help_text: str, load: Callable[[], click.Command]) -> None:
        super().__init__(name, help=help_text)
        self._load = load

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Return the context of the command itself."""
        return self._load().make_context(info_name, args, parent, **extra)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters."""
        return self._load().get_params(ctx)


def _vault() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.group import vault_group

        return vault_group()

    return click.Group("vault", LateCommands(load), help=_("Your care notes: private, encrypted, on this computer."))


def _person() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.people import person_group

        return person_group()

    return click.Group("person", LateCommands(load), help=_("The people you care for."))


def _note() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.notes import note_group

        return note_group()

    return click.Group("note", LateCommands(load), help=_("Notes of what happened."))


def _question() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.questions import question_group

        return question_group()

    return click.Group("question", LateCommands(load), help=_("Questions for the care team."))


def _appointment() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.appointments import appointment_group

        return appointment_group()

    return click.Group("appointment", LateCommands(load), help=_("Visits, and what comes of them."))


def _medicine() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.medicines import medicine_group

        return medicine_group()

    return click.Group("medicine", LateCommands(load), help=_("Medicines as they were written down."))


def _contact() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.contacts import contact_group

        return contact_group()

    return click.Group("contact", LateCommands(load), help=_("Whom to call."))


def _measure() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.measures import measure_group

        return measure_group()

    return click.Group("measure", LateCommands(load), help=_("Weight, blood pressure, pain and the like."))


def _ask() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.vault.ask import ask_group

        return ask_group()

    return click.Group("ask", LateCommands(load), help=_("Ask a nurse, or somebody else you trust."))


def _export() -> click.Command:
    def load() -> click.Group:
        from caregiver_app.cli.library_export import library_command
        from caregiver_app.cli.vault.export import export_group

        group = export_group()
        group.add_command(library_command())
        return group

    words = _("Save care notes or the library for other programs. What goes of the notes is written down there.")
    return click.Group("export", LateCommands(load), help=words)


def _import() -> click.Command:
    def load() -> click.Command:
        from caregiver_app.cli.vault.imports import import_command

        return import_command()

    return LateCommand("import", _("Take an export of care notes, a calendar or contacts into your care notes."), load)


def _erase() -> click.Command:
    def load() -> click.Command:
        from caregiver_app.cli.vault.erase import erase_command

        return erase_command()

    return LateCommand("erase", _("Delete for good: everything, or one person with all that is about them."), load)


CARE_GROUPS: dict[str, Callable[[], click.Command]] = {
    "vault": _vault,
    "person": _person,
    "note": _note,
    "question": _question,
    "appointment": _appointment,
    "medicine": _medicine,
    "contact": _contact,
    "measure": _measure,
    "ask": _ask,
    "export": _export,
    "import": _import,
    "erase": _erase,
}

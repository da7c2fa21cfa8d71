"""`caregiver doctor`: looks whether all is well with what lies on disk, and mends what can be mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.failures import DONE, FAILED
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import check_shape
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience, Sentence, sentence_for

if TYPE_CHECKING:
    from caregiver_app.library.health import Check


def doctor_command() -> click.Command:
    """Return the command that examines the data folder."""
    return click.Command(
        "doctor",
        callback=click.pass_obj(_doctor),
        params=[
            click.Option(["--rebuild-search"], is_flag=True, help=_("Make the search index anew.")),
            click.Option(
                ["--restore-snapshot"],
                is_flag=True,
                help=_("Put the last good copy in the place of the library; the file there now is kept beside it."),
            ),
            json_option(),
        ],
        help=_("Look whether the library is sound, and mend what can be mended."),
    )


def _doctor(session: Session, rebuild_search: bool, restore_snapshot: bool) -> int:
    if restore_snapshot:
        with session.writing("doctor"):
            aside = session.services.restore_snapshot()
            checks = session.services.doctor(rebuild_search=rebuild_search)
        session.console.note(_("The last good copy is back. The file before it is now {name}.").format(name=aside.name))
    elif rebuild_search:
        with session.writing("doctor"):
            checks = session.services.doctor(rebuild_search=True)
    else:
        checks = session.services.doctor()
    _show(session, checks)
    return DONE if all(check.ok for check in checks) else FAILED


def _show(session: Session, checks: Sequence[Check]) -> None:
    sound = all(check.ok for check in checks)
    if session.console.as_json:
        session.console.document({"ok": sound, "checks": [check_shape(check) for check in checks]})
    else:
        for check in checks:
            _print_check(session, check)
    if not sound:
        session.console.note(_advice(checks).text)


def _print_check(session: Session, check: Check) -> None:
    if check.repaired:
        verdict = _("mended") if check.ok else _("not mended")
    else:
        verdict = _("well") if check.ok else _("NOT WELL")
    detail = f" ({check.detail})" if check.detail else ""
    session.console.line(f"{check_words(check.name)}: {verdict}{detail}")


def check_words(name: str) -> str:
    """Return what a check looks at, in words; a name without words stands for itself."""
    return {
        "library-opens": _("The library can be opened"),
        "library-pages": _("Its file is whole"),
        "library-schema": _("Its tables are all there"),
        "library-references": _("What belongs together is together"),
        "articles-whole": _("Each article has its text"),
        "articles-with-source": _("Each article has a source"),
        "sources-with-state": _("Each source has a state"),
        "items-whole": _("Each item has its article"),
        "revisions-whole": _("Each earlier text can be read"),
        "search-index": _("The search index fits the texts"),
        "snapshots": _("Copies that can be put back"),
    }.get(name, name)


def _advice(checks: Sequence[Check]) -> Sentence:
    troubles = {check.detail for check in checks if not check.ok}
    named = next((trouble for trouble in StorageTrouble if trouble.value in troubles), StorageTrouble.CORRUPT)
    return sentence_for(StorageError(named), Audience.COMMAND)

"""`caregiver appraise`: look at what a check begins with, answer the points, stand by a check or take it back.

Makes no connection. A check that cannot be kept is refused with exit code 4, and nothing is written then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.appraise_files import MOST_BYTES, read_draft, with_options
from caregiver_app.cli.appraise_told import show_appraisal, show_look
from caregiver_app.cli.files import read_file
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.subjects import SubjectType
from caregiver_app.model.trust import Appraisal, Subject
from caregiver_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

Named = Subject | str
"""A subject, or the address of a page."""


class ItemOrAddress(click.ParamType[Named]):
    """An item as `SubjectType` takes it, or a web address."""

    name = "item"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Named:
        """Return what is named."""
        is_address = isinstance(value, str) and value.lower().startswith(("https://", "http://"))
        return str(value) if is_address else SubjectType().convert(value, param, ctx)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the command was told."""

    answers: str | None
    still_right: bool
    withdraw: bool
    role: str | None
    name: str | None
    organisation: str | None
    check_by: date | None


def appraise_command() -> click.Command:
    """Return the command that checks pages and organisations."""
    return click.Command(
        "appraise",
        callback=click.pass_obj(_appraise),
        params=[
            click.Argument(["item"], type=ItemOrAddress(), metavar="ITEM"),
            click.Option(["--answers"], metavar="FILE|-", help=_("Keep the answers in this JSON file as your check.")),
            click.Option(["--role"], metavar="TEXT", help=_("Your role, like nurse or family carer.")),
            click.Option(["--name"], metavar="TEXT", help=_("Your name, only if you choose to give it.")),
            click.Option(["--organisation"], metavar="TEXT", help=_("Whom you check for.")),
            click.Option(
                ["--check-by"],
                type=click.DateTime(formats=["%Y-%m-%d"]),
                metavar="DAY",
                help=_("Until when it counts, like 2027-11-23, where that is to be sooner than usual."),
            ),
            click.Option(["--title"], default="", metavar="TEXT", help=_("What the page of a web address is called.")),
            click.Option(["--still-right"], is_flag=True, help=_("Keep your last answers as a check of today.")),
            click.Option(["--withdraw"], is_flag=True, help=_("Take your check back.")),
            json_option(),
        ],
        help=_(
            "Check a page or an organisation. ITEM is like article:12, link:3, guide:4, page:5, org:7 or checklist:8; "
            "a web address is kept as a link. Without options it shows the points, what is found without asking "
            "anybody, and who checked it before."
        ),
    )


def _appraise(
    session: Session,
    *,
    item: Named,
    title: str,
    answers: str | None,
    role: str | None,
    name: str | None,
    organisation: str | None,
    check_by: datetime | None,
    still_right: bool,
    withdraw: bool,
) -> None:
    if (answers is not None) + still_right + withdraw > 1:
        raise click.UsageError(_("Use one of --answers, --still-right and --withdraw."))
    asked = _Asked(
        answers=answers,
        still_right=still_right,
        withdraw=withdraw,
        role=role,
        name=name,
        organisation=organisation,
        check_by=None if check_by is None else check_by.date(),
    )
    with session.library() as library:
        subject = _subject(session, library, item, title)
        made = _made(session, library, subject, asked)
        if made is None:
            show_look(session, library, subject)
        else:
            show_appraisal(session, library, subject, made)


def _subject(session: Session, library: Library, item: Named, title: str) -> Subject:
    if isinstance(item, Subject):
        return item
    return session.services.appraising.add_link(library, item, title=title)


def _made(session: Session, library: Library, subject: Subject, asked: _Asked) -> Appraisal | None:
    """Do what was asked for; None where nothing was but a look."""
    appraising = session.services.appraising
    if asked.withdraw:
        return appraising.withdraw(library, subject)
    if asked.still_right:
        return appraising.confirm(library, subject)
    if asked.answers is None:
        return None
    draft = read_draft(read_file(asked.answers, limit_bytes=MOST_BYTES), subject)
    draft = with_options(
        draft, role=asked.role, name=asked.name, organisation=asked.organisation, check_by=asked.check_by
    )
    return appraising.appraise(library, draft)

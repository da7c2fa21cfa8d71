"""The options of `caregiver print`, in groups: how it looks, whose it is, what stands on it, where the secret is."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.options import FolderType, IdType, json_option
from caregiver_app.cli.paper_options import paper_option
from caregiver_app.cli.subjects import SubjectType
from caregiver_app.cli.unlocking import passphrase_options
from caregiver_app.model.sheets.kinds import Audience, PrintSet, SheetKind
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.wishes import LONGEST_HANDOVER_HOURS, SHORTEST_HANDOVER_HOURS
from caregiver_app.support.i18n import gettext as _

SHEET_NAMES = (*(kind.value for kind in SheetKind), *(each.value for each in PrintSet))


class DayType(click.ParamType[str]):
    """A day like 2026-11-23."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day as it is written, once there is such a day."""
        from datetime import date

        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.fail(_("Write a day like 2026-11-23."), param, ctx)


def print_options() -> list[click.Parameter]:
    """Return all parameters of the command."""
    return [
        click.Argument(["sheet"], type=click.Choice(SHEET_NAMES), required=False, metavar="SHEET"),
        *_of_file(),
        *_of_look(),
        *_of_notes(),
        *_of_parts(),
        *_of_library(),
        *passphrase_options(
            _("Of care notes or a protected library: read the passphrase from this file, which only you may read."),
            _("Of care notes or a protected library: read the passphrase from this open file descriptor."),
        ),
        json_option(),
    ]


def _of_file() -> list[click.Parameter]:
    return [
        click.Option(
            ["-o", "--output", "file"],
            metavar="FILE.pdf|-",
            help=_("Write the PDF there; - is standard output, e.g. for a printer: -o - | lp"),
        ),
        click.Option(["--list", "as_list"], is_flag=True, help=_("Say which sheets and sets there are.")),
        click.Option(["--parts", "only_parts"], is_flag=True, help=_("Say what may be put on this sheet or left out.")),
        click.Option(
            ["--password-file"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="F",
            help=_("Lock the PDF with the password in this file. A forgotten one cannot be found again."),
        ),
        click.Option(
            ["--allow-synced"],
            is_flag=True,
            help=_("Write also into a folder that a service copies elsewhere, or that lies on another computer."),
        ),
    ]


def _of_look() -> list[click.Parameter]:
    return [
        click.Option(
            ["--size"],
            type=click.Choice([size.value for size in PrintSize]),
            help=_("How large the text is: 12, 18 or 24 points. Large unless you say otherwise."),
        ),
        click.Option(["--large-print"], is_flag=True, help=_("The same as --size large.")),
        paper_option(_("On which paper; without it the one that is usual in your country.")),
        click.Option(["--lang"], metavar="TAG", help=_("In which language, like es or en-US.")),
    ]


def _of_notes() -> list[click.Parameter]:
    return [
        click.Option(
            ["--person"], metavar="NAME|-", help=_("About whom, where the care notes are about several; - reads it.")
        ),
        click.Option(["--person-id"], type=IdType("person"), metavar="ID", help=_("About whom, by number.")),
        click.Option(
            ["--for", "audience"],
            type=click.Choice([each.value for each in Audience]),
            help=_("For whom it is. What you put on it or leave out is kept for them."),
        ),
        click.Option(["--since"], type=DayType(), metavar="DAY", help=_("From this day on.")),
        click.Option(["--until"], type=DayType(), metavar="DAY", help=_("Up to this day.")),
        click.Option(["--visit"], type=IdType("appointment"), metavar="ID", help=_("Of this visit, not the next one.")),
        click.Option(
            ["--hours"],
            type=click.IntRange(SHORTEST_HANDOVER_HOURS, LONGEST_HANDOVER_HOURS),
            metavar="N",
            help=_("How long a helper is there, from 12 to 168; 24 unless you say otherwise."),
        ),
        click.Option(
            ["--measure", "measures"], multiple=True, metavar="KIND", help=_("Only this, as in measure kinds.")
        ),
    ]


def _of_parts() -> list[click.Parameter]:
    return [
        click.Option(
            ["--with", "put_on"],
            multiple=True,
            metavar="PART",
            help=_("Put this part on it; in a set SHEET:PART for one of its sheets."),
        ),
        click.Option(["--without", "left_out"], multiple=True, metavar="PART", help=_("Leave this part out.")),
    ]


def _of_library() -> list[click.Parameter]:
    return [
        click.Option(
            ["--item", "items"],
            type=SubjectType(),
            multiple=True,
            metavar="ITEM",
            help=_("A page like article:12, link:3, guide:4, checklist:5 or org:7; can be given again."),
        ),
        click.Option(["--collection"], metavar="NAME", help=_("All that stands on this collection.")),
        click.Option(["--topic"], metavar="T", help=_("All that is checked of this topic; helplines of this topic.")),
        click.Option(["--country"], metavar="CC", default="", help=_("Helplines of this country, like GB.")),
        click.Option(["--wallet"], is_flag=True, help=_("Helplines as cards for the wallet.")),
        click.Option(["--day"], metavar="ID|NAME", help=_("Which awareness day.")),
        click.Option(["--pack"], metavar="FOLDER|PACK", help=_("Whose contents are listed.")),
        click.Option(
            ["--channel"], type=FolderType(), metavar="FOLDER", help=_("Print the signs of this channel below a pack.")
        ),
        click.Option(["--title"], default="", metavar="TEXT", help=_("Your own title.")),
        click.Option(
            ["--message-file"], metavar="FILE|-", help=_("A file with your words for a flyer; - reads standard input.")
        ),
        click.Option(
            ["--keep"],
            nargs=2,
            multiple=True,
            metavar="PLACE REASON",
            help=_("Let the detail at this place pass, like 23-35, because of this; can be given again."),
        ),
        click.Option(["--keep-look"], is_flag=True, help=_("Let all that is only to be looked at pass.")),
    ]

"""The key sheet: a key that signs packs, on paper, and what to do with it. A secret, kept nowhere else."""

from __future__ import annotations

from caregiver_app.model.sheets.secrets import KeySheet
from caregiver_app.paper.typeset import Layout, TypesetSheet
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _


def key_sheet(sheet: KeySheet, layout: Layout) -> TypesetSheet:
    """Return the sheet, typeset."""
    facts = [
        *([[_("Channel"), sheet.channel]] if sheet.channel else []),
        [_("Key"), sheet.key],
        [_("It signs"), sheet.role],
        [_("Made on"), format_short_day(sheet.made_at, year=True)],
    ]
    uses = [
        _("Type the groups above, in order, into a text file that only you may read."),
        _("On the command line: caregiver channel restore-key FILE"),
        _("Choose a passphrase for the new key file. Then destroy the text file."),
    ]
    cares = [
        _("Whoever has this sheet can sign in your name. Keep it where you keep your passport."),
        _("If somebody else may have seen it, make a new key: caregiver channel renew"),
    ]
    data = {
        "facts": facts,
        "groups_heading": _("The groups"),
        "groups": list(sheet.groups),
        "groups_abreast": 1,
        "uses_heading": _("If you lose the key’s file or its passphrase"),
        "uses": uses,
        "cares_heading": _("Take care of it"),
        "cares": cares,
        "private": _("Private"),
        "page": _("Page {page} of {pages}"),
    }
    return TypesetSheet("secret", _("Key sheet for packs"), data, layout)


def key_sheet_text(sheet: KeySheet) -> str:
    """Return the same as a text. The groups are all that follows its last colon: it can be read back as it is."""
    day = format_short_day(sheet.made_at, year=True)
    head = (
        _("Key sheet for packs, made on {day}").format(day=day),
        *((sheet.channel,) if sheet.channel else ()),
        _("Key {key}, which signs {role}.").format(key=sheet.key, role=sheet.role),
        "",
        _("Whoever has these groups can sign in your name. Keep them away from this computer."),
        "",
        _("The groups") + ":",
    )
    return "\n".join((*head, *sheet.groups)) + "\n"

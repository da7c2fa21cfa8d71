"""What the list of sources says while it has nothing to show."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.sources.source_model import SourceChip


def nothing_in(chip: SourceChip) -> tuple[str, str]:
    """Return what a chip without sources says, and what to do."""
    match chip:
        case SourceChip.ON:
            return _("No source is switched on."), _("Choose topics, or add a source of your own.")
        case SourceChip.TROUBLED:
            return _("All sources answer as they should."), ""
        case SourceChip.QUIET:
            return _("No source is quiet."), _("A quiet source answers, but has brought nothing new for a long time.")
        case SourceChip.OFF:
            return _("No source is switched off."), ""
        case SourceChip.ALL:
            return _("There are no sources yet."), _("Add one, or choose topics.")


def nothing_found(words: str) -> tuple[str, str]:
    """Return what is said when no source holds the words that were typed, and what to do."""
    return _("No source found for “{words}”.").format(words=words), _("Try a shorter word, or look under “All”.")

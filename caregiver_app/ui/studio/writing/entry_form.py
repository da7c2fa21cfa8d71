"""The form of one kind of entry, made of the description of its fields; and what an entry is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from caregiver_app.packs.form_fields import KINDS, fields_of
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.studio.writing.control import Candidates, FormContext
from caregiver_app.ui.studio.writing.record_form import RecordForm

if TYPE_CHECKING:
    from caregiver_app.packs.fields import Json


def entry_form(tools: StudioTools, listed: str, candidates: Mapping[str, Candidates], *, own: str) -> RecordForm:
    """Return the empty form of a kind of entry; nothing leads to the entry itself, whose id is `own`."""
    others = {name: [each for each in some if each[0] != own] for name, some in candidates.items()}
    context = FormContext(theme=tools.desk.theme, listed=listed, ring=tools.desk.ring, candidates=others)
    return RecordForm(context, fields_of(KINDS[listed]), tools.services.appraising.today())


def called(said: Mapping[str, Json]) -> str:
    """Return the title or the name of an entry, empty where it has none yet."""
    return str(said.get("title") or said.get("name") or "")

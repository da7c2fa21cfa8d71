"""A guide that came with Caregiver says on paper who answers for it, as it does on the screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from caregiver_app.model.installed_pack import PackMaker
from caregiver_app.model.sheets.blocks import Notice, Row, Rows
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.printing.frame import Ground
from caregiver_app.printing.texts import text_sheet
from tests.helpers.installing import NORTHFIELD, SHIPPED, a_guide, install, pack_of
from tests.helpers.library import a_library, raw

OURS = Rows(rows=(Row(label="From the makers of Caregiver", value="Nobody else has checked this text yet."),))
NOBODYS = Notice(title="Not checked", text="Nobody has checked this text yet.")


@pytest.mark.parametrize(("maker", "state"), [(SHIPPED, OURS), (NORTHFIELD, NOBODYS)], ids=["ours", "of nurses"])
def test_who_answers_for_a_guide_stands_first(tmp_path: Path, maker: PackMaker, state: Rows | Notice) -> None:
    library = a_library(tmp_path)
    words = {"guides/evenings.md": "---\ntitle: evenings\nlanguage: en\n---\n\nClose the curtains.\n"}
    install(library, pack_of("calm", texts=words, guides=[a_guide("evenings")]), maker)
    with raw(tmp_path) as connection:
        ((guide,),) = connection.execute("SELECT id FROM item WHERE kind = 'guide'").fetchall()
    sheet = text_sheet(library, Subject(kind=SubjectKind.GUIDE, id=guide), Ground(on=date(2026, 11, 23), language="en"))
    assert sheet.parts[0].blocks[0] == state
    library.close()

"""Checks in a backup: those of the person come back whole, and nobody is believed more than what can be shown here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.errors import BackupError, BackupTrouble
from caregiver_app.model.trust import AppraisalDraft, Stamp
from tests.helpers.appraisals import answers, appraising, article, draft
from tests.helpers.backups import back_up, fill, nothing, services_over, with_changed_library
from tests.helpers.library import a_library
from tests.helpers.organisations import id_of_organisation
from tests.helpers.retention import whole_content


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of a library with a finished check and one that was begun."""
    folder = tmp_path / "there"
    checked, begun, *_others = fill(folder)
    library = a_library(folder)
    appraising().appraise(library, draft(article(checked)))
    appraising().keep_draft(library, AppraisalDraft(subject=article(begun), answers=answers()))
    library.close()
    back_up(folder, tmp_path / "b.caregiver")
    return tmp_path / "b.caregiver"


def test_checks_and_those_begun_come_back_as_they_were(tmp_path: Path, backup: Path) -> None:
    services = services_over(tmp_path / "here")
    services.restore_backup(backup, on_progress=nothing)
    services.close()
    before, after = whole_content(tmp_path / "there"), whole_content(tmp_path / "here")
    for table in ("appraisal", "appraisal_draft"):
        assert after[table] == before[table] != []


def test_a_check_in_an_edited_backup_counts_no_longer_than_any_other(tmp_path: Path, backup: Path) -> None:
    """Nobody can tell who wrote a plain backup; what it says ends in two years at the latest."""
    with_changed_library(backup, tmp_path, "UPDATE appraisal SET check_by = '2999-12-31'")
    services = services_over(tmp_path / "here")
    services.restore_backup(backup, on_progress=nothing)
    library = services.open_library()
    assert appraising().stamps_of(library, article(ItemId(1))).reading.check_by == date(2028, 11, 23)
    library.close()
    services.close()


def test_a_backup_brings_no_checks_of_others(tmp_path: Path, backup: Path) -> None:
    """Nobody's name vouches for a page because a file says so: what others checked comes from themselves."""
    with_changed_library(backup, tmp_path, "UPDATE appraisal SET author = 'p/q', author_name = 'Nurses', signed = 1")
    services = services_over(tmp_path / "here")
    services.restore_backup(backup, on_progress=nothing)
    library = services.open_library()
    assert library.appraisals.history(article(ItemId(1))) == ()
    assert appraising().stamps_of(library, article(ItemId(1))).reading.trust is Trust.NOT_CHECKED
    library.close()
    services.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE appraisal SET answers = '[]'",
        """UPDATE appraisal SET answers = '{"author": "perhaps"}'""",
        """UPDATE appraisal SET reasons = '{"author": 7}'""",
        "UPDATE appraisal SET content_hashes = '{}'",
        "UPDATE appraisal_draft SET answers = '7'",
        "UPDATE appraisal SET checked_at = -1",
        "UPDATE appraisal SET checked_on = 'now'",
        "UPDATE appraisal SET check_by = '2027-02-30'",
        "UPDATE appraisal SET withdrawn_on = 'never'",
        "UPDATE appraisal_draft SET check_by = ''",
    ],
)
def test_checks_that_no_program_of_ours_wrote_are_refused(tmp_path: Path, backup: Path, statement: str) -> None:
    with_changed_library(backup, tmp_path, "PRAGMA ignore_check_constraints = ON", statement)
    services = services_over(tmp_path / "here")
    with pytest.raises(BackupError) as caught:
        services.restore_backup(backup, on_progress=nothing)
    services.close()
    assert caught.value.kind is BackupTrouble.DAMAGED


@pytest.mark.parametrize("column", ["checked_on", "check_by", "withdrawn_on"])
@pytest.mark.parametrize("day", ["", "soon", "2026-02-30", "0000-01-01", "2026-11-23 08:05"])
def test_the_library_takes_no_day_that_is_none(tmp_path: Path, backup: Path, column: str, day: str) -> None:
    with pytest.raises(Exception, match="CHECK constraint failed"):
        with_changed_library(backup, tmp_path, f"UPDATE appraisal SET {column} = '{day}'")  # noqa: S608 a column of ours


def test_a_backup_makes_nobody_well_known(tmp_path: Path, backup: Path) -> None:
    """Registers and the sites that are believed unasked come with the application, not from whoever made a backup."""
    with_changed_library(
        backup,
        tmp_path,
        "INSERT INTO organisation VALUES (900, 'starter/evil', 'Evil', 'GB', 'https://evil.example.org/', 'A list')",
        "INSERT INTO organisation_site VALUES (900, 'evil.example.org', '/', '[]', 'starter')",
        "INSERT INTO organisation_site VALUES (900, 'evil.example.com', '/', '[]', 'user')",
    )
    services = services_over(tmp_path / "here")
    services.restore_backup(backup, on_progress=nothing)
    library = services.open_library()
    assert id_of_organisation(library, "starter/world-health-organization") is not None
    stamp = services.appraising.stamp_of_address(library, "https://evil.example.org/a")
    assert stamp == Stamp(trust=Trust.NOT_CHECKED)
    assert library.trust_facts.organisations([900])[900].register == ""
    who = services.appraising.stamp_of_address(library, "https://www.who.int/a")
    assert who.trust is Trust.WELL_KNOWN_SOURCE
    library.close()
    services.close()

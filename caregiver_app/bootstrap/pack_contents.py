"""A pack's contents as a list for paper: of a folder in which it is made, or of one that is installed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.sheets.pack_contents import PackContents
from caregiver_app.model.sheets.paper import PrintSize

if TYPE_CHECKING:
    from datetime import date

    from caregiver_app.bootstrap.guarding import Guarding
    from caregiver_app.library.store import Library
    from caregiver_app.model.channel import Fingerprint
    from caregiver_app.model.installed_pack import PackUid
    from caregiver_app.model.pack import Pack


def contents_of_folder(folder: Path, guarding: Guarding) -> PackContents:
    """Return what is in the pack of a folder; paper leaves as archives do, so no detail may be open.

    Raises:
        PackError: NOT_READY: a personal detail is to be decided on, or the care notes are locked; or there is no pack
            in it, or a field is not as it should be.
        StorageError: it cannot be read, or the care notes are in the way.
        VaultError: the care notes are damaged.
    """
    from caregiver_app.bootstrap.pack_folders import read_pack
    from caregiver_app.packs.check_words import check_fields
    from caregiver_app.packs.finding_problems import Problems
    from caregiver_app.packs.folder_reading import settled_in

    pack, problems = read_pack(folder), Problems()
    check_fields(pack, settled=settled_in(folder), look=guarding.look_through, problems=problems)
    if problems.all:
        raise PackError(PackTrouble.NOT_READY, detail=str(len(problems.all)))
    return _contents(pack, pack.publisher)


def contents_of_installed(library: Library, uid: PackUid) -> PackContents:
    """Return what is in an installed pack, under the name of its maker that was verified.

    Raises:
        PackError: UNKNOWN: it is not installed.
    """
    from caregiver_app.packs.opening import peek
    from caregiver_app.support.sentences.stamps import makers_name

    installed, archive = library.packs.get(uid), library.packs.archive(uid)
    if installed is None or archive is None or installed.removed_at is not None:
        raise PackError(PackTrouble.UNKNOWN, uid)
    pack = peek(archive)
    verified = makers_name() if installed.is_built_in else installed.publisher_name
    return _contents(pack, verified or pack.publisher)


def with_signs(contents: PackContents, fingerprint: Fingerprint) -> PackContents:
    """Return contents with the signs by which families know the channel."""
    from caregiver_app.packs.channels.fingerprints import groups_of, words_of

    return replace(contents, signs=tuple(zip(groups_of(fingerprint), words_of(fingerprint), strict=True)))


def _contents(pack: Pack, publisher: str) -> PackContents:
    from caregiver_app.support.sentences.pack_contents import contents_facts, contents_parts

    return PackContents(
        title=pack.title,
        facts=contents_facts(pack, publisher),
        parts=contents_parts(pack, _checks(pack)),
        foot=pack.printing.foot,
        size=PrintSize(pack.printing.size.value),
    )


def _checks(pack: Pack) -> dict[str, tuple[date, date]]:
    """Return the checks that make something checked by the published rule, by the id of what they are of."""
    from caregiver_app.model.trust import Outcome
    from caregiver_app.packs.appraisal_rules import answers_of, appraised, latest_of
    from caregiver_app.trust.verdict import judge_answers

    return {
        _id_in(where): (check.checked_on, min(check.check_by, latest_of(check, kind, title)))
        for check, kind, title, where in appraised(pack)
        if judge_answers(answers_of(check), kind).outcome is Outcome.VETTED
    }


def _id_in(where: str) -> str:
    return where.partition("[")[2].partition("]")[0]

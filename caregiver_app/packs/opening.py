"""From the bytes of a pack's archive to a pack that can be installed or shown. Touches no disk, no library, no network.

Who made it and whether it is signed is not known here (`packs.channels`): what comes out is in order, and no more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from caregiver_app.model.errors import FeedError, FeedTrouble, PackError, PackTrouble
from caregiver_app.model.opened_picture import OpenedPicture
from caregiver_app.model.pack import OpenedPack, OpenedText, Pack
from caregiver_app.model.pack_problem import PackFault, Severity
from caregiver_app.packs.archive_reading import read_archive
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.manifest import MANIFEST, read_manifest
from caregiver_app.packs.rules import texts_of
from caregiver_app.packs.texts import check_picture, check_text, read_markdown
from caregiver_app.packs.workshop import Workshop


def open_pack(data: bytes, workshop: Workshop) -> OpenedPack:
    """Return what an archive holds, all of it checked.

    Raises:
        PackError: it is no pack, damaged, unsafe, too large, for a newer version, or something in it is not in order.
        Cancelled: somebody ended the work of `workshop`.
    """
    files = read_archive(data)
    pack = read_manifest(files.pop(MANIFEST))
    check_files(pack, files)
    return OpenedPack(
        pack=pack,
        texts={text.file: _opened_text(text.file, pack, files, workshop) for text, _ in texts_of(pack)},
        pictures={picture.file: _opened_picture(picture.file, files, workshop) for picture in pack.pictures},
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
    )


def peek(data: bytes) -> Pack:
    """Return what an archive says that it holds, its texts and pictures left closed. Raises as `open_pack` does.

    For lists and for who verifies: nothing of it may be installed or shown as content.
    """
    files = read_archive(data)
    pack = read_manifest(files.pop(MANIFEST))
    check_files(pack, files)
    return pack


def check_files(pack: Pack, files: Mapping[str, bytes]) -> None:
    """Let pass exactly the files that the manifest names.

    Raises:
        PackError: one is missing, or nothing names it.
    """
    named = {text.file for text, _ in texts_of(pack)} | {picture.file for picture in pack.pictures}
    for file in sorted(named ^ files.keys()):
        raise PackError(PackTrouble.DAMAGED, file)


def _opened_text(file: str, pack: Pack, files: Mapping[str, bytes], workshop: Workshop) -> OpenedText:
    problems = Problems()
    markdown = read_markdown(files[file], file, problems)
    _raise_first(problems)
    try:
        html = workshop.render_text(files[file])
    except FeedError as error:
        raise _refusal(error, file) from error
    opened = check_text(markdown, html, [picture.file for picture in pack.pictures], file, problems)
    _raise_first(problems)
    return opened


def _opened_picture(file: str, files: Mapping[str, bytes], workshop: Workshop) -> OpenedPicture:
    problems = Problems()
    check_picture(file, files[file], problems)
    _raise_first(problems)
    try:
        made = workshop.remake_picture(files[file])
    except FeedError as error:
        raise _refusal(error, file) from error
    return OpenedPicture(data=made.data, media_type=made.media_type, width=made.width, height=made.height)


def _refusal(error: FeedError, file: str) -> PackError:
    """Return why a worker did not take a file, as a pack's trouble."""
    if error.kind in (FeedTrouble.TIMEOUT, FeedTrouble.CRASHED):
        return PackError(PackTrouble.UNSAFE, file, error.kind.value)
    fault = PackFault.TOO_TANGLED if file.endswith(".md") else PackFault.NOT_A_PICTURE
    return PackError(PackTrouble.FIELD, file, fault.value)


def _raise_first(problems: Problems) -> None:
    for problem in problems.all:
        if problem.severity is Severity.ERROR:
            raise PackError(PackTrouble.FIELD, problem.where, problem.fault.value)

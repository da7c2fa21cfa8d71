"""From a pack's folder to its archive: texts without heads, pictures without anything but their points, always the same
bytes for the same folder.

Whether the pack is fit to be handed over is for `checking` to say; here is only what no archive can be without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from caregiver_app.model.errors import FeedError
from caregiver_app.model.pack import OpenedText, Pack
from caregiver_app.model.pack_problem import PackFault, PackProblem, Severity
from caregiver_app.packs.archive_writing import write_archive
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.folder_reading import PackFolder
from caregiver_app.packs.manifest import MANIFEST, write_manifest
from caregiver_app.packs.texts import check_picture, check_text, read_markdown
from caregiver_app.packs.workshop import Workshop
from caregiver_app.support.picture_cleaning import bare_png
from caregiver_app.support.picture_facts import facts_of
from caregiver_app.support.picture_points import holds_points_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePack:
    """A pack made ready: the files of its archive but the manifest, its texts as they will be shown, how many lines
    stand above each in the folder, what is wrong so far. `pack` is None where `pack.json` has no sense.
    """

    pack: Pack | None
    files: Mapping[str, bytes] = field(repr=False)
    texts: Mapping[str, OpenedText] = field(repr=False)
    above: Mapping[str, int]
    problems: tuple[PackProblem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether something keeps it from being built."""
        return self.pack is None or any(problem.severity is Severity.ERROR for problem in self.problems)


def make_ready(folder: PackFolder, workshop: Workshop) -> MadePack:
    """Return what a folder holds as it will be handed over.

    Raises:
        Cancelled: somebody ended the work of `workshop`.
    """
    problems = Problems()
    for problem in folder.problems:
        problems.add(problem.where, problem.fault, problem.detail)
    files = dict(folder.files)
    pictures = [file for file in files if file.startswith("pictures/")]
    for file in pictures:
        files[file] = _bare(files[file], workshop)
        check_picture(file, files[file], problems)
    in_texts = Problems()
    texts = _texts(files, pictures, workshop, in_texts)
    for problem in in_texts.all:
        problems.add(line_in_folder(problem.where, folder.above), problem.fault, problem.detail)
    return MadePack(pack=folder.pack, files=files, texts=texts, above=folder.above, problems=problems.all)


def archive_of(made: MadePack) -> bytes:
    """Return the archive of a pack that has no errors; the same bytes for the same pack."""
    if made.has_errors or made.pack is None:
        raise RuntimeError("a pack with errors")
    return write_archive({**made.files, MANIFEST: write_manifest(made.pack)})


def _bare(data: bytes, workshop: Workshop) -> bytes:
    """Return a picture without anything but its points; nothing of what is none, for `check_picture` to find."""
    bare = data if facts_of(data) is not None else bare_png(data)
    if bare is not None and facts_of(bare) is not None and holds_points_alone(bare):
        return bare
    try:
        return workshop.remake_picture(data).data
    except FeedError:
        return b""


def _texts(
    files: Mapping[str, bytes], pictures: list[str], workshop: Workshop, problems: Problems
) -> dict[str, OpenedText]:
    opened = {}
    for file in sorted(files.keys() - set(pictures)):
        words = Problems()
        markdown = read_markdown(files[file], file, words)
        try:
            html = None if words.all else workshop.render_text(files[file])
        except FeedError:
            words.add(file, PackFault.TOO_TANGLED)
            html = None
        if html is not None:
            opened[file] = check_text(markdown, html, pictures, file, words)
        for problem in words.all:
            problems.add(problem.where, problem.fault, problem.detail)
    return opened


def line_in_folder(where: str, above: Mapping[str, int]) -> str:
    """Return a place in a text as the line of its file in the folder, where a head may stand above."""
    file, _, line = where.rpartition(":")
    return f"{file}:{int(line) + above[file]}" if file in above else where

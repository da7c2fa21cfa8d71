"""What `caregiver pack new|check|build` say, in words and as JSON (docs/formats/command-line.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Console, Json
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences.pack_problems import problem_words, severity_word

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_making import CheckedPack
    from caregiver_app.packs.starting import BegunPack


def check_shape(checked: CheckedPack) -> Json:
    """Return the document of `pack check`."""
    return {"ok": not checked.errors, "problems": [problem_shape(problem) for problem in checked.problems]}


def problem_shape(problem: PackProblem) -> Json:
    """Return one problem: its place, its stable word, how gravely it counts, and the same in words."""
    return {
        "where": problem.where,
        "what": problem.fault.value,
        "severity": problem.severity.value,
        "message": problem_words(problem),
    }


def new_shape(folder: Path, begun: BegunPack) -> Json:
    """Return the document of `pack new`."""
    left_out: list[Json] = [problem_shape(problem) for problem in begun.left_out]
    return {"folder": str(folder), "id": begun.pack.id, "taken": begun.taken, "left_out": left_out}


def build_shape(file: str, data: bytes, checked: CheckedPack) -> Json:
    """Return the document of `pack build`."""
    return {
        "file": file,
        "size_bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "problems": [problem_shape(problem) for problem in checked.problems],
    }


def tell_problems(console: Console, problems: Sequence[PackProblem]) -> None:
    """Say each problem with its place."""
    for problem in problems:
        place = f"{problem.where}: " if problem.where else ""
        console.line(f"{severity_word(problem.severity)}: {place}{problem_words(problem)}")
    if any(problem.fault is PackFault.PRIVATE_WORDS_UNCHECKED for problem in problems):
        console.note(_("To have them looked for, give the passphrase of your care notes: --passphrase-file FILE"))


def tell_new(console: Console, folder: Path, begun: BegunPack) -> None:
    """Say where a new pack is, what came in from a list, and each row that did not."""
    if console.as_json:
        console.document(new_shape(folder, begun))
        return
    console.line(_("A new pack is in {folder}.").format(folder=folder))
    if begun.taken:
        sentence = ngettext("{count} entry came in.", "{count} entries came in.", begun.taken)
        console.line(sentence.format(count=begun.taken))
    for problem in begun.left_out:
        words = problem_words(problem)
        console.line(_("Left out, row {row}: {why}").format(row=problem.where, why=words))
    console.note(_("Write guides into its folder guides. Then: caregiver pack check FOLDER"))

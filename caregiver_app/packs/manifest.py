"""Reads and writes `pack.json`, which says all that a pack holds. docs/formats/pack.md is the format. Pure.

There is one way to write a pack: keys in the order of the alphabet, no spaces, nothing that is as it is by default. In
an archive nothing else is taken; in a folder, where people write it, any way that JSON allows is.
"""

from __future__ import annotations

import json
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack import SCHEMA, Pack
from caregiver_app.model.pack_problem import Severity
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.records import json_of, pack_from
from caregiver_app.packs.rules import check_rules
from caregiver_app.packs.strict_json import read_json

MANIFEST: Final = "pack.json"
MOST_BYTES: Final = 8_000_000


def write_manifest(pack: Pack) -> bytes:
    """Return the bytes of a pack's manifest; the same for the same pack."""
    said = json.dumps(json_of(pack), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{said}\n".encode()


def manifest_for_people(pack: Pack) -> bytes:
    """Return the same as it is written into a folder, where people change it."""
    return (json.dumps(json_of(pack), ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(data: bytes) -> Pack:
    """Read a manifest that may have been written by anybody.

    Raises:
        PackError: NOT_A_PACK, NEWER, TOO_LARGE; FIELD with the first problem; DAMAGED where it is not written in the
            one way in which packs are.
    """
    problems = Problems()
    pack = checked_pack(json_from(data), problems)
    for problem in problems.all:
        if problem.severity is Severity.ERROR:
            raise PackError(PackTrouble.FIELD, problem.where, problem.fault.value)
    if pack is None or write_manifest(pack) != data:
        raise PackError(PackTrouble.DAMAGED, MANIFEST)
    return pack


def checked_pack(said: Json, problems: Problems) -> Pack | None:
    """Return the pack that JSON describes, its fields and how they go together checked; None where it has no sense."""
    pack = pack_from(said, problems)
    if pack is not None:
        check_rules(pack, problems)
    return pack


def json_from(data: bytes) -> Json:
    """Return the JSON of a manifest, once it is known to be one that this version reads.

    Raises:
        PackError: NOT_A_PACK, NEWER or TOO_LARGE.
    """
    if len(data) > MOST_BYTES:
        raise PackError(PackTrouble.TOO_LARGE, MANIFEST)
    try:
        said = read_json(data)
    except (ValueError, RecursionError) as error:
        raise PackError(PackTrouble.NOT_A_PACK, MANIFEST) from error
    schema = said.get("schema") if isinstance(said, dict) else None
    if type(schema) is not int or schema < 1:
        raise PackError(PackTrouble.NOT_A_PACK, MANIFEST)
    if schema > SCHEMA:
        raise PackError(PackTrouble.NEWER, MANIFEST)
    return said

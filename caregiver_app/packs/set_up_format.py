"""Reads and writes the bytes of a set-up file. Pure: nothing is followed here, and nobody is trusted by it."""

from __future__ import annotations

import json
from typing import Final

from caregiver_app.model.errors import SetUpError, SetUpTrouble
from caregiver_app.model.set_up import SetUp
from caregiver_app.packs.fields import Json
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.records import json_of, record_from
from caregiver_app.packs.rules import is_reserved_name
from caregiver_app.packs.strict_json import read_json

FORMAT: Final = "caregiver-set-up"
VERSION: Final = 1
MOST_BYTES: Final = 64_000


def parse_set_up(data: bytes) -> SetUp:
    """Read a set-up file that may have been written by anybody.

    Raises:
        SetUpError: NOT_ONE, NEWER, TOO_LARGE; FIELD with the name of the first field that is not as it should be.
    """
    if len(data) > MOST_BYTES:
        raise SetUpError(SetUpTrouble.TOO_LARGE)
    said = _json(data)
    if said.pop("format", None) != FORMAT:
        raise SetUpError(SetUpTrouble.NOT_ONE)
    version = said.pop("version", None)
    if type(version) is not int or version < 1:
        raise SetUpError(SetUpTrouble.NOT_ONE)
    if version > VERSION:
        raise SetUpError(SetUpTrouble.NEWER)
    return _checked(said)


def set_up_bytes(set_up: SetUp) -> bytes:
    """Return the bytes of a set-up file; the same for the same choices.

    Raises:
        SetUpError: FIELD: a reader would not take it so.
    """
    said = {"format": FORMAT, "version": VERSION, **json_of(set_up)}
    data = (json.dumps(said, indent=1) + "\n").encode()
    parse_set_up(data)
    return data


def _checked(said: dict[str, Json]) -> SetUp:
    problems = Problems()
    set_up = record_from(said, SetUp, "", problems)
    if set_up is None or problems.all:
        raise SetUpError(SetUpTrouble.FIELD, problems.all[0].where)
    if set_up.packs and set_up.channel is None:
        raise SetUpError(SetUpTrouble.FIELD, "packs")
    if set_up.channel is not None and is_reserved_name(set_up.channel.copy):
        raise SetUpError(SetUpTrouble.FIELD, "channel.copy")
    return set_up


def _json(data: bytes) -> dict[str, Json]:
    try:
        said = read_json(data)
    except (ValueError, RecursionError) as error:
        raise SetUpError(SetUpTrouble.NOT_ONE) from error
    if not isinstance(said, dict):
        raise SetUpError(SetUpTrouble.NOT_ONE)
    return said

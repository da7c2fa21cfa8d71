"""Puts the files of a channel on a web server on loopback, as any static host would."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.helpers.http_server import Answer, ScriptedServer, conditional
from tests.helpers.own_channels import files_in

BELOW = "/packs"


def host(server: ScriptedServer, folder: Path, *, date: str = "") -> str:
    """Serve what lies in a folder now, and return the address of the channel; `date` is the server's own clock."""
    headers = {"Date": date} if date else {}
    for name, data in files_in(folder).items():
        tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        server.answer(f"{BELOW}/{name}", conditional(data, etag=tag, headers=headers))
    return f"{server.url(BELOW)}/"


def take_down(server: ScriptedServer, folder: Path) -> None:
    """Serve nothing of it any more."""
    for name in files_in(folder):
        server.answer(f"{BELOW}/{name}", Answer(status=404))


def asked(server: ScriptedServer) -> list[str]:
    """Return which files of a channel were asked for since the last call, in order."""
    names = [request.path.removeprefix(f"{BELOW}/") for request in server.requests]
    server.requests.clear()
    return names

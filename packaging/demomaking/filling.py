"""Fills an empty data folder with the invented family's notes, by services that windows and commands use too."""

from __future__ import annotations

import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

from caregiver_app.bootstrap.exports import take_in
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.model.time import Clock, to_datetime
from caregiver_app.support.key_derivation import KdfCost
from caregiver_app.vault.carrying.incoming_files import read_incoming
from demomaking.family import HOME_ZONE, write_export
from demomaking.feed import OneFeed
from demomaking.shelf import fill_library

PASSPHRASE = "kettle maple harbour quilt sparrow"
"""Of the demonstration alone; whoever starts it reads it on the terminal."""


def fill_folder(folder: Path, clock: Clock, *, zone: str = HOME_ZONE, cost: KdfCost | None = None) -> None:
    """Put the family's data into an empty data folder, as it is at the clock's time. The network is never asked."""
    feed = OneFeed(to_datetime(clock.now()))
    services = build_services(Paths(data_dir=folder), clock=clock, fetcher=feed)
    try:
        fill_notes(services, zone=zone, cost=cost)
        library = services.open_library()
        try:
            fill_library(services, library, feed.address)
        finally:
            library.close()
    finally:
        services.close()


def fill_notes(services: Services, *, zone: str = HOME_ZONE, cost: KdfCost | None = None) -> None:
    """Make care notes and take the family's into them; they are locked again afterwards.

    Raises:
        ValueError: something of them could not be taken as it is written.
    """
    now = services.clock.now()
    day = to_datetime(now).astimezone(ZoneInfo(zone)).date()
    services.care.create(PASSPHRASE, cost=cost)
    vault = services.care.open()
    try:
        with tempfile.TemporaryDirectory(prefix="caregiver-demo-") as place:
            write_export(Path(place) / "notes", day, zone)
            incoming = read_incoming(Path(place) / "notes", passphrase=None, zone=zone)
            merged = take_in(services.care.with_files(vault), incoming, at=now)
    finally:
        vault.close()
        services.care.lock()
    if merged.left_out:
        raise ValueError(f"left out: {dict(merged.left_out)}")

"""A channel in memory that a test may forge in any way: built with python-tuf alone, not with our publisher's side."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Key,
    Metadata,
    MetaFile,
    Role,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from caregiver_app.model.channel import CheckedChannel, Lateness, ReferenceTime, TrustedChannel
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.places import too_long
from caregiver_app.packs.channels.trusting import look_first, trust
from tests.helpers.clock import MONDAY

OURS: dict[str, Any] = {"format": 1}
DAYS = {"root": 730, "targets": 365, "snapshot": 90, "timestamp": 30, "publisher": 183}


class MemoryPlace:
    """Files of a channel in memory; a name in `endless` never comes to an end."""

    def __init__(self, files: dict[str, bytes], lateness: Lateness = Lateness.REFUSED) -> None:
        self.files = files
        self.lateness = lateness
        self.endless: set[str] = set()
        self.asked: list[str] = []

    def read(self, name: str, at_most_bytes: int, *, announced: bool = False) -> bytes | None:
        """Return what is in a file."""
        self.asked.append(name)
        data = self.files.get(name)
        if name in self.endless or (data is not None and len(data) > at_most_bytes):
            raise too_long(name, announced=announced)
        return data


class RepositorySimulator:
    """Its documents lie open to be changed; `publish` signs them as they are."""

    def __init__(self, *, at: Millis = MONDAY, threshold: int = 1) -> None:
        self.at = at
        self.files: dict[str, bytes] = {}
        self.signers: dict[str, list[CryptoSigner]] = {
            "root": [CryptoSigner.generate_ed25519() for _ in range(threshold)],
            "targets": [CryptoSigner.generate_ed25519() for _ in range(threshold)],
            "snapshot": [CryptoSigner.generate_ed25519()],
            "timestamp": [CryptoSigner.generate_ed25519()],
        }
        self.root = self._new_root(threshold)
        self.targets = Targets(expires=self._until("targets"), delegations=Delegations({}, {}))
        self.publishers: dict[str, Targets] = {}
        self.snapshot = Snapshot(version=1, expires=self._until("snapshot"), meta={})
        self.timestamp = Timestamp(version=1, expires=self._until("timestamp"))
        self.publish_root()
        self.add_publisher("north")
        self.add_pack("north", "eating", b"a pack about eating")
        self.publish(bump=False)

    def add_publisher(self, slug: str, **changed: Any) -> None:
        """Leave a folder to somebody; `changed` forges the delegation."""
        fields: dict[str, Any] = {
            "terminating": True,
            "paths": [f"{slug}/*"],
            "unrecognized_fields": {"caregiver": {**OURS, "name": slug.title()}},
            **changed,
        }
        delegations = self.targets.delegations
        assert delegations is not None
        assert delegations.roles is not None
        delegations.roles[slug] = DelegatedRole(slug, [], 1, **fields)
        self.signers[slug] = [CryptoSigner.generate_ed25519()]
        self.targets.add_key(self.signers[slug][0].public_key, slug)
        self.publishers[slug] = Targets(expires=self._until("publisher"))

    def add_pack(self, publisher: str, slug: str, data: bytes, *, path: str = "", **custom: Any) -> None:
        """Offer a pack; `custom` forges what is said of it, `path` where it lies."""
        path = path or f"{publisher}/{slug}.pack"
        said = {**OURS, "title": slug, "version": 1, "review_by": "2027-05-01", "languages": ["en"], **custom}
        digest = hashlib.sha256(data).hexdigest()
        target = TargetFile(len(data), {"sha256": digest}, path, {"custom": {"caregiver": said}})
        self.publishers[publisher].targets[path] = target
        folder, _, name = path.rpartition("/")
        self.files[f"targets/{folder}/{digest}.{name}"] = data

    def pack_file(self, slug: str = "eating") -> str:
        """Return where the bytes of a pack lie."""
        return next(name for name in self.files if name.endswith(f".{slug}.pack"))

    def publish_root(self) -> None:
        """Sign the root as it is."""
        self._put(f"metadata/{self.root.version}.root.json", self.root, "root")

    def publish(self, *, bump: bool = True) -> None:
        """Sign everything but the root as it is, each with its next number unless told otherwise."""
        step = 1 if bump else 0
        for role, document in {"targets": self.targets, **self.publishers}.items():
            document.version += step
            data = self._put(f"metadata/{document.version}.{role}.json", document, role)
            self.snapshot.meta[f"{role}.json"] = MetaFile.from_data(document.version, data, ["sha256"])
        self.publish_snapshot(bump=bump)

    def publish_snapshot(self, *, bump: bool = True) -> None:
        """Sign snapshot and timestamp."""
        self.snapshot.version += 1 if bump else 0
        data = self._put(f"metadata/{self.snapshot.version}.snapshot.json", self.snapshot, "snapshot")
        self.timestamp.snapshot_meta = MetaFile.from_data(self.snapshot.version, data, ["sha256"])
        self.publish_timestamp(bump=bump)

    def publish_timestamp(self, *, bump: bool = True) -> None:
        """Sign the timestamp."""
        self.timestamp.version += 1 if bump else 0
        self._put("metadata/timestamp.json", self.timestamp, "timestamp")

    def extend(self, at: Millis) -> None:
        """Let everything be signed on another day from now on."""
        self.at = at
        self.targets.expires = self._until("targets")
        self.snapshot.expires, self.timestamp.expires = self._until("snapshot"), self._until("timestamp")
        for document in self.publishers.values():
            document.expires = self._until("publisher")

    def replace_key(self, role: str) -> None:
        """Give a role a new key by a new root, which the old keys of the root sign, too."""
        old = self.signers[role][0]
        new = CryptoSigner.generate_ed25519()
        self.root.revoke_key(old.public_key.keyid, role)
        self.root.add_key(new.public_key, role)
        self.root.version += 1
        before = list(self.signers["root"])
        self.signers[role] = [new, *self.signers[role][1:]]
        signers = [*before, *(each for each in self.signers["root"] if each not in before)]
        self.files[f"metadata/{self.root.version}.root.json"] = signed(self.root, signers)

    def place(self, lateness: Lateness = Lateness.REFUSED) -> MemoryPlace:
        """Return where its files are read."""
        return MemoryPlace(self.files, lateness)

    def trusted(self) -> TrustedChannel:
        """Return it as somebody trusts it who has seen nothing of it yet."""
        look = look_first(self.place(), ReferenceTime(at=self.at))
        return trust(look, look.fingerprint, at=self.at)

    def checked(self, channel: TrustedChannel | None = None, *, at: Millis | None = None) -> CheckedChannel:
        """Return what a family finds."""
        return check(channel or self.trusted(), self.place(), ReferenceTime(at=self.at if at is None else at))

    def edit(self, name: str, change: Callable[[dict[str, Any]], None]) -> None:
        """Change a document after it was signed."""
        document = json.loads(self.files[name])
        change(document)
        self.files[name] = json.dumps(document).encode()

    def write(self, folder: Path) -> Path:
        """Put its files into a folder, as on a stick."""
        for name, data in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        return folder

    def _put(self, name: str, document: Any, role: str) -> bytes:
        self.files[name] = signed(document, self.signers[role])
        return self.files[name]

    def _new_root(self, threshold: int) -> Root:
        roles = {
            role: Role([each.public_key.keyid for each in signers], threshold if role in ("root", "targets") else 1)
            for role, signers in self.signers.items()
        }
        keys: dict[str, Key] = {
            each.public_key.keyid: each.public_key for signers in self.signers.values() for each in signers
        }
        facts = {"caregiver": {**OURS, "name": "Northfield Nurses", "kind": "one"}}
        return Root(
            expires=self._until("root"), keys=keys, roles=roles, consistent_snapshot=True, unrecognized_fields=facts
        )

    def _until(self, role: str) -> Any:
        return to_datetime(self.at).replace(microsecond=0) + timedelta(days=DAYS[role])


def signed(document: Any, signers: list[CryptoSigner]) -> bytes:
    """Return a document signed by these."""
    wrapped: Metadata[Any] = Metadata(document)
    for signer in signers:
        wrapped.sign(signer, append=True)
    return wrapped.to_bytes()

"""Files with passphrases and the like, as people who script make them: for their own eyes."""

from __future__ import annotations

from pathlib import Path


def secret_file(path: Path, text: str) -> str:
    """Write a secret into a file that only its owner may read; return its name."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return str(path)

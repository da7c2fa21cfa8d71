"""The examples of docs/formats/command-line.md, and whether an answer has the form of one."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.helpers.command_line import ROOT

PAGE = (ROOT / "docs" / "formats" / "command-line.md").read_text(encoding="utf-8")
EXAMPLES = {
    name: json.loads(example)
    for name, example in re.findall(r"\n\n`([a-z -]+)`[^\n]*:\n\n```json\n(.*?)\n```", PAGE, re.DOTALL)
}
"""What each command prints, by its name on the page."""


def keys_of(value: Any) -> Any:
    """Return the skeleton of a document: its keys, and those of the first object of each list."""
    if isinstance(value, dict):
        return {key: keys_of(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [keys_of(value[0])] if value and isinstance(value[0], dict) else []
    return None


def assert_documented(name: str, answer: Any) -> None:
    """Hold an answer to the example of that name: the same keys in the same order."""
    assert json.dumps(keys_of(EXAMPLES[name])) == json.dumps(keys_of(answer)), name  # as text: the order counts too

"""Makes the pages for `man` and the completion for shells: `python packaging/make_manual.py FOLDER`.

They lie in FOLDER as they do in /usr/share of a system. They are made when a package is made, and not kept: they say
what the commands say. No network, and the same bytes every time.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from caregiver_app.support.i18n import speaking  # noqa: E402  found only once the path is set
from manualmaking.bash import bash_completion  # noqa: E402  the same
from manualmaking.fish import fish_completion  # noqa: E402  the same
from manualmaking.man_page import HEADINGS, man_page  # noqa: E402  the same
from manualmaking.tree import command_tree  # noqa: E402  the same
from manualmaking.zsh import zsh_completion  # noqa: E402  the same

PAGES = {"en": "man/man1/caregiver.1", "es": "man/es/man1/caregiver.1"}


def make(folder: Path) -> list[Path]:
    """Write everything into a folder, and return the files.

    Raises:
        OSError: a file cannot be written.
    """
    texts: dict[str, str] = {}
    for language, name in PAGES.items():
        with speaking(language):
            texts[name] = man_page(command_tree(), HEADINGS[language])
    with speaking("en"):
        tree = command_tree()
    texts["bash-completion/completions/caregiver"] = bash_completion(tree)
    texts["zsh/vendor-completions/_caregiver"] = zsh_completion(tree)
    texts["fish/vendor_completions.d/caregiver.fish"] = fish_completion(tree)
    files = []
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        files.append(file)
    return files


def main() -> None:
    """Write the files into the folder that was named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    make(parser.parse_args().folder)


if __name__ == "__main__":
    main()

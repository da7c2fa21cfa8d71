"""The pages for the web or a stick: gathers our documents with all they point to, and has MkDocs set them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from devtools.environment import ready_docs_environment
from devtools.places import BUILD, DOCS_ENVIRONMENT, PACKAGING, ROOT, python_of
from devtools.trouble import Trouble

CONFIG = PACKAGING / "docsite" / "mkdocs.yml"
_GATHERED = BUILD / "site-source"
_BEGINS = ("docs/index.md", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
_LINK = re.compile(r"(!?\[(?P<words>[^\]]*)\]\()(?P<target>[^()\s]+)\)|(?P<attribute>src=\")(?P<source>[^\"]+)\"")
_CODE = re.compile(r"^```.*?^```|^    [^\n]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def make_site() -> int:
    """Set the documents into build/site, strictly: a warning is a failure. Return the exit code.

    Raises:
        Trouble: the set-up cannot be finished, or a document is reached from no other.
    """
    ready_docs_environment()
    shutil.rmtree(_GATHERED, ignore_errors=True)
    gather(ROOT, _GATHERED)
    if lost := "\n".join(lost_documents(ROOT)):
        raise Trouble(lost)
    mkdocs = [str(python_of(DOCS_ENVIRONMENT)), "-m", "mkdocs", "build", "--strict", "--config-file", str(CONFIG)]
    return subprocess.run(mkdocs, cwd=ROOT, check=False).returncode


def gather(root: Path, folder: Path) -> None:
    """Copy every file that can be reached from our first pages into `folder`, with links that fit its place there.

    What lies in docs/ comes to the top, all else into project/. A link to a folder leads to its README, and is mere
    words where there is none.
    """
    for path in reached(root):
        place = folder / _place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            text = (root / path).read_text(encoding="utf-8")
            place.write_text(_with_links(root, path, text), encoding="utf-8", newline="\n")
        else:
            shutil.copyfile(root / path, place)


def reached(root: Path) -> set[Path]:
    """Return the files to which one comes from the first pages, by their places below `root`."""
    found: set[Path] = set()
    ahead = [Path(each) for each in _BEGINS if (root / each).is_file()]
    while ahead:
        path = ahead.pop()
        if path not in found:
            found.add(path)
            ahead += _targets(root, path) if path.suffix == ".md" else ()
    return found


def lost_documents(root: Path) -> Iterator[str]:
    """Yield one line for each document or picture in docs/ to which nothing leads."""
    known = reached(root)
    for path in sorted((root / "docs").rglob("[!.]*")):
        if path.is_file() and path.relative_to(root) not in known:
            yield f"{path.relative_to(root).as_posix()}: no other document leads here"


def _targets(root: Path, page: Path) -> Iterator[Path]:
    text = _CODE.sub("", (root / page).read_text(encoding="utf-8"))
    for link in _LINK.finditer(text):
        target = _file_of(root, page, link["target"] or link["source"])
        if target is not None:
            yield target


def _with_links(root: Path, page: Path, text: str) -> str:
    def changed(link: re.Match[str]) -> str:
        address = link["target"] or link["source"]
        if re.match(r"[a-z][a-z0-9+.-]*:|#", address):
            return link[0]
        target = _file_of(root, page, address)
        if target is None:
            return link["words"] or link[0]
        near = os.path.relpath(_place(target), _place(page).parent).replace(os.sep, "/")
        _path, mark, anchor = address.partition("#")
        return f'{link["attribute"]}{near}"' if link["attribute"] else f"{link[1]}{near}{mark}{anchor})"

    pieces, end = [], 0
    for code in _CODE.finditer(text):
        pieces += [_LINK.sub(changed, text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*pieces, _LINK.sub(changed, text[end:])])


def _file_of(root: Path, page: Path, address: str) -> Path | None:
    """Return where a link leads, as a file below `root`; None where it leads to no file of ours."""
    path = unquote(address).partition("#")[0]
    if not path or re.match(r"[a-z][a-z0-9+.-]*:", address):
        return None
    there = Path(os.path.normpath(root / page.parent / path))
    there = there / "README.md" if there.is_dir() else there
    return there.relative_to(root) if there.is_file() else None


def _place(path: Path) -> Path:
    return path.relative_to("docs") if path.parts[0] == "docs" else Path("project", path)

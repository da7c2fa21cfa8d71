"""A link in our documents that leads nowhere is found; all others are left in peace."""

from __future__ import annotations

from pathlib import Path

from devtools.documents import broken_links


def test_only_links_that_lead_nowhere_are_reported(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "other file.md").write_text("# What `it` is\n\n## Twice over!\n")
    (tmp_path / "README.md").write_text(
        "# Begin here\n"
        "[a](docs/other%20file.md) [b](docs/other%20file.md#what-it-is) [c](#begin-here) [d](docs)\n"
        "[e](https://example.org/gone) [f](mailto:somebody@example.org) `[g](gone.md)`\n"
        "```\n[h](gone.md)\n```\n"
        "![picture](docs/gone.png) [i](docs/other%20file.md#gone) [j](gone.md) [k](#gone)\n"
    )
    assert list(broken_links(tmp_path)) == [
        "README.md: docs/gone.png leads nowhere",
        "README.md: docs/other%20file.md#gone leads nowhere",
        "README.md: gone.md leads nowhere",
        "README.md: #gone leads nowhere",
    ]


def test_what_is_installed_beside_the_project_is_not_ours_to_check(tmp_path: Path) -> None:
    package = tmp_path / ".venv" / "lib"
    package.mkdir(parents=True)
    (package / "README.md").write_text("[gone](gone.md)")
    assert list(broken_links(tmp_path)) == []

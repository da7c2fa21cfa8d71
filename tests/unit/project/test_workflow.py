"""What is tagged is handed out only if it may be released, and only that gets the keys that sign. What is committed is
tried on every Python that it is for.

The workflows cannot run here; what must be so is read in their text.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import dev

ROOT = Path(__file__).resolve().parents[3]
WORKFLOWS = {
    file.name: file.read_text(encoding="utf-8") for file in sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
}
WORKFLOW, TESTS = WORKFLOWS["packages.yml"], WORKFLOWS["tests.yml"]
ONLY_A_TAG = "github.ref_type == 'tag'"


def jobs() -> dict[str, str]:
    """Return the text of each job, by name."""
    _name, *found = re.split(r"^  ([\w-]+):\n", WORKFLOW.partition("\njobs:\n")[2], flags=re.MULTILINE)
    return dict(zip(found[::2], found[1::2], strict=True))


def needs(job: str) -> set[str]:
    found = re.search(r"^    needs: (.*)$", job, flags=re.MULTILINE)
    return set() if found is None else set(re.findall(r"[\w-]+", found[1]))


def test_nothing_is_built_of_a_tag_that_may_not_be_released() -> None:
    gate = jobs()["gate"]
    assert f"if: {ONLY_A_TAG}\n" in gate
    assert 'test "$GITHUB_REF_NAME" = "$(python3 packaging/say_version.py)"\n' in gate
    assert "python3 dev.py release --check\n" in gate
    assert [name for name, job in jobs().items() if "gate" not in needs(job)] == ["gate"]
    assert "continue-on-error" not in WORKFLOW


def test_keys_are_given_to_tags_alone_in_an_environment_that_people_guard() -> None:
    signing = {name: job for name, job in jobs().items() if "secrets." in job}
    assert set(signing) == {"windows-installer", "macos-image"}
    for job in signing.values():
        assert f"    environment: ${{{{ {ONLY_A_TAG} && 'release' || 'trial' }}}}\n" in job
        known = re.findall(r"^      (IS_\w+): (.*)$", job, flags=re.MULTILINE)
        assert known
        assert all(value.startswith(f"${{{{ {ONLY_A_TAG} && ") for _name, value in known)
        for step in re.split(r"^      - ", job, flags=re.MULTILINE)[1:]:
            assert "secrets." not in step or re.search(r"if: env\.IS_\w+ == 'true'", step)
            assert not re.search(r"dev\.py|pip |npm ", step), "what signs runs nobody else's programs"


def test_no_key_is_there_any_more_when_what_was_signed_is_tried() -> None:
    job = jobs()["macos-image"]
    steps = (
        "take_certificate.sh",
        "codesign --sign",
        "security delete-keychain",
        "packaging/try_frozen.py",
        "notarytool",
    )
    assert sorted(steps, key=job.index) == list(steps)
    taken = (ROOT / "packaging" / "macos" / "take_certificate.sh").read_text(encoding="utf-8")
    assert 'keychain="$RUNNER_TEMP/signing.keychain-db"\n' in taken  # what the workflow deletes


def test_one_list_of_sums_has_all_that_is_handed_out() -> None:
    handing_out = {
        name for name, job in jobs().items() if re.search(r"^          name: package-[\w-]+", job, re.MULTILINE)
    }
    assert handing_out == {"debian", "flatpak", "windows-installer", "macos-image"}
    sums = jobs()["sums"]
    assert needs(sums) == handing_out | {"gate"}
    assert "!contains(needs.*.result, 'failure')" in sums
    for kind in ("deb", "tar.xz", "tar.gz", "whl", "exe", "dmg"):
        assert re.search(rf"^          ls .*\.{re.escape(kind)}\b", sums, re.MULTILINE), kind


def test_where_the_package_is_tried_a_network_can_be_taken_away() -> None:
    assert re.search(r"^      options: .*--cap-add=SYS_ADMIN\b", jobs()["debian"], re.MULTILINE)
    assert WORKFLOW.count("--cap-add") == 1
    assert "secrets." not in jobs()["debian"]


def test_what_can_be_pinned_is() -> None:
    containers = re.findall(r"^    container:(?:\n      image:)? (.*)$", WORKFLOW, flags=re.MULTILINE)
    assert len(containers) == WORKFLOW.count("container:") > 0
    assert all(re.fullmatch(r"debian:12@sha256:[0-9a-f]{64}", each) for each in containers)
    maker = (ROOT / "packaging" / "windows" / "make.ps1").read_text(encoding="utf-8")
    assert re.search(r'^\$sum = "[0-9a-f]{64}"$', maker, re.MULTILINE)
    assert "choco" not in WORKFLOW + maker


def test_all_tests_run_on_each_python_that_is_allowed() -> None:
    minors = range(dev.OLDEST[1], dev.NEWEST[1] + 1)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">=3.{minors[0]},<3.{minors[-1] + 1}"
    named = ", ".join(f'"3.{minor}"' for minor in minors)
    assert f"        python: [{named}]\n" in TESTS
    assert "          python-version: ${{ matrix.python }}\n" in TESTS
    assert re.search(r"^      - run: sudo env .* \.ci/run$", TESTS, re.MULTILINE)
    assert "exec python3 dev.py test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "continue-on-error" not in TESTS


def test_a_run_may_only_read_and_strangers_who_ask_for_a_change_get_nothing() -> None:
    for name, text in WORKFLOWS.items():
        assert "\npermissions:\n  contents: read\n\n" in text, name
        assert text.count("permissions:") == 1, name
        assert "pull_request_target" not in text, name
        assert text.count("actions/checkout@") == text.count("persist-credentials: false"), name
    assert "secrets." not in TESTS


def test_actions_are_pinned_by_hash_the_same_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for name, text in WORKFLOWS.items():
        used = re.findall(r"uses: (.*)$", text, re.MULTILINE)
        assert used, name
        for each in used:
            pinned = re.fullmatch(r"([\w/-]+)@([0-9a-f]{40}  # v[\d.]+)", each)
            assert pinned is not None, (name, each)
            pins.setdefault(pinned[1], set()).add(pinned[2])
    assert all(len(hashes) == 1 for hashes in pins.values()), pins

"""The one entrance for everybody who works on Caregiver.

python3 dev.py run [--temp-data] [-- ARGUMENTS]   set up if needed, then the window (without a screen: the main job)
python3 dev.py run --demo [-- ARGUMENTS]          the same with the notes and library of an invented family
python3 dev.py test [-- PYTEST ARGUMENTS]         set up if needed, then everything that must hold
python3 dev.py setup                              the set-up alone; then .venv/bin/caregiver works
python3 dev.py check                              layout, lint, types, walls, translations, notices, documents
python3 dev.py fix                                mend layout and simple lint, refresh the translation template
python3 dev.py samples                            print the invented family's sheets into docs/samples
python3 dev.py look [-- FOLDER]                   picture every screen in every look, on sheets in docs/look
python3 dev.py guide                              picture the stories anew for docs/user-guide and docs/nurse-guide
python3 dev.py docs                               the documents as pages to read, in build/site
python3 dev.py bench [NAME] [-- ARGUMENTS]        one benchmark; without a name: all of them (half an hour)
python3 dev.py faults [-- PYTEST ARGUMENTS]       the full numbers of kills and crash points
python3 dev.py fuzz [-- PYTEST ARGUMENTS]         the property tests with many more examples
python3 dev.py wheel                              wheel and source archive of the last commit, built twice, in dist
python3 dev.py release [--check]                  what must hold before a release, then its files and checksums
python3 dev.py freeze                             the last commit as one folder for this system, in build/freeze
python3 dev.py package [--twice]                  .deb and tarball of the last commit in dist, the .deb tried as root
python3 dev.py validate                           menus, file types, man pages, completion: tried by what reads them
python3 dev.py lock [--upgrade]                   remake packaging/*.lock after a change of dependencies

It needs a Python with pip and nothing else; what it does is in packaging/devtools.
"""

import os
import shutil
import sys

OLDEST, NEWEST = (3, 11), (3, 13)


def check_version() -> None:
    """Stop with a sentence when this Python is not one that Caregiver runs on; old ones must be able to read this."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    names = ["python3.{}".format(minor) for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    others = [name for name in names if shutil.which(name)]
    advice = "Use {} in place of python3 here.".format(others[0]) if others else "Please install one of these."
    found = sys.version.split()[0]
    sys.exit("Caregiver needs Python 3.{} to 3.{}; this is {}. {}".format(OLDEST[1], NEWEST[1], found, advice))


if __name__ == "__main__":
    check_version()
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "packaging"))
    from devtools.commands import main

    sys.exit(main(sys.argv[1:], __doc__ or ""))

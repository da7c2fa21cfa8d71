"""Run by a frozen program before anything of ours: what PyInstaller set so that we find our libraries is for us alone.

The linker read its part when this process began, and PyInstaller has told Qt by other means also. A browser, a voice or
a printer's program that we start must find its own libraries and plugins, and a worker begins as the first process did.
"""

import os

_PATH = "LD_LIBRARY_PATH"
_BEFORE = f"{_PATH}_ORIG"

if _BEFORE in os.environ:
    os.environ[_PATH] = os.environ.pop(_BEFORE)
else:
    os.environ.pop(_PATH, None)
for _name in [each for each in os.environ if each.startswith("_PYI_")] + ["QT_PLUGIN_PATH", "QML2_IMPORT_PATH"]:
    os.environ.pop(_name, None)

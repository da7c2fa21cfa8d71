"""Run first by a frozen program: what PyInstaller's starter set so that we find our libraries is for us alone.

The linker read it when this process began. A browser, a voice or a printer's program that we start must find its own.
"""

import os

_PATH = "LD_LIBRARY_PATH"
_BEFORE = f"{_PATH}_ORIG"

if _BEFORE in os.environ:
    os.environ[_PATH] = os.environ.pop(_BEFORE)
else:
    os.environ.pop(_PATH, None)

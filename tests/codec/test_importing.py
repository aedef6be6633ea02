"""Importing the codec is cheap."""

import subprocess
import sys


def test_importing_the_codec_does_not_import_cattrs() -> None:
    program = "import sys, almwp.codec; sys.exit('cattrs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

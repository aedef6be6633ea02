"""What almwp says when it is asked for its version."""

from almwp import __version__

VERSION_SAID = f"almwp, version {__version__}"

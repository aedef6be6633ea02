"""Start the command line, so that it can be stopped while it starts as well."""

import os
import sys

_MADE = 100_000
"""How much more is made than went before Python looks for what holds only itself.  A
start makes thousands of classes and words that stay to the end, and looking through
them every 700 times took a tenth of a small command."""


def start() -> None:
    """Run ``almwp``; one who stops it at once sees no traceback.

    While it is being loaded nothing is open yet, and the system may end it at once: an
    exception would come up in the midst of some import.
    """
    if sys.argv[1:] == ["--version"] and _say_version():
        return
    import gc
    import signal

    gc.set_threshold(_MADE)
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_ours:  # else somebody wants it not to be stopped, as nohup does
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from almwp.cli.main import main

    try:
        if is_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # all goes at once now; nobody need look for what goes together


def _say_version() -> bool:
    """Print the version, which needs nothing else; say whether that could be done.

    Where it cannot, the whole program says why.
    """
    from almwp.cli.version import VERSION_SAID

    if sys.stdout is None:
        return False
    try:  # past the stream, which would keep what it cannot write
        os.write(sys.stdout.fileno(), f"{VERSION_SAID}{os.linesep}".encode())
    except OSError:
        return False
    return True

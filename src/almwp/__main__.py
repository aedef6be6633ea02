"""``python -m almwp``: the command, where the folder of scripts is not on the path."""

from almwp.cli.start import start

if __name__ == "__main__":
    start()

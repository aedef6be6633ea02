"""``python -m almwp``: the command, where the folder of scripts is not on the path."""

from almwp.cli.main import main

if __name__ == "__main__":
    main()

"""The command line: commands over the use cases of ``workflow``."""

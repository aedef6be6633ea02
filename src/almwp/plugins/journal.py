"""The loggers of almwp: they stay silent until the program that uses it wants them."""

import logging

NAME = "almwp"
"""The logger above all others of almwp."""


def logger_of(module: str) -> logging.Logger:
    """Return the logger of a module of almwp, under the logger ``almwp``.

    Without a handler of its own, Python would print warnings of a program that never
    asked for them.
    """
    top = logging.getLogger(NAME)
    if not any(isinstance(each, logging.NullHandler) for each in top.handlers):
        top.addHandler(logging.NullHandler())
    return logging.getLogger(module)

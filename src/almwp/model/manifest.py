"""Manifests: the inputs from which an output came."""

from attrs import field, frozen

from almwp.model.fields import frozen_items, is_sha256


@frozen(kw_only=True)
class InputFile:
    """One file that went in."""

    name: str
    sha256: str = field(validator=is_sha256)


@frozen(kw_only=True)
class Manifest:
    """What an output was made from.  It holds no clock and no path of a machine.

    Attributes:
        inputs: The files, sorted by name.
        software: Name and version of each distribution that took part.
        settings: Choices that change the result, such as ``as-of``.
    """

    inputs: tuple[InputFile, ...] = field(default=(), converter=frozen_items)
    software: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)
    settings: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)

"""Print records of the catalogue for machines."""

from collections.abc import Iterable

from almwp.cli.saying import say


def print_records(records: Iterable[object]) -> None:
    """Print *records* as a JSON array, in the shape of the schemas."""
    from almwp.codec.plain import encode
    from almwp.codec.text import json_text

    say(json_text([encode(record) for record in records]), nl=False)

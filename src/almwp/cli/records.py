"""Print records of the catalogue for machines."""

from collections.abc import Iterable

import click


def print_records(records: Iterable[object]) -> None:
    """Print *records* as a JSON array, in the shape of the schemas."""
    from almwp.codec import encode
    from almwp.codec.text import json_text

    click.echo(json_text([encode(record) for record in records]), nl=False)

"""Say whether plain values fit the schema of their record, by a library of its own."""

from typing import Any

import jsonschema

from almwp.codec.schema import schema_of


def insist_it_fits(plain: Any, record: type[Any]) -> None:
    """Fail if *plain* is no value of the class of *record*, formats of dates included.

    Raises:
        jsonschema.ValidationError: It does not fit.
        jsonschema.SchemaError: The schema itself is none.
    """
    if record not in _CHECKS:
        schema = schema_of(record)
        jsonschema.Draft202012Validator.check_schema(schema)
        checker = jsonschema.FormatChecker()
        _CHECKS[record] = jsonschema.Draft202012Validator(
            schema, format_checker=checker
        )
    _CHECKS[record].validate(plain)


_CHECKS: dict[type[Any], jsonschema.Draft202012Validator] = {}
"""What checks values of a class: to look at its schema takes longer than all else."""

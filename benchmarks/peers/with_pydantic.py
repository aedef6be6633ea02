"""The job with pydantic models and python-calamine."""

import datetime
import sys
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from python_calamine import load_workbook

from rules import (
    budget_of,
    day_of,
    outcome_of,
    percent_of,
    rolled_up,
    status_of,
    write_all,
)


class Activity(BaseModel):
    """One row."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)

    title: Annotated[str, Field(alias="Activity", min_length=1)]
    outcome: Annotated[str, BeforeValidator(outcome_of), Field(alias="Outcome")]
    area: Annotated[str, Field(alias="Priority area")]
    lead: Annotated[str, Field(alias="Lead", min_length=1)]
    body: Annotated[str, Field(alias="ASEAN body")]
    budget: Annotated[float | None, BeforeValidator(budget_of), Field(alias="Budget")]
    status: Annotated[str, BeforeValidator(status_of), Field(alias="Status")]
    as_of: Annotated[
        datetime.date | None, BeforeValidator(day_of), Field(alias="Status as of")
    ]
    progress: Annotated[
        float | None, BeforeValidator(percent_of), Field(alias="Progress (%)")
    ]


def main(folder: str, files: list[str]) -> None:
    """Read, check, roll up and write."""
    activities: list[dict[str, Any]] = []
    errors = []
    for file in files:
        lines = load_workbook(file).get_sheet_by_name("Activities").to_python()
        names = lines[0]
        for number, line in enumerate(lines[1:], start=2):
            try:
                made = Activity.model_validate(dict(zip(names, line, strict=True)))
            except ValidationError as error:
                for each in error.errors():
                    errors.append(f"{file}:{number}: {each['loc'][0]}: {each['msg']}")
            else:
                activities.append(made.model_dump(by_alias=True))
    write_all(Path(folder), activities, rolled_up(activities), errors)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

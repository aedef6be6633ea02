"""The job with pandas; the engine that reads is named first."""

import sys
from pathlib import Path
from typing import Any

import pandas as pd

from rules import OUTCOMES, STATES, TABLES, write_all


def frame_of(file: str, engine: str, errors: list[str]) -> pd.DataFrame:
    """Read one file and check it, a column at a time."""
    frame = pd.read_excel(file, sheet_name="Activities", engine=engine, dtype=object)  # type: ignore[call-overload]
    outcome = frame["Outcome"].astype(str).str.strip().str.removesuffix(".0")
    status = frame["Status"].astype(str).str.strip().str.lower().map(STATES)
    said = frame["Progress (%)"]
    is_text = said.map(lambda value: isinstance(value, str))
    percent = pd.to_numeric(said.where(~is_text), errors="coerce")
    typed = said.where(is_text).str.strip().str.removesuffix("%")
    percent = percent.fillna(pd.to_numeric(typed, errors="coerce") / 100)
    as_of = pd.to_datetime(frame["Status as of"], errors="coerce", format="mixed")
    budget = frame["Budget"].astype("string").str.removeprefix("USD").str.strip()
    budget = pd.to_numeric(budget.str.replace(",", ""), errors="coerce")
    faults = {
        "Activity": frame["Activity"].isna(),
        "Lead": frame["Lead"].isna(),
        "Outcome": ~outcome.isin(OUTCOMES),
        "Status": status.isna(),
        "Progress (%)": (percent.isna() & said.notna())
        | ~percent.fillna(0).between(0, 1),
        "Status as of": as_of.isna() & frame["Status as of"].notna(),
        "Budget": budget.isna() & frame["Budget"].notna(),
    }
    bad = pd.Series(data=False, index=frame.index)
    for name, wrong in faults.items():
        errors += [f"{file}:{number + 2}: {name}" for number in frame.index[wrong]]
        bad |= wrong
    frame = frame.assign(
        **{
            "Outcome": outcome,
            "Status": status,
            "Progress (%)": percent,
            "Status as of": as_of,
            "Budget": budget,
        }
    )
    sound: pd.DataFrame = frame.loc[~bad]
    return sound


def main(engine: str, folder: str, files: list[str]) -> None:
    """Read, check, roll up and write."""
    errors: list[str] = []
    every = pd.concat([frame_of(file, engine, errors) for file in files])
    every["completed"] = every["Status"] == "completed"
    tables: dict[str, dict[str, Any]] = {}
    for name in TABLES:
        grouped = every.groupby(name).agg(
            number=("Activity", "size"),
            completed=("completed", "sum"),
            mean=("Progress (%)", "mean"),
        )
        tables[name] = grouped.to_dict(orient="index")  # type: ignore[assignment]
    plain = every.astype(object).where(every.notna(), None)
    write_all(Path(folder), plain.to_dict(orient="records"), tables, errors)  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])

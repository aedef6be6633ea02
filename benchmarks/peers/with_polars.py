"""The job with polars, which reads by fastexcel."""

import sys
from pathlib import Path
from typing import Any

import polars as pl

from rules import OUTCOMES, STATES, TABLES, write_all


def frame_of(file: str, errors: list[str]) -> pl.DataFrame:
    """Read one file and check it, a column at a time."""
    frame = pl.read_excel(
        file, sheet_name="Activities", infer_schema_length=0, raise_if_empty=False
    )
    typed = pl.col("Progress (%)").str.strip_chars()
    budget = pl.col("Budget").str.strip_prefix("USD").str.strip_chars()
    checked = frame.with_columns(
        Outcome=pl.col("Outcome").str.strip_chars().str.strip_suffix(".0"),
        Status=pl.col("Status")
        .str.strip_chars()
        .str.to_lowercase()
        .replace_strict(STATES, default=None),
        share=pl.when(typed.str.ends_with("%"))
        .then(typed.str.strip_suffix("%").cast(pl.Float64, strict=False) / 100)
        .otherwise(typed.cast(pl.Float64, strict=False)),
        day=pl.col("Status as of")
        .str.slice(0, 10)
        .str.to_date("%Y-%m-%d", strict=False),
        amount=budget.str.replace_all(",", "").cast(pl.Float64, strict=False),
        line=pl.int_range(2, pl.len() + 2),
    )
    faults = {
        "Activity": pl.col("Activity").is_null(),
        "Lead": pl.col("Lead").is_null(),
        "Outcome": ~pl.col("Outcome").is_in(list(OUTCOMES)),
        "Status": pl.col("Status").is_null(),
        "Progress (%)": (pl.col("share").is_null() & typed.is_not_null())
        | ~pl.col("share").fill_null(0).is_between(0, 1),
        "Status as of": pl.col("day").is_null() & pl.col("Status as of").is_not_null(),
        "Budget": pl.col("amount").is_null() & pl.col("Budget").is_not_null(),
    }
    for name, wrong in faults.items():
        errors += [
            f"{file}:{line}: {name}" for line in checked.filter(wrong)["line"].to_list()
        ]
    sound = checked.filter(~pl.any_horizontal(*faults.values()))
    return sound.with_columns(
        pl.col("share").alias("Progress (%)"),
        pl.col("day").alias("Status as of"),
        pl.col("amount").alias("Budget"),
    ).drop("share", "day", "amount", "line")


def main(folder: str, files: list[str]) -> None:
    """Read, check, roll up and write."""
    errors: list[str] = []
    every = pl.concat(
        [frame_of(file, errors) for file in files], how="diagonal_relaxed"
    )
    tables: dict[str, dict[str, Any]] = {}
    for name in TABLES:
        grouped = every.group_by(name).agg(
            number=pl.len(),
            completed=(pl.col("Status") == "completed").sum(),
            mean=pl.col("Progress (%)").mean(),
        )
        tables[name] = {str(line.pop(name)): line for line in grouped.to_dicts()}
    write_all(Path(folder), every.to_dicts(), tables, errors)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

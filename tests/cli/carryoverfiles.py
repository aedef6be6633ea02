"""Made-up files of two periods for the tests of ``almwp carry-over``."""

from collections.abc import Callable
from pathlib import Path

OLD, NEW = "ALM-WP-2021-2025", "ALM-WP-2026-2030"

ADOPTED = """
id = "ALM-WP-2026-2030"
title = { en = "A made-up adopted text" }
kind = "alm-work-programme"
period = { first = 2026, last = 2030 }
status = "adopted"
basis = "reported"
levels = [
  { id = "goal", name = { en = "Goal" }, role = "outcome" },
  { id = "area", name = { en = "Area" }, role = "priority area" },
]
nodes = [
  { id = "G1", level = "goal", number = "1", title = { en = "Skills" }, basis = "reported" },
  { id = "A1", level = "area", number = "1.1", title = { en = "Digital learning" }, parents = ["G1"], basis = "reported" },
  { id = "A2", level = "area", number = "1.2", title = { en = "Green learning" }, parents = ["G1"], basis = "reported" },
]
"""  # noqa: E501

CROSSWALK = """
old_framework = "ALM-WP-2021-2025"
new_framework = "ALM-WP-2026-2030"

[[successions]]
kind = "continues"
old = ["1"]
new = ["G1"]
basis = "reported"

[[successions]]
kind = "succeeds"
old_framework = "ALM-WP-2026-2030"
old = ["topic-digital-skills"]
new = ["A1"]
basis = "reported"

[[successions]]
kind = "splits into"
old_framework = "ALM-WP-2026-2030"
old = ["topic-green-jobs"]
new = ["A1", "A2"]
basis = "reported"

[[successions]]
kind = "closed"
old_framework = "ALM-WP-2026-2030"
old = ["topic-migrant-workers"]
basis = "reported"
"""

PROGRESS = (
    ("Country", "Viet Nam"),
    ("Work programme", "ALM Work Programme 2021-2025"),
    ("As of", "2025-10-17"),
    (),
    ("No.", "Activity", "Outcome", "Lead country", "Status", "Time frame"),
    ("1", "Green skills forum", "1", "Viet Nam", "completed", "2023"),
    ("2", "Long study", "1", "Viet Nam", "ongoing", "2024-2027"),
    ("3", "Labour market portal", "1", "Viet Nam", "ongoing", "2021-2025"),
    ("4", "Migrant help desk", "4", "Viet Nam", "planned", "2022"),
)
PROPOSALS = (
    ("Country", "Viet Nam"),
    ("Work programme", "ALM Work Programme 2026-2030"),
    ("As of", "2026-02-01"),
    (),
    ("No.", "Proposal", "Priority area", "Lead country", "Rationale", "Continues"),
    ("11", "Portal, phase 2", "Digital skills", "Viet Nam", "needed", "3"),
    ("12", "Care economy", "Green jobs", "Viet Nam", "needed", ""),
    ("13", "Migrant desks", "Protection of migrant workers", "Viet Nam", "needed", ""),
    ("14", "Rural skills", "1.2", "Viet Nam", "needed", ""),
)


def written(make_workbook: Callable[..., Path], folder: Path) -> Path:
    """Write a report and proposals into *sent*, crosswalk and adopted text beside."""
    make_workbook("sent/vn.xlsx", *PROGRESS)
    make_workbook("sent/vn-proposals.xlsx", *PROPOSALS)
    (folder / "adopted.toml").write_text(ADOPTED, encoding="utf-8")
    (folder / "crosswalk.toml").write_text(CROSSWALK, encoding="utf-8")
    return folder / "sent"

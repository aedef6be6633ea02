"""Files with a sound outside and anything inside are read or refused, never worse."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.catalogue.tomlwriting import framework_text
from almwp.codec.plan import write_plan
from almwp.errors import CallError
from almwp.model.framework import Framework
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp.testing.strategies import frameworks, plans, reports
from almwp.workflow.layingout import render_report
from tests.fuzz.laidout import OPENED
from tests.fuzz.packages import words, workbooks
from tests.fuzz.spoiling import spoil_json, spoil_toml
from tests.fuzz.targets import TARGETS, session

WANTED = int(os.environ.get("ALMWP_FUZZ_EXAMPLES", "0"))
"""How many examples a long run tries; none: the few of every day, always the same."""
KEPT = os.environ.get("ALMWP_FUZZ_KEEP", "")
"""The folder into which a file is written over which a target falls."""
SLOW = {"docx": 4, "excel": 4, "pdf": 2, "parquet": 8, "datapackage": 8}
"""Examples of formats that take long to lay out."""

seeds = st.integers(0, 2**32)


def examples(few: int) -> settings:
    """Return how many examples are tried: *few* in CI, as many as wanted otherwise."""
    return settings(
        max_examples=max(WANTED, few),
        derandomize=not WANTED,
        print_blob=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def hold(target: str, content: bytes, ending: str) -> str:
    """Try a target; the smallest file over which it falls is the last one written."""
    try:
        return TARGETS[target](content)
    except BaseException:
        if KEPT:
            Path(KEPT).mkdir(parents=True, exist_ok=True)
            path = Path(KEPT, f"{target.replace(' ', '-')}-structure{ending}")
            path.write_bytes(content)
        raise


@examples(60)
@given(workbooks())
def test_any_workbook_is_read_cell_by_cell_or_refused(content: bytes) -> None:
    hold("workbook", content, ".xlsx")


@examples(25)
@given(workbooks())
def test_any_workbook_can_be_marked_and_read_again(content: bytes) -> None:
    hold("annotated workbook", content, ".xlsx")


@examples(25)
@given(st.lists(st.lists(words, max_size=6), max_size=6), st.sampled_from(",;\t|"))
def test_any_text_table_is_read_or_refused(rows: list[list[str]], mark: str) -> None:
    text = "\n".join(mark.join(row) for row in rows)
    hold("text table", text.encode(), ".csv")


@examples(25)
@given(plans, seeds)
def test_a_plan_with_odd_values_is_read_as_it_is_or_refused(
    plan: WorkPlan, seed: int
) -> None:
    sound = write_plan(plan).encode()
    hold("saved plan", sound, ".json")
    hold("saved plan", spoil_json(sound, random.Random(seed)), ".json")


@examples(25)
@given(frameworks, seeds)
def test_a_framework_with_odd_values_is_read_as_it_is_or_refused(
    framework: Framework, seed: int
) -> None:
    sound = framework_text(framework).encode()
    hold("framework", sound, ".toml")
    hold("framework", spoil_toml(sound, random.Random(seed)), ".toml")


KEYS = (
    *("table", "columns", "kind", "rows", "sheet", "file", "value", "pair", "version"),
    *("owner", "activity", "take", "activities", "files", "field", "by", "weights"),
    *("given", "cap", "absences", "successions", "old", "new", "old_framework", "{x}"),
    *("new_framework", "basis", "sources", "note", "id"),
)
tables = st.recursive(
    words | st.integers(-3, 9) | st.booleans(),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), below, max_size=4)
    ),
    max_leaves=12,
)


@examples(40)
@given(
    st.dictionaries(
        st.sampled_from(["table", "value", "pair", "version", "owner", "successions"]),
        st.lists(tables, max_size=2) | tables,
        max_size=3,
    )
)
def test_any_settings_are_read_or_refused(top: dict[str, object]) -> None:
    import tomlkit

    content = tomlkit.dumps(top).encode("utf-8", "replace")
    for target in ("mapping", "decisions", "crosswalk", "policy"):
        hold(target, content, ".toml")


@pytest.mark.parametrize("name", sorted(OPENED))
def test_any_report_is_laid_out_and_opened(name: str) -> None:
    plugins = session().plugins
    if name not in plugins.exporters:
        pytest.skip(f"{name} is not installed")

    @examples(SLOW.get(name, 15))
    @given(reports)
    def lay_out(report: Report) -> None:
        try:
            made = render_report(report, name, plugins)
        except CallError:  # it lacks what this format cannot do without
            return
        OPENED[name](made)
        assert render_report(report, name, plugins) == made

    lay_out()

"""Everything that is done with the rows of a file, each as a piece of work."""

from collections.abc import Callable, Iterator
from functools import partial

from attrs import evolve

from almwp.codec.plan import read_plan, write_plan
from almwp.codec.text import to_json
from almwp.findings.remarks import remarks_of
from almwp.model.workplan import WorkPlan
from almwp.plan.sourceproof import unsourced
from almwp.workflow.carryover import WantedCarryOver
from almwp.workflow.checking import checked
from almwp.workflow.decisionswriting import decisions_text
from almwp.workflow.layingout import render_report
from almwp.workflow.mappingwriting import mapping_text
from almwp.workflow.reporting import Wanted, build_report
from tests.growth.nasty import contradicted, files, plan, session, workbook

Stage = tuple[str, Callable[[], object]]
_BY = ("outcome", "area", "body", "country")
REPORTS = (
    *("alignment", "brief", "matrix", "overlaps"),
    *("plan", "position", "progress", "talking-points"),
)
EXPORTERS = ("csv", "datapackage", "docx", "excel", "html", "json", "markdown", "pdf")


def of_a_file(kind: str, rows: int) -> Iterator[Stage]:
    """Give what is done with files before there is a plan."""
    content = workbook(kind, rows)
    yield "read", lambda: files(content)
    read = files(content)
    yield "check", lambda: to_json(checked(read.files))
    yield "mapping", lambda: mapping_text(read.submissions)
    (submission,) = read.submissions
    remarks = remarks_of(
        submission.findings, session().translate("en"), language="en", title="Found"
    )
    annotate = session().plugins.readers["xlsx"].annotate
    if annotate is not None:
        yield "annotate", lambda: annotate(content, "x.xlsx", remarks)
    yield "merge", lambda: session().merge(read)
    later = workbook(kind, rows, "Viet Nam", "2025-01-31")
    other = workbook(kind, rows, "Malaysia", "2025-01-31")
    three = files(content, later, other)
    yield "merge of three", lambda: session().merge(three)


def of_a_plan(kind: str, rows: int) -> Iterator[Stage]:
    """Give what is done with a plan, but for reports."""
    known, other = _plan(kind, rows), plan("plain", rows)
    text = write_plan(known)
    yield "save", lambda: write_plan(known)
    yield "open", lambda: read_plan(text)
    yield "prove", lambda: unsourced(known)
    yield "decide", lambda: decisions_text(known)
    yield "compare", lambda: session().compare(known, other)
    yield "compare with itself", lambda: session().compare(known, _moved(known))
    wanted = WantedCarryOver(to="ALM-WP-2026-2030", framework="ALM-WP-2021-2025")
    yield "carry over", lambda: session().carry_over(known, wanted)
    for method in session().plugins.scorers:
        yield f"score {method}", partial(session().score, known, method=method, by=_BY)


def of_reports(kind: str, rows: int) -> Iterator[Stage]:
    """Give the building of every report."""
    known = _plan(kind, rows)
    for name in REPORTS:
        wanted = _wanted(name)
        yield name, partial(build_report, known, wanted, session().plugins)


def of_formats(kind: str, rows: int, report: str) -> Iterator[Stage]:
    """Give the writing of a report in every format."""
    plugins = session().plugins
    made = build_report(_plan(kind, rows), _wanted(report), plugins)
    for name in EXPORTERS:
        yield name, partial(render_report, made, name, plugins)


def _wanted(report: str) -> Wanted:
    country = None if report == "overlaps" else "VN"
    return Wanted(report=report, country=country, meeting="slom-21")


def _plan(kind: str, rows: int) -> WorkPlan:
    return contradicted(rows) if kind == "contradicted" else plan(kind, rows)


def _moved(known: WorkPlan) -> WorkPlan:
    """Return the plan with every title that of the next row."""
    titles = [activity.title for activity in known.activities]
    turned = (*titles[1:], *titles[:1])
    pairs = zip(known.activities, turned, strict=True)
    return evolve(known, activities=[evolve(a, title=title) for a, title in pairs])

"""Sound files of every kind, which are the beginning of damaged ones."""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from almwp.catalogue.frameworks import framework_files
from almwp.codec.plan import write_plan
from almwp.workflow.decisionswriting import decisions_text
from almwp.workflow.mappingwriting import mapping_text
from tests.fuzz.targets import session

_ROOT = Path(__file__).resolve().parents[2]
_CORPUS = _ROOT / "tests" / "corpus"
_FOREIGN = _ROOT / "plugins" / "almwp-excel" / "tests" / "files"
_SMALL = 40_000
"""Bytes of a framework that is read thousands of times."""

_POLICIES = (
    b'weights = "equal"\ncap = "raw"\n\n[absences]\nnot_reported = "leave out"\n',
    b'weights = "given"\nno_baseline = "leave out"\nkeep_within = "1/20"\n\n'
    b'[[given]]\nid = "VN:1"\nweight = 2\n\n[[given]]\nid = "VN:2"\nweight = "1/2"\n',
)
_TABLES = (
    "Country: Viet Nam\nAs of: 17/10/2025\n\nNo.;Activity;Lead;Status;Progress (%)\n"
    '1;"Training on ""OSH""";VN;ongoing;75,5\n2;Study;VN, ILO;Completed;1.250\n',
    "STT\tTên hoạt động\tTình trạng\n1\tTập huấn\tHoàn thành\n2\t=1+1\tbogus\n",
    "No.,Indicator,Unit,Baseline,Target,Target year\n1,Share,%,10,1E400,2025\n",
)


@cache
def workbooks() -> tuple[bytes, ...]:
    """Return the workbooks of the corpus and of the examples."""
    folders = (_CORPUS / "books", _ROOT / "examples")
    paths = [path for folder in folders for path in sorted(folder.rglob("*.xlsx"))]
    return tuple(path.read_bytes() for path in paths)


@cache
def framework_workbooks() -> tuple[bytes, ...]:
    """Return the workbooks in which a framework is described."""
    return tuple(
        path.read_bytes()
        for path in sorted((_CORPUS / "books").glob("*.xlsx"))
        if "framework" in path.stem or "programme" in path.stem
    )


def _text_tables() -> tuple[bytes, ...]:
    first, second, third = _TABLES
    return (
        first.encode("utf-8-sig"),
        second.encode("utf-16"),
        second.encode(),
        first.encode("cp1258", "replace"),
        third.encode(),
    )


@cache
def _examples() -> tuple[Path, ...]:
    return (_ROOT / "examples" / "submissions", _ROOT / "examples" / "story")


def _plans() -> tuple[bytes, ...]:
    older = _ROOT / "tests" / "codec" / "plan-version-1.json"
    plans = [session().merge(session().read([path])) for path in _examples()]
    return (older.read_bytes(), *(write_plan(plan).encode() for plan in plans))


def _frameworks() -> tuple[bytes, ...]:
    found = [resource.read_bytes() for resource in framework_files()]
    return tuple(content for content in found if len(content) < _SMALL)


def _mappings() -> tuple[bytes, ...]:
    found = [path.read_bytes() for path in sorted((_CORPUS / "books").glob("*.toml"))]
    read = session().read([_CORPUS / "books" / "27-tables-on-two-sheets.xlsx"])
    return (*found, mapping_text(read.submissions).encode())


def _decisions() -> tuple[bytes, ...]:
    story = _ROOT / "examples" / "story"
    plan = session().merge(session().read([story]))
    written = (story / "decisions.toml").read_bytes()
    return (written, decisions_text(plan).encode())


def _crosswalks() -> tuple[bytes, ...]:
    return ((_ROOT / "examples" / "story" / "crosswalk.toml").read_bytes(),)


def _policies() -> tuple[bytes, ...]:
    return _POLICIES


def _letterheads() -> tuple[bytes, ...]:
    """Return the empty document that comes with the library for Word, packed anew."""
    template = files("docx").joinpath("templates", "default.docx").read_bytes()
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), old.read(name))
    return (out.getvalue(),)


def _foreign(ending: str) -> Callable[[], tuple[bytes, ...]]:
    def found() -> tuple[bytes, ...]:
        paths = sorted(_FOREIGN.glob(f"*.{ending}"))
        return tuple(path.read_bytes() for path in paths)

    return found


_SOUND: Mapping[str, Callable[[], tuple[bytes, ...]]] = MappingProxyType(
    {
        "workbook": workbooks,
        "annotated workbook": workbooks,
        "both ways": workbooks,
        "text table": _text_tables,
        "old workbook": _foreign("xls"),
        "open document": _foreign("ods"),
        "saved plan": _plans,
        "framework": _frameworks,
        "framework workbook": framework_workbooks,
        "mapping": _mappings,
        "decisions": _decisions,
        "crosswalk": _crosswalks,
        "policy": _policies,
        "letterhead": _letterheads,
    }
)


@cache
def sound_files(target: str) -> tuple[bytes, ...]:
    """Return sound files for a target, always in the same order."""
    return _SOUND[target]()

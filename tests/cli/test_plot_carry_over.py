"""``almwp plot`` of a carry-over, in two languages and in parts; what is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

Almwp = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = EXAMPLES / "submissions"
STORY = EXAMPLES / "story"
NEXT = "ALM-WP-2026-2030"
SVG = "{http://www.w3.org/2000/svg}"


def told(path: Path) -> str:
    """Return the name and the description of a picture."""
    root = ElementTree.fromstring(path.read_bytes())
    return "\n".join(root.findtext(f"{SVG}{tag}") or "" for tag in ("title", "desc"))


def test_what_becomes_of_each_activity_is_drawn(almwp: Almwp, tmp_path: Path) -> None:
    ended = almwp("plot", "carry-over", REPORTS, "--into", NEXT, "-o", tmp_path)
    assert (ended.code, ended.err) == (0, "")
    (path,) = tmp_path.iterdir()
    assert path.name == f"carry-over-into-{NEXT}.svg"
    words = told(path)
    assert "What becomes of the activities of ALM-WP-2021-2025" in words
    assert "closed: " in words
    assert "ALM-WP-2026-2030 is a draft" in words


def test_the_picture_counts_as_the_table_of_the_same_files_does(
    almwp: Almwp, tmp_path: Path
) -> None:
    drawn = tmp_path / "carried.svg"
    call = ["carry-over", REPORTS, "--to", NEXT, "--country", "VN"]
    ended = almwp(*call, "--figure", drawn)
    assert ended.code == 0
    assert ended.err.endswith(f"{drawn}\n")
    (line,) = [x for x in ended.out.splitlines() if x.startswith("activities of")]
    counts = dict(
        part.rsplit(" ", 1) for part in line.split("(")[1].rstrip(")").split(", ")
    )
    for fate, count in counts.items():
        assert (f"{fate}: {count}" in told(drawn)) == (count != "0")


def test_a_programme_and_a_crosswalk_of_ones_own_give_places(
    almwp: Almwp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    imported = almwp(
        "frameworks",
        "import",
        STORY / "4-programme-2026-2030.xlsx",
        *("--id", "EXAMPLE-2026-2030", "--title", "An example"),
        *("--period", "2026-2030", "-o", "next.toml"),
    )
    assert imported.code == 0, imported.err
    files = sorted(STORY.glob("[1235]-*.xlsx"))
    crosswalk = ["--crosswalk", STORY / "crosswalk.toml"]
    ended = almwp(
        "plot", "carry-over", *files, "--into", "next.toml", *crosswalk, "-o", "a.svg"
    )
    assert ended.out == "a.svg\n"
    assert "continues: " in told(Path("a.svg"))


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("progress", [" / Tiến độ: hoàn thành", "Productive Employment"]),
        ("timeline", ["Activities over time", "Các hoạt động theo thời gian"]),
        ("members", ["Viet Nam / Việt Nam", "Philippines / Phi-líp-pin"]),
    ],
)
def test_a_figure_is_drawn_in_two_languages(
    almwp: Almwp, tmp_path: Path, what: str, words: list[str]
) -> None:
    call = ["plot", what, REPORTS, "--lang", "en", "--lang", "vi", "-o", tmp_path]
    assert almwp(*call).code == 0
    (path,) = tmp_path.iterdir()
    assert path.name == f"{what}-en-vi.svg"
    for word in words:
        assert word in told(path)


def test_the_same_language_twice_is_one(almwp: Almwp, tmp_path: Path) -> None:
    call = ["plot", "progress", REPORTS, "--lang", "vi,vi", "-o", tmp_path]
    assert almwp(*call).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["progress-vi.svg"]


def test_a_long_timeline_is_parted_into_pages_with_one_axis(
    almwp: Almwp, tmp_path: Path
) -> None:
    call = ["plot", "timeline", REPORTS, "--as-of", "slom-21", "-o", tmp_path]
    assert almwp(*call, "--pages").code == 0
    paths = sorted(tmp_path.iterdir())
    assert len(paths) > 1
    stem = "timeline-as-of-2025-10-21"
    assert [p.name for p in paths] == [
        f"{stem}-{n}.svg" for n in range(1, len(paths) + 1)
    ]
    for path in paths:
        height = ElementTree.fromstring(path.read_bytes()).get("height", "")
        assert float(height.removesuffix("pt")) < 760  # an A4 page has 842


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["carry-over"], "say into which programme the activities go"),
        (["carry-over", "--into", "ALM-WP-2062"], "no framework named 'ALM-WP-2062'"),
        (["carry-over", "--into", NEXT, "--lang", "xx"], "no language named 'xx'"),
        (["progress", "--into", NEXT], "belong to the figure 'carry-over'"),
        (["carry-over", "--into", NEXT, "--lang", "en,vi,id"], "3 were named"),
    ],
)
def test_a_wrong_call_is_said_before_files_are_read(
    almwp: Almwp, tmp_path: Path, call: list[str], said: str
) -> None:
    ended = almwp("plot", call[0], tmp_path / "not-there.xlsx", *call[1:])
    assert ended.code == 2
    assert said in ended.err


@pytest.mark.parametrize("name", ["carried.pdf", "carried", "carried.xlsx"])
def test_a_carry_over_is_drawn_into_pictures_alone(
    almwp: Almwp, tmp_path: Path, name: str
) -> None:
    call = ["carry-over", REPORTS, "--to", NEXT, "--figure", tmp_path / name]
    ended = almwp(*call)
    assert ended.code == 2
    assert "ending in .svg or .png" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_what_is_read_is_not_drawn_over(almwp: Almwp, tmp_path: Path) -> None:
    own = tmp_path / "own.svg"  # a workbook, whatever it is called
    own.write_bytes((REPORTS / "ph-report-slom21.xlsx").read_bytes())
    ended = almwp("carry-over", own, "--to", NEXT, "--figure", own)
    assert ended.code == 2
    assert "is read by this call" in ended.err
    assert own.read_bytes() == (REPORTS / "ph-report-slom21.xlsx").read_bytes()

"""The command that puts submissions together, as an official types it."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Make = Callable[..., Path]
Almwp = Callable[..., Any]

MOLISA = "Ministry of Labour, Invalids and Social Affairs (MOLISA)"
HEADINGS = ("No.", "Title", "Lead", "Time frame", "Status", "Place")
STUDY = "Invented study on labour inspection"


def cover(country: str, institution: str, day: str, *more: Sequence[str]) -> list[Any]:
    return [
        ("Country", country),
        ("Institution", institution),
        ("As of", day),
        ("Framework", "ALM-WP-2021-2025"),
        *more,
        (),
        HEADINGS,
    ]


@pytest.fixture
def reports(make_workbook: Make, tmp_path: Path) -> Path:
    """A folder with two rounds of two countries; invented."""
    for name, country, institution, day, state, place in (
        ("in/vn-slom20.xlsx", "Viet Nam", MOLISA, "2024-10-01", "planned", "Ha Noi"),
        ("in/vn-slom21.xlsx", "Viet Nam", "MoHA", "2025-10-01", "completed", "Ha Noi"),
        ("in/ph-slom21.xlsx", "Philippines", "DOLE", "2025-10-01", "ongoing", "Manila"),
    ):
        row = ("1", STUDY, "Viet Nam", "2023-2025", state, place)
        make_workbook(name, *cover(country, institution, day), row)
    return tmp_path / "in"


def choose(path: Path, *takes: str) -> Path:
    """Decide as an official does: take the sign # away before a line."""
    text = path.read_text(encoding="utf-8")
    for take in takes:
        assert f"# take = {take}" in text, text
        text = text.replace(f"# take = {take}", f"take = {take}", 1)
    text = text.replace('by = ""', 'by = "Ms Lan"', 1)
    text = text.replace('because = ""', 'because = "agreed by phone"')
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def test_what_is_open_is_prepared_decided_and_seen_as_decided(
    almwp: Almwp, reports: Path, tmp_path: Path
) -> None:
    prepared, plan = tmp_path / "decisions.toml", tmp_path / "plan.json"
    done = almwp("merge", reports, "--write-decisions", prepared)
    assert (done.code, done.out) == (0, f"{prepared}\n")
    text = prepared.read_text(encoding="utf-8")
    for said in ("PH, DOLE (ph-slom21.xlsx!Report!E7)", "VN, MoHA (vn-slom21.xlsx!"):
        assert said in text
    again = almwp("merge", reports, "--write-decisions", prepared)
    assert again.code == 2
    assert "is there already" in again.err

    choose(prepared, '"completed"')
    done = almwp("merge", reports, "--decisions", prepared, "-o", plan)
    assert done.code == 0
    said = "decided on Status of PH:1 (2025-10-01): completed; by Ms Lan; because: agr"
    assert said in done.err
    assert "ALM501: Status" not in done.err
    assert "ALM501: Place" in done.err, "the other contradiction is open still"
    assert "decide nothing yet: 1" in done.err
    told = almwp("explain", STUDY, plan).out
    assert "state: completed" in told
    assert "decided: completed; by Ms Lan" in told

    undone = tmp_path / "undone.toml"
    undone.write_text("", encoding="utf-8")
    almwp("merge", plan, "--decisions", undone, "-o", plan)
    assert "state: not reported" in almwp("explain", STUDY, plan).out


def test_a_plan_keeps_its_decisions_through_every_command(
    almwp: Almwp, reports: Path, tmp_path: Path
) -> None:
    prepared, plan = tmp_path / "decisions.toml", tmp_path / "plan.json"
    almwp("merge", reports, "--write-decisions", prepared)
    choose(prepared, '"completed"', '"Manila"')
    almwp("merge", reports, "--decisions", prepared, "-o", plan)
    before = plan.read_bytes()
    almwp("merge", plan, "-o", plan)
    assert plan.read_bytes() == before
    almwp("merge", plan, reports / "vn-slom20.xlsx", "-o", plan)
    assert plan.read_bytes() == before, "a file that is in the plan changes nothing"
    anew = tmp_path / "anew.toml"
    almwp("merge", plan, "--write-decisions", anew)
    almwp("merge", plan, "--decisions", anew, "-o", plan)
    assert plan.read_bytes() == before, "what was decided is written as decided"


def test_a_saved_plan_takes_further_files(
    almwp: Almwp, reports: Path, tmp_path: Path
) -> None:
    one, both, at_once = (tmp_path / f"{n}.json" for n in ("one", "both", "at-once"))
    almwp("merge", reports / "vn-slom20.xlsx", "-o", one)
    almwp(
        "merge", one, reports / "vn-slom21.xlsx", reports / "ph-slom21.xlsx", "-o", both
    )
    almwp("merge", reports, "-o", at_once)
    assert both.read_bytes() == at_once.read_bytes()


def test_one_plan_answers_as_of_every_meeting(
    almwp: Almwp, reports: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    almwp("merge", reports / "vn-slom20.xlsx", reports / "vn-slom21.xlsx", "-o", plan)
    for meeting, state in (("slom-20", "planned"), ("slom-21", "completed")):
        told = almwp("explain", STUDY, plan, "--as-of", meeting).out
        assert f"  state: {state}\n" in told
        done = almwp("score", plan, "--as-of", meeting, "--format", "json")
        assert json.loads(done.out)["as_of"] in ("2024-10", "2025-10-21")


def test_a_decision_that_no_longer_fits_is_said_and_not_applied(
    almwp: Almwp, reports: Path, make_workbook: Make, tmp_path: Path
) -> None:
    prepared, plan = tmp_path / "decisions.toml", tmp_path / "plan.json"
    almwp("merge", reports, "--write-decisions", prepared)
    choose(prepared, '"completed"', '"Manila"')
    row = ("1", STUDY, "Viet Nam", "2023-2025", "completed", "Cebu")
    make_workbook("in/ph-slom21.xlsx", *cover("Philippines", "DOLE", "2025-10-01"), row)
    done = almwp("merge", reports, "--decisions", prepared, "-o", plan)
    assert "ALM516" in done.err, "the status is no contradiction any more"
    assert "ALM517" in done.err, "the place was chosen among other values"
    assert "chose 'Manila' among other values; there are: Cebu; Ha Noi" in done.err
    assert "decided on" not in done.err


def test_a_corrected_version_says_what_it_changed_and_the_old_one_stays(
    almwp: Almwp, make_workbook: Make, tmp_path: Path
) -> None:
    for version, place in (("1", "Ha Noi"), ("2", "Hue")):
        head = cover("Viet Nam", "MoHA", "2025-10-01", ("Version", version))
        row = ("1", STUDY, "Viet Nam", "2023-2025", "ongoing", place)
        make_workbook(f"in/vn-{version}.xlsx", *head, row)
    plan = tmp_path / "plan.json"
    done = almwp("merge", tmp_path / "in", "-o", plan)
    assert "ALM508" in done.err
    assert "Place of 'Invented study on labour inspection' was 'Ha Noi'" in done.err
    assert "ALM501" not in done.err, "two versions of one file contradict nobody"
    saved = json.loads(plan.read_text(encoding="utf-8"))["plan"]
    (gone,) = saved["superseded"]
    assert (gone["submission"]["file"], gone["why"]) == ("vn-1.xlsx", "version")
    assert [s["file"] for s in saved["submissions"]] == ["vn-2.xlsx"]


def test_a_likely_version_is_asked_about_and_not_guessed(
    almwp: Almwp, make_workbook: Make, tmp_path: Path
) -> None:
    for name, place in (("vn.xlsx", "Ha Noi"), ("vn (final).xlsx", "Hue")):
        row = ("1", STUDY, "Viet Nam", "2023-2025", "ongoing", place)
        make_workbook(f"in/{name}", *cover("Viet Nam", "MoHA", "2025-10-01"), row)
    prepared, plan = tmp_path / "decisions.toml", tmp_path / "plan.json"
    done = almwp("merge", tmp_path / "in", "--write-decisions", prepared)
    assert "vn (final).xlsx: warning ALM507: this may be vn.xlsx corrected" in done.err
    choose(prepared, '"vn (final).xlsx"')
    done = almwp("merge", tmp_path / "in", "--decisions", prepared, "-o", plan)
    assert "takes the place of vn.xlsx, whose reports no longer count" in done.err
    assert "ALM507" not in done.err


def test_an_activity_of_a_split_ministry_goes_to_its_owner_of_today(
    almwp: Almwp, make_workbook: Make, tmp_path: Path
) -> None:
    rows = [
        ("1", STUDY, "Viet Nam", "2023-2025", "ongoing", ""),
        ("2", "Invented review of vocational training", "Viet Nam", "2024", "", ""),
        ("3", "Invented campaign against child labour", "Viet Nam", "2024", "", ""),
    ]
    make_workbook("in/vn.xlsx", *cover("Viet Nam", MOLISA, "2024-10-01"), *rows)
    plan = tmp_path / "plan.json"
    done = almwp("merge", tmp_path / "in", "-o", plan)
    assert done.err.count("ALM513") == 1, "only child labour is both"
    for number, owner in (
        ("VN:1", "owner today: Ministry of Home Affairs (MoHA); since 2025-03-01"),
        ("VN:2", "owner today: Ministry of Education and Training; since 2025-03-01"),
        ("VN:3", "owner today: not sure, one of: Ministry of Home Affairs (MoHA);"),
    ):
        assert owner in almwp("explain", number, plan).out
    routes = json.loads(plan.read_text(encoding="utf-8"))["plan"]["routes"]
    assert {route["was"] for route in routes} == {MOLISA}, "old names stay"


def test_machines_get_all_of_it_as_one_object(
    almwp: Almwp, reports: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    done = almwp("merge", reports, "-o", plan, "--format", "json")
    told = json.loads(done.out)
    assert (told["activities"], len(told["files"])) == (1, 3)
    assert {each["field"] for each in told["conflicts"]} == {"status", "place"}
    assert {each["code"] for each in told["findings"]} >= {"ALM501"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say where to save the plan"),
        (("-o", "plan.xlsx"), "a file ending in .json"),
        (("--write-decisions", "plan.json"), "a file ending in .toml"),
        (("--decisions", "missing.toml", "-o", "p.json"), "could not be read"),
    ],
)
def test_a_call_that_cannot_be_meant_is_one_sentence(
    almwp: Almwp, reports: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = almwp("merge", reports, *arguments)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


def test_a_plan_of_the_first_version_is_read_with_a_message(
    almwp: Almwp, tmp_path: Path
) -> None:
    old = Path(__file__).parents[1] / "codec" / "plan-version-1.json"
    plan = tmp_path / "plan.json"
    done = almwp("merge", old, "-o", plan)
    assert done.code == 0
    assert "an earlier almwp saved this plan, in version 1 of its form" in done.err
    saved = json.loads(plan.read_text(encoding="utf-8"))
    assert saved["version"] == 2
    assert len(saved["plan"]["submissions"]) == 4, "its files are in it still"
    again = almwp("merge", plan, "-o", plan)
    assert "an earlier almwp" not in again.err


def test_the_marked_copy_that_comes_back_takes_the_place_of_its_original(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    sent = submissions / "vn-bao-cao-slom21.xlsx"
    almwp("check", sent, "--annotate", tmp_path / "marked")
    plan = tmp_path / "plan.json"
    done = almwp("merge", sent, tmp_path / "marked", "-o", plan)
    assert "no longer count: it is the marked copy of it" in done.err
    (gone,) = json.loads(plan.read_text(encoding="utf-8"))["plan"]["superseded"]
    assert gone["why"] == "marked copy"


def test_a_plan_that_is_too_large_to_be_read_again_says_what_opens_it(
    almwp: Almwp, reports: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    largest = max(path.stat().st_size for path in reports.iterdir())
    done = almwp("merge", reports, "-o", plan, "--limit", f"file_bytes={largest}")
    assert done.code == 0, done.err
    assert plan.stat().st_size > largest
    assert f"{plan} has 1 MB, more than files may have" in done.err
    said = "--limit file_bytes=1MB"
    assert said in done.err
    assert almwp("score", plan, "--limit", f"file_bytes={largest}").code == 3
    assert almwp("score", plan, *said.split()).code == 0
    without = almwp("merge", reports, "-o", tmp_path / "other.json")
    assert "more than files may have" not in without.err

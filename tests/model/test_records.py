"""Rules of the smaller records: what is never true of them is refused."""

from datetime import date, timedelta
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.fields import squeeze
from almwp.model.indicator import Reading
from almwp.model.ledger import Ledger, LedgerEntry
from almwp.model.member import Member, Ministry
from almwp.model.moment import Moment
from almwp.model.position import Audience, Clearance, Piece
from almwp.model.report import Column, Heading, Table, TableCell
from almwp.model.source import Basis, Origin, Tally
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.testing import strategies

ORIGIN = Origin(file="vn.xlsx", sha256="0" * 64, sheet="S", cell="F7")
TITLE = Text.of("Ministry")


@pytest.mark.parametrize("cell", ["F7", "XFD1048576", "A5:H5"])
def test_a_cell_or_a_range_is_an_address(cell: str) -> None:
    assert str(attrs.evolve(ORIGIN, cell=cell)) == f"vn.xlsx!S!{cell}"


@pytest.mark.parametrize("cell", ["", "f7", "7F", "A0", "A5:", "ABCD1", "$A$1", "A1\n"])
def test_what_is_no_address_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="cell"):
        attrs.evolve(ORIGIN, cell=cell)


@pytest.mark.parametrize("sha256", ["", "0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n"])
def test_what_is_no_fingerprint_is_refused(sha256: str) -> None:
    with pytest.raises(ValueError, match="sha256"):
        attrs.evolve(ORIGIN, sha256=sha256)


@given(strategies.words)
def test_squeezing_leaves_single_spaces_only(text: str) -> None:
    assert squeeze(text).split(" ") == text.split() or not text.split()
    assert squeeze(squeeze(text)) == squeeze(text)


@given(strategies.moments, strategies.moments)
def test_a_time_frame_does_not_end_before_it_begins(start: Moment, end: Moment) -> None:
    if end.end >= start.start:
        assert Timeframe(start=start, end=end).is_understood
    else:
        with pytest.raises(ValueError, match="before it begins"):
            Timeframe(start=start, end=end)


def test_words_alone_are_not_understood() -> None:
    assert not Timeframe(raw="as soon as  possible").is_understood
    assert str(Timeframe(raw="2021- \n2022")) == "2021- 2022"


@given(st.integers(-2, 9), *[st.none() | st.integers(-2, 5)] * 3)
def test_the_parts_of_a_count_do_not_exceed_it(
    total: int, completed: int | None, ongoing: int | None, planned: int | None
) -> None:
    def make() -> Tally:
        return Tally(
            id="t",
            text=TITLE,
            total=total,
            completed=completed,
            ongoing=ongoing,
            planned=planned,
            basis=Basis.REPORTED,
        )

    parts = [part or 0 for part in (completed, ongoing, planned)]
    if min(total, *parts) >= 0 and sum(parts) <= total:
        assert make().total == total
    else:
        with pytest.raises(ValueError, match="do not exceed"):
            make()


def test_a_denominator_is_not_zero() -> None:
    with pytest.raises(ValueError, match="not zero"):
        Reading(when=Moment.year(2024), value=Absence.BLANK, denominator=Fraction())


@given(strategies.ledgers)
def test_the_fates_of_cells_add_up_to_all_of_them(ledger: Ledger) -> None:
    assert sum(ledger.by_fate.values()) == ledger.total
    assert all(isinstance(entry, LedgerEntry) for entry in ledger.entries)


@given(st.sampled_from(Audience), st.sampled_from(Audience))
def test_a_narrower_audience_may_read_what_a_wider_one_may(
    reader: Audience, piece: Audience
) -> None:
    order = [Audience.INTERNAL, Audience.DELEGATION, Audience.MEETING]
    assert reader.may_read(piece) == (order.index(reader) <= order.index(piece))


@given(strategies.pieces)
def test_the_meeting_sees_only_what_is_meant_for_it_and_cleared(piece: Piece) -> None:
    cleared = piece.clearance is Clearance.CLEARED
    meant = piece.audience is Audience.MEETING
    assert piece.is_for(Audience.MEETING) == (cleared and meant)
    assert piece.is_for(Audience.INTERNAL)


@given(st.integers(0, 4), st.integers(0, 4))
def test_every_row_of_a_table_is_as_long_as_its_heading(wide: int, long: int) -> None:
    columns = (Column(heading="x"),) * wide
    row = (TableCell(text="x"),) * long
    if wide == long:
        assert Table(columns=columns, rows=(row,)).rows == (row,)
    else:
        with pytest.raises(ValueError, match=f"{long} of {wide} cells"):
            Table(columns=columns, rows=(row,))


@pytest.mark.parametrize("level", [0, 7, -1])
def test_headings_have_levels_from_one_to_six(level: int) -> None:
    with pytest.raises(ValueError, match="level"):
        Heading(text="x", level=level)


def test_a_ministry_stands_from_its_first_to_its_last_day() -> None:
    first, last = date(2016, 1, 1), date(2025, 2, 28)
    ministry = Ministry(
        name=TITLE, basis=Basis.INFERRED, valid_from=first, valid_until=last
    )
    one_day = timedelta(days=1)
    assert ministry.stands_on(first)
    assert ministry.stands_on(last)
    assert not ministry.stands_on(first - one_day)
    assert not ministry.stands_on(last + one_day)


@given(strategies.members, strategies.days)
def test_the_labour_ministry_is_one_that_stands_and_carries_all_of_labour(
    member: Member, day: date
) -> None:
    found = member.ministry_on(day)
    fitting = [m for m in member.ministries if m.stands_on(day) and not m.duties]
    assert found == (fitting[0] if fitting else None)


@pytest.mark.parametrize("code", ["", "vn", "VNM", "V", "V1", "VN\n"])
def test_what_is_no_country_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="iso2"):
        Member(iso2=code, iso3="VNM", name=TITLE, joined=date(2000, 1, 1))  # type: ignore[arg-type]

"""Strategies for what records beside activities have besides: few values, drawn fast.

A work plan has many records; drawing each of their fields at length would leave no time
for the tests themselves.
"""

from hypothesis import strategies as st

from almwp.model.activity import Extra, PlanReference, RowOrigin
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.moment import Moment
from almwp.model.source import Source
from almwp.model.timeframe import Timeframe

_ROW = RowOrigin(
    file="vn.xlsx", sha256="5a" * 32, sheet="Đề xuất", row=7, columns=[("title", "B")]
)
_PLACE = PlanReference(
    framework=FrameworkId("ALM-WP-2026-2030"), node=NodeId("topic-1"), words="topic"
)

few_extras: st.SearchStrategy[tuple[Extra, ...]] = st.sampled_from(
    [(), (Extra(heading="Mood", value="good", cell="Z7"),)]
)
few_rows: st.SearchStrategy[tuple[RowOrigin, ...]] = st.sampled_from([(), (_ROW,)])
few_references: st.SearchStrategy[tuple[PlanReference, ...]] = st.sampled_from(
    [(), (_PLACE,), (PlanReference(words="đào tạo"),)]
)
few_sources: st.SearchStrategy[tuple[Source, ...]] = st.sampled_from(
    [(), (Source(address="https://example.org/a"),)]
)
few_timeframes: st.SearchStrategy[Timeframe] = st.sampled_from(
    [
        Timeframe(),
        Timeframe(raw="2027-2028", start=Moment.year(2027), end=Moment.year(2028)),
        Timeframe(raw="soon"),
    ]
)

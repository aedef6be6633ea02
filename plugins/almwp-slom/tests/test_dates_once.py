"""A day that many rows name is written out once: calls are counted."""

from typing import Any

import babel.dates
import pytest
from almwp_slom import dates

from almwp.errors import in_english
from almwp.model.moment import Moment


def test_a_day_is_written_out_once_for_each_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[str] = []
    format_date = babel.dates.format_date

    def counted(*told: Any, **more: Any) -> str:
        said: str = format_date(*told, **more)
        written.append(said)
        return said

    monkeypatch.setattr(babel.dates, "format_date", counted)
    dates._by_calendar.cache_clear()
    days = [Moment.parse(day) for day in ("2023-08-16", "2023-08", "2023-08-16")] * 20
    for language in ("en", "vi"):
        for day in days:
            dates.in_words(day, language, in_english)
    assert written == [
        "16 August 2023",
        "August 2023",
        "ngày 16 tháng 8 năm 2023",
        "tháng 8 năm 2023",
    ]

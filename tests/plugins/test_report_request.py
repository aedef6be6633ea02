"""A request makes the report that answers it: right language, readers, manifest."""

from datetime import date

import pytest
from attrs import evolve

from almwp.model.manifest import Manifest
from almwp.model.moment import Moment
from almwp.model.position import Audience
from almwp.model.report import Heading
from almwp.testing.samplerequest import sample_request


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_report_is_in_the_language_and_for_the_readers_asked(
    audience: Audience, language: str
) -> None:
    request = sample_request(audience=audience, language=language)
    assert request.manifest != Manifest()
    made = request.report("State", [Heading(text="State")], subtitle="below")
    assert (made.language, made.audience) == (language, audience)
    assert (made.title, made.subtitle, len(made.blocks)) == ("State", "below", 1)
    assert request.is_open == (audience is Audience.MEETING)
    assert made.manifest == (Manifest() if request.is_open else request.manifest)


def test_the_day_of_a_request_is_the_last_of_its_time() -> None:
    request = sample_request()
    assert request.day is None
    dated = evolve(request, as_of=Moment.parse("2024-06"))
    assert dated.day == date(2024, 6, 30)

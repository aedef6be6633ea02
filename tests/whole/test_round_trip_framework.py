"""A framework that is written into a template, read, written again and read again.

A template cannot hold texts in a third language beside English and the national one.
"""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework, framework_ids
from almwp.intake.frameworkrows import framework_rows
from almwp.model.folding import compose
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.source import Source
from almwp.model.text import Text
from almwp.testing import strategies as model
from almwp.workflow.session import Session
from almwp.workflow.templates import WantedTemplate

SLOW = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
letters = st.text(
    st.characters(categories=["Lu", "Ll"], max_codepoint=0x1EFF),
    min_size=4,
    max_size=14,
).map(lambda word: compose(f"{word} 7 việc"))
maybe = st.just("") | letters
texts = st.fixed_dictionaries({"en": letters}, optional={"vi": letters}).map(
    Text.from_forms
)
sources = st.lists(
    st.builds(Source, address=letters.map(lambda w: f"https://example.org/{w[0]}")),
    max_size=1,
)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Draw a framework with texts in English and Vietnamese that mean nothing."""
    base = draw(model.frameworks)
    return evolve(
        base,
        id=FrameworkId("MADE-UP-2031-2035"),
        title=draw(texts),
        aliases=draw(st.lists(letters, max_size=2, unique=True)),
        adopted_by=draw(maybe),
        adopted_on=None,
        parent=None,
        bodies=tuple(dict.fromkeys(base.bodies)),
        levels=[evolve(level, name=draw(texts)) for level in base.levels],
        nodes=[
            evolve(
                node,
                number=f"{place}.1",
                title=draw(texts),
                added=None,
                bodies=tuple(dict.fromkeys(node.bodies)),
                sources=draw(sources),
                note=draw(maybe),
            )
            for place, node in enumerate(base.nodes)
        ],
        statements=[
            evolve(
                said,
                about=draw(letters),
                text=draw(texts),
                as_of=None,
                sources=draw(sources),
                note=draw(maybe),
            )
            for said in base.statements
        ],
        tallies=[
            evolve(
                tally,
                id=draw(letters),
                text=draw(texts),
                as_of=None,
                sources=draw(sources),
                note="",
            )
            for tally in base.tallies
        ],
        indicators=[
            evolve(
                known,
                number="",
                name=draw(texts),
                unit=draw(maybe),
                baseline_when=None,
                sources=draw(sources),
                note=draw(maybe),
            )
            for known in base.indicators
        ],
        successions=[
            evolve(
                each,
                new_framework=FrameworkId("MADE-UP-2031-2035"),
                sources=draw(sources),
                note=draw(maybe),
            )
            for each in base.successions
        ],
        sources=draw(sources),
        note=draw(maybe),
    )


@SLOW
@given(sent=frameworks())
@pytest.mark.parametrize("language", ["en", "vi"])
def test_made_up_frameworks(
    language: str, sent: Framework, round_trip: Callable[..., Any]
) -> None:
    rows = framework_rows(sent, "vi")
    twice = round_trip(
        "framework", rows, language=language, framework=None, titles="vi"
    )
    assert twice.first.programme == sent
    assert twice.second.programme == sent


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("known", framework_ids())
def test_frameworks_of_the_catalogue(
    known: FrameworkId, language: str, session: Session, tmp_path: Any
) -> None:
    wanted = WantedTemplate(kind="framework", framework=known, language=language)
    form = session.template(wanted)
    assert form.left_out == ()
    path = tmp_path / "framework.xlsx"
    session.write_form(form, path)
    (submission,) = session.read([path]).submissions
    assert submission.programme == framework(known)


def test_a_node_is_known_by_its_id(session: Session) -> None:
    form = session.template(
        WantedTemplate(kind="framework", framework="ALM-WP-2021-2025")
    )
    (nodes,) = [table for table in form.tables if table.key == "nodes"]
    ids = {row[0] for row in nodes.rows}
    assert NodeId("green-jobs-promotion") in ids

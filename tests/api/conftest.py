"""Plans of the examples, for the tests of what other tools import."""

from pathlib import Path

import pytest

import almwp

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def submissions() -> Path:
    return ROOT / "examples" / "submissions"


@pytest.fixture(scope="session")
def session() -> almwp.Session:
    return almwp.Session.start()


@pytest.fixture(scope="session")
def plan(submissions: Path, session: almwp.Session) -> almwp.WorkPlan:
    return almwp.merge(almwp.read([submissions], session=session))


@pytest.fixture(scope="session")
def card(plan: almwp.WorkPlan, session: almwp.Session) -> almwp.Scorecard:
    return almwp.score(plan, by=["outcome", "country"], session=session)


@pytest.fixture(scope="session")
def report(plan: almwp.WorkPlan, session: almwp.Session) -> almwp.Report:
    return almwp.position(plan, country="VN", meeting="slom-21", session=session)

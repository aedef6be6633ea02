"""Calls that type checkers must refuse; each line that is accepted is an error."""

import almwp


def wrong(plan: almwp.WorkPlan, report: almwp.Report, card: almwp.Scorecard) -> None:
    """Make one mistake in each line."""
    almwp.raed(["reports"])  # type: ignore[attr-defined]
    almwp.read(1)  # type: ignore[arg-type]
    almwp.read(["reports"], "VN")  # type: ignore[call-arg]
    almwp.read(["reports"], contry="VN")  # type: ignore[call-arg]
    almwp.read(["reports"], on_step=3)  # type: ignore[arg-type]
    almwp.read(["reports"], session="mine")  # type: ignore[arg-type]
    almwp.merge(["plan.json"])  # type: ignore[list-item]
    almwp.score(card)  # type: ignore[arg-type]
    almwp.score(plan, by=[1])  # type: ignore[list-item]
    almwp.score(plan, by=1)  # type: ignore[arg-type]
    almwp.score(plan, as_of=2024)  # type: ignore[arg-type]
    almwp.position(plan, country="VN")  # type: ignore[call-arg]
    almwp.position(plan, country=None, meeting="slom-21")  # type: ignore[arg-type]
    almwp.write(card, "card.json")  # type: ignore[arg-type]
    almwp.write(report)  # type: ignore[call-arg]
    almwp.carry_over(plan)  # type: ignore[call-arg]
    almwp.compare(plan, report)  # type: ignore[arg-type]
    print(card.lines[0].score.value + 1)  # type: ignore[operator]
    print(plan.activities[0].status)  # type: ignore[attr-defined]
    almwp.Text("words")  # type: ignore[arg-type]
    almwp.Activity(almwp.Text())  # type: ignore[call-arg, arg-type]
    text: str = report.rows()[0]["text"]  # type: ignore[assignment]
    del text
    plan.activities = ()  # type: ignore[misc]

"""The printed JSON Schemas: which there are, and a command that prints them.

``python -m almwp.testing.schemas`` prints them anew after a change to a class.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from almwp.codec.plan import SavedPlan
from almwp.codec.schema import schema_text
from almwp.model.framework import Framework
from almwp.model.nationalposition import NationalPosition
from almwp.model.report import Report
from almwp.model.score import Scorecard
from almwp.model.submission import Submission
from almwp.plan.carryover import CarriedOver
from almwp.workflow.checking import Checked
from almwp.workflow.compared import Compared
from almwp.workflow.explaining import Explained
from almwp.workflow.merged import Merged
from almwp.workflow.writing import write_whole

PRINTED: Mapping[str, type] = MappingProxyType(
    {
        "carry-over": CarriedOver,
        "check": Checked,
        "comparison": Compared,
        "explanation": Explained,
        "framework": Framework,
        "merge": Merged,
        "plan": SavedPlan,
        "position": NationalPosition,
        "report": Report,
        "scorecard": Scorecard,
        "submission": Submission,
    }
)
"""Name of each schema, and the class of which it is."""


def print_schemas(directory: Path, classes: Mapping[str, type] = PRINTED) -> None:
    """Write the schema of each class into *directory*."""
    for name, cls in classes.items():
        write_whole(directory / f"{name}.schema.json", schema_text(cls).encode())


if __name__ == "__main__":
    print_schemas(Path(*(sys.argv[1:2] or ["schemas"])))

"""By what a sheet of findings is known again, in a copy that comes back."""

import re

STAMP = "almwp findings 1"
"""First cell of a sheet of findings: by it the sheet is known and left out."""

ORIGINAL = re.compile(r"marked copy of (?P<sha256>[0-9a-f]{64})")
"""A cell in the first row of that sheet: of which file the workbook is a copy."""

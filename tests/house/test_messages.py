"""Every sentence that is said to people has its Vietnamese one."""

from pathlib import Path

import pytest
from conftest import sentences_of  # type: ignore[import-not-found, unused-ignore]

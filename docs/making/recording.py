"""A plugin of pytest that writes down the findings that tests meet."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from almwp.errors import in_english
from almwp.findings.rule import Finding
from almwp.plan.comparison import Suspicion
from almwp.workflow.comparingwords import suspicion_in_words
from making.examples import Example


class _Notebook:
    """Keeps for each rule the example whose place is told best: the first of these."""

    def __init__(self) -> None:
        self.test, self.by_chance = "", False
        self.met: dict[str, Example] = {}
        self.worth: dict[str, tuple[bool, int]] = {}

    def meet(self, finding: Finding) -> None:
        if not self.test:
            return
        at = finding.at
        worth = (self.by_chance, (at.sheet is None) + (at.cell is None))
        if finding.code not in self.met or worth < self.worth[finding.code]:
            self.met[finding.code] = Example.of(finding, self.test)
            self.worth[finding.code] = worth


class _Recorder:
    def __init__(self, notebook: _Notebook) -> None:
        self.notebook = notebook

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Listen while a test runs; values that a person wrote are worth more."""
        function = getattr(item, "obj", None)
        self.notebook.by_chance = getattr(function, "is_hypothesis_test", False)
        self.notebook.test = item.nodeid.partition("[")[0]
        try:
            return (yield)
        finally:
            self.notebook.test = ""

    def pytest_sessionfinish(self) -> None:
        """Write down what was met."""
        plain = {code: example.plain() for code, example in self.notebook.met.items()}
        text = json.dumps(plain, ensure_ascii=False)
        Path(os.environ["ALMWP_EXAMPLES"]).write_text(text, encoding="utf-8")


def _listen(cls: Any, hear: Callable[[Any], object]) -> None:
    made = cls.__init__

    def making(record: Any, *args: Any, **kwargs: Any) -> None:
        made(record, *args, **kwargs)
        hear(record)

    setattr(cls, made.__name__, making)


def pytest_configure(config: pytest.Config) -> None:
    """Listen to each finding that is made."""
    notebook = _Notebook()
    _listen(Finding, notebook.meet)
    # A suspicion is said as a finding, if anybody asks: here somebody always does.
    _listen(Suspicion, lambda s: suspicion_in_words(s, ["new.xlsx"], "en", in_english))
    config.pluginmanager.register(_Recorder(notebook))

"""Take a framework from the user's own file, for one call."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve, field, frozen

from almwp.catalogue.frameworkdoubts import Doubt, doubts_in
from almwp.catalogue.tomlfile import read_framework
from almwp.catalogue.tomltable import read_top
from almwp.errors import (
    CallError,
    Translate,
    UnreadableFileError,
    in_english,
    listed,
    shown,
    system_problem,
)
from almwp.intake.lexicon import Lexicon
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework
from almwp.model.manifest import InputFile
from almwp.plugins.records import FrameworkSource
from almwp.plugins.registry import Plugins, Provided, Registry
from almwp.workflow.bytereading import settings_bytes
from almwp.workflow.files import takes

SUFFIX = ".toml"
"""How the name of a framework's file ends."""


@frozen(kw_only=True)
class FrameworkFile:
    """A framework that was read from the user's own file.

    Attributes:
        framework: What it says.
        path: Where it stands, as the user named it.
        file: Its name, and the fingerprint of its bytes.
    """

    framework: Framework
    path: Path
    file: InputFile


@frozen(kw_only=True)
class WithFramework:
    """Plugins with a framework of the user's own among theirs.

    Attributes:
        plugins: All that may be used in this call.
        framework: That framework.
        path: The file from which it is.
        replaced: Whether one of that id was there, whose place it takes.
        doubts: What is doubtful in it.
    """

    plugins: Plugins = field(repr=False)
    framework: Framework
    path: Path
    replaced: bool
    doubts: tuple[Doubt, ...] = field(default=(), converter=frozen_items)

    def added_to(self, lexicon: Lexicon) -> Lexicon:
        """Return the words by which files are read, those of the framework included."""
        by_id = {known.id: known for known in (*lexicon.frameworks, self.framework)}
        return evolve(lexicon, frameworks=[by_id[each] for each in sorted(by_id)])

    def said(self, translate: Translate = in_english) -> str:
        """Say whose place it takes, and what is doubtful in it, line by line."""
        lines = []
        if self.replaced:
            sentence = translate(
                "{id} is taken from {path} in this call, not from what almwp has"
            )
            lines.append(sentence.format(id=self.framework.id, path=self.path))
        lines += [f"{self.path}: {doubt.said(translate)}" for doubt in self.doubts]
        return "\n".join(lines)


def framework_path(name: str, plugins: Plugins) -> Path | None:
    """Return the file that *name* means, or None where it is the id of a framework.

    Raises:
        CallError: It is a file in which a framework is described, and not yet one.
    """
    if name in plugins.frameworks:
        return None
    path = Path(name)
    if path.suffix.lower() == SUFFIX:
        return path
    patterns = [p for reader in plugins.readers.values() for p in reader.patterns]
    if takes(patterns, path):
        raise CallError(
            "{path} is no framework yet; turn it into one first: almwp frameworks "
            "import {path} -o my-framework.toml",
            path=name,
        )
    if path.is_file():
        raise CallError(
            "{path}: a framework stands in a file ending in {suffix}",
            path=name,
            suffix=SUFFIX,
        )
    return None


def read_framework_file(path: Path) -> FrameworkFile:
    """Read a framework from the user's own file.

    Raises:
        UnreadableFileError: The file is not there or cannot be opened.
        CallError: It says what cannot be meant; every fault is named with its key.
    """
    try:
        content = settings_bytes(path)
        framework = read_framework(path)
    except OSError as error:
        raise UnreadableFileError(
            str(path),
            "the framework could not be read ({problem})",
            problem=system_problem(error),
        ) from error
    except ValueError as error:
        said = [line.removeprefix(f"{path.name}: ") for line in _lines(error, path)]
        raise CallError(
            "{path}: the framework cannot be used: {faults}",
            path=path,
            faults=listed([str(shown(line)) for line in said]),
        ) from error
    digest = hashlib.sha256(content).hexdigest()
    file = InputFile(name=path.name, sha256=digest)
    return FrameworkFile(framework=framework, path=path, file=file)


def is_framework_file(path: Path) -> bool:
    """Say whether a file looks like a framework and not like a crosswalk alone."""
    try:
        settings_bytes(path)  # a pipe, say, would never end
        top = read_top(path)
    except (OSError, ValueError):
        return False
    return "id" in top and "kind" in top


def _lines(error: ValueError, path: Path) -> list[str]:
    """Return what is wrong; of a crosswalk, that it is another kind of file."""
    lines = str(error).splitlines()
    try:
        top = read_top(path)
    except ValueError:
        return lines
    if "old_framework" in top:
        return ["it is a crosswalk, not a framework"]
    return lines


def with_framework(plugins: Plugins, given: FrameworkFile) -> WithFramework:
    """Return *plugins* with a framework of the user's own among theirs.

    It takes the place of one with the same id: the adopted text that of the draft.
    """
    known = given.framework
    there = plugins.frameworks
    title = known.title.in_("en")
    source = FrameworkSource(
        id=known.id, title=title, load=lambda: known, file=given.file
    )
    provided = {
        name: Provided(record=record, plugin=there.provider_of(name))
        for name, record in there.items()
    }
    provided[known.id] = Provided(record=source, plugin=given.path.name)
    frameworks = Registry(there.kind, provided)
    return WithFramework(
        plugins=evolve(plugins, frameworks=frameworks),
        framework=known,
        path=given.path,
        replaced=known.id in there,
        doubts=doubts_in(known, there),
    )


def given_files(plugins: Plugins) -> Iterable[InputFile]:
    """Return the files of the frameworks that the user gave."""
    return tuple(f.file for f in plugins.frameworks.values() if f.file is not None)

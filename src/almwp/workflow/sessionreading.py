"""What a session does with files: read them, and say what was found in each cell."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from almwp.model.ids import CountryCode, FrameworkId
from almwp.workflow.loaded import Loaded
from almwp.workflow.oneorseveral import paths_of
from almwp.workflow.reading import read_files
from almwp.workflow.steps import tell_nobody

if TYPE_CHECKING:
    from almwp.intake.limits import Limits
    from almwp.intake.mapping import FieldMapping
    from almwp.workflow.checking import Checked
    from almwp.workflow.oneorseveral import Paths
    from almwp.workflow.reading import ReadFiles
    from almwp.workflow.steps import OnStep


def _say_nothing(path: Path) -> None:
    """Do nothing with the file that is being read."""


@frozen(kw_only=True)
class SessionReading(Loaded):
    """The plugins that were loaded, and what is read by them."""

    def read(
        self,
        paths: "Paths",
        *,
        country: str | None = None,
        framework: str | None = None,
        cross_read: bool = False,
        mapping: "Path | str | FieldMapping | None" = None,
        limits: "Limits | None" = None,
        on_file: Callable[[Path], None] = _say_nothing,
        on_step: "OnStep" = tell_nobody,
    ) -> "ReadFiles":
        """Read workbooks, saved plans and folders of workbooks.

        A file that cannot be read is among the result's ``failures`` and does not
        stop the others.

        Args:
            paths: A file or a folder, or several.
            country: Who sends files that do not say so, by ISO code or name.
            framework: Id of the programme of files that do not name one.
            cross_read: Whether to compare with the reader's second opinion.
            mapping: What the headings mean, or the file that says it.
            limits: How much a file may ask for; as the session says, when not given.
            on_file: Is told each file before it is read.
            on_step: Is told how far it has come, also within a file.

        Raises:
            UnknownNameError: There is no such country or framework.
            CallError: The mapping cannot be meant, or names what is in no file.
            Cancelled: *on_step* stopped the work.
        """
        reading = evolve(self.reading, cross_read=cross_read)
        if country is not None:
            from almwp.workflow.meanings import country_of

            code: CountryCode = country_of(country).iso2
            reading = evolve(reading, country=code)
        if framework is not None:
            self.plugins.frameworks[framework]  # an unknown one is said at once
            reading = evolve(reading, framework=FrameworkId(framework))
        if mapping is not None:
            from almwp.workflow.mappings import mapping_from

            known = mapping_from(mapping, reading.lexicon)
            reading = evolve(reading, mapping=known)
        if limits is not None:
            reading = evolve(reading, limits=limits)
        return read_files(paths_of(paths), reading, on_file, on_step)

    def check(
        self,
        paths: "Paths",
        *,
        language: str = "en",
        country: str | None = None,
        framework: str | None = None,
        cross_read: bool = False,
        mapping: "Path | str | FieldMapping | None" = None,
        limits: "Limits | None" = None,
        on_step: "OnStep" = tell_nobody,
    ) -> "Checked":
        """Read *paths* and say what was found in each file, in *language*.

        The other arguments are those of :meth:`read`.
        """
        from almwp.workflow.checking import checked

        translate = self.translate(language)  # an unknown one is said at once
        if mapping is not None:
            from almwp.workflow.mappings import mapping_from

            mapping = mapping_from(mapping, self.reading.lexicon)
        read = self.read(
            paths,
            country=country,
            framework=framework,
            cross_read=cross_read,
            mapping=mapping,
            limits=limits,
            on_step=on_step,
        )
        return checked(read.files, translate, mapping=mapping)

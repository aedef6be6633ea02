"""Make templates: forms to fill in, empty or with what was reported last."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from attrs import field, frozen

from almwp.catalogue.vocabulary import Vocabulary
from almwp.errors import CallError, Translate, UnknownNameError, in_english
from almwp.intake.choices import UNKNOWN_SENDER, Writing
from almwp.intake.form import Form
from almwp.intake.formmaking import Filling, FormMaker, template_kinds
from almwp.intake.frameworkrows import framework_rows
from almwp.intake.lexicon import Lexicon
from almwp.intake.parsed import Spot
from almwp.intake.values import Values
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId
from almwp.model.submission import Submission
from almwp.model.text import UNDETERMINED
from almwp.plugins.guard import guard_result
from almwp.plugins.records import Reader
from almwp.plugins.registry import Plugins
from almwp.workflow.files import takes
from almwp.workflow.meanings import country_of
from almwp.workflow.messages import translation_into
from almwp.workflow.templaterows import records_of, rows_of
from almwp.workflow.writing import NOTHING, write_whole

FRAMEWORK = "framework"
"""The kind of template that describes a framework instead of reporting on one."""


@frozen(kw_only=True)
class WantedTemplate:
    """Which template is wanted.

    Attributes:
        kind: Its kind, such as ``progress``.
        framework: Id of the programme on which it is to report; that of all
            submissions, when not given.
        country: ISO code or name of the country that is to fill it in, or None.
        language: Its language; English stands beside it.
        submissions: Whose rows are filled in.
    """

    kind: str
    framework: str | None = None
    country: str | None = None
    language: str = "en"
    submissions: tuple[Submission, ...] = field(default=(), converter=frozen_items)


def make_template(wanted: WantedTemplate, lexicon: Lexicon, plugins: Plugins) -> Form:
    """Return the form that is wanted, with the rows of its country filled in.

    Raises:
        UnknownNameError: There is no such kind, framework, country or language.
        CallError: The rows are of several programmes, and none was chosen.
    """
    kinds = template_kinds(lexicon.fields)
    if wanted.kind not in kinds:
        raise UnknownNameError("template", wanted.kind, kinds)
    record = plugins.languages[wanted.language]
    provider = plugins.languages.provider_of(wanted.language)
    sender = wanted.country
    country = country_of(sender).iso2 if sender is not None else None
    own = rows_of(country, wanted.submissions)
    if wanted.framework is not None:
        plugins.frameworks[wanted.framework]  # an unknown one is said at once
    known = _programme_of(wanted, own)
    framework = lexicon.framework(FrameworkId(known) if known else None)
    values = Values(
        spot=Spot(file="", sheet=wanted.kind),
        lexicon=lexicon,
        language=wanted.language,
        framework=framework,
    )
    languages = [(each.code, each.name) for each in plugins.languages.values()]
    maker = FormMaker(
        writing=Writing(
            values=values, languages=languages, sender=country or UNKNOWN_SENDER
        ),
        vocabulary=guard_result(provider, Vocabulary, record.load),
        translate=phrases_in(wanted.language, plugins),
    )
    lines = {
        "country": country,
        "framework": framework.id if framework else None,
        "institution": _said_by_all(s.institution for s in own),
        "contact": _said_by_all(s.contact for s in own),
    }
    described = _described(own, framework)
    national = _national(described, wanted.language) if described else ""
    rows = records_of(own, maker.writing)
    filling = Filling(
        lines=lines,
        records={
            **rows.records,
            **(framework_rows(described, national) if described else {}),
        },
        language=national if wanted.kind == FRAMEWORK else "",
        unnumbered=rows.unnumbered,
    )
    return maker.make(wanted.kind, filling)


def phrases_in(language: str, plugins: Plugins) -> Translate:
    """Return the translation of phrases; English where nobody speaks the language.

    Raises:
        UnknownNameError: There is no such language.
    """
    plugins.languages[language]
    try:
        return translation_into(language, plugins)
    except UnknownNameError:  # its words are read, but it has no messages yet
        return in_english


def reader_that_writes(path: Path, plugins: Plugins) -> Reader:
    """Return the reader that takes a file by its name and can write forms.

    Raises:
        CallError: There is none.
    """
    able = [reader for reader in plugins.readers.values() if reader.write_form]
    for reader in able:
        if takes(reader.patterns[:1], path):
            return reader
    known = ", ".join(pattern for reader in able for pattern in reader.patterns[:1])
    raise CallError(
        "no template can be written into '{path}' (possible: {known})",
        path=path,
        known=known or "-",
    )


def file_name(kind: str, country: str | None, plugins: Plugins) -> str:
    """Return a name for the file of a template, in a format that can be written."""
    able = [reader for reader in plugins.readers.values() if reader.write_form]
    patterns = (pattern for reader in able for pattern in reader.patterns[:1])
    suffix = next((p.removeprefix("*") for p in patterns), ".xlsx")
    code = country_of(country).iso2 if country else None
    return "-".join(filter(None, ("alm", kind, code))) + suffix


def write_template(form: Form, path: Path, plugins: Plugins) -> None:
    """Write *form* into a new file; one that is there is never written over.

    Raises:
        CallError: The file is there already, or no reader can write such files.
        UnwritableFileError: The file could not be written.
    """
    reader_that_writes(path, plugins)
    _refuse_existing(path)
    write_whole(path, template_bytes(form, path, plugins), stood=NOTHING)


def template_bytes(form: Form, path: Path, plugins: Plugins) -> bytes:
    """Return *form* as the bytes of a file that is named as *path*.

    Raises:
        CallError: No reader can write such files.
    """
    reader = reader_that_writes(path, plugins)
    if reader.write_form is None:  # the reader was chosen because it can
        raise AssertionError(reader.name)
    provider = plugins.readers.provider_of(reader.name)
    return guard_result(provider, bytes, partial(reader.write_form, form))


def _refuse_existing(path: Path) -> None:
    """Refuse to write where a file is: it may be a form that somebody has filled in.

    Raises:
        CallError: There is one.
    """
    if path.exists() or path.is_symlink():
        raise CallError(
            "'{path}' is there already and may be filled in; delete it, or name "
            "another file with -o",
            path=path,
        )


def _described(
    own: Iterable[Submission], framework: Framework | None
) -> Framework | None:
    """Return the framework that the last workbook describes, or else the known one."""
    sent = [s.programme for s in own if s.programme]
    return sent[-1] if sent else framework


def _national(framework: Framework, language: str) -> str:
    """Return the language of the titles that stand beside the English ones.

    It is that of the template; in an English one, the other language that most texts
    have.
    """
    if language != "en":
        return language
    texts = (
        framework.title,
        *(level.name for level in framework.levels),
        *(node.title for node in framework.nodes),
        *(statement.text for statement in framework.statements),
        *(tally.text for tally in framework.tallies),
        *(indicator.name for indicator in framework.indicators),
    )
    others = Counter(
        code
        for text in texts
        for code in text.languages
        if code not in ("en", UNDETERMINED)
    )
    return min(others, key=lambda code: (-others[code], code), default="")


def _programme_of(wanted: WantedTemplate, own: Iterable[Submission]) -> str | None:
    """Return the id of the programme on which the form reports, or None.

    Raises:
        CallError: The rows are of several programmes, and none was chosen.
    """
    named = sorted({s.framework for s in own if s.framework})
    if wanted.framework or not named:
        return wanted.framework
    if len(named) > 1 and wanted.kind != FRAMEWORK:
        raise CallError(
            "the files report on several programmes ({known}); name the one of the "
            "form with --framework",
            known=", ".join(named),
        )
    return named[0] if len(named) == 1 else None


def _said_by_all(words: Iterable[str]) -> str:
    """Return what all say that say anything, or nothing where they differ."""
    said = {each for each in words if each}
    return said.pop() if len(said) == 1 else ""

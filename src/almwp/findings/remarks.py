"""Findings as they are written into a sender's own file, in the sender's language."""

from collections.abc import Iterable

import attrs
from attrs import frozen

from almwp.errors import Translate, in_english
from almwp.findings.rule import Finding, Severity


def _remarks(items: "Iterable[Remark]") -> "tuple[Remark, ...]":
    return tuple(items)


def _texts(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(items)


@frozen(kw_only=True)
class Remark:
    """A finding, all of whose words are those that the sender reads.

    Attributes:
        code: The rule's code.
        severity: error, warning or note.
        sheet: The sheet, or None for the whole file.
        cell: The cell or range, or None for the whole sheet.
        message: What is wrong.
        hint: What to type instead.
        found: What stands there, or None.
        suggestions: Near values, nearest first.
    """

    code: str
    severity: Severity
    sheet: str | None = None
    cell: str | None = None
    message: str
    hint: str
    found: str | None = None
    suggestions: tuple[str, ...] = attrs.field(default=(), converter=_texts)


@frozen(kw_only=True)
class RemarkWords:
    """The words around remarks.

    Attributes:
        error: What an error is called.
        warning: What a warning is called.
        note: What a note is called.
        number: Heading of the remarks' numbers.
        severity: Heading of the severities.
        code: Heading of the codes.
        sheet: Heading of the sheets' names.
        cell: Heading of the cells.
        found: Heading of what stands there.
        message: Heading of what is wrong.
        hint: Heading of what to type instead.
        suggestions: Heading of near values.
        whole_file: Stands for the sheet where a remark is about the whole file.
        guide: What to do with the file.
        discussed: Said of a cell in which no comment can be put.
        signed: Said where a digital signature no longer holds.
        more: Said where there are more remarks than a sheet holds.
    """

    error: str
    warning: str
    note: str
    number: str
    severity: str
    code: str
    sheet: str
    cell: str
    found: str
    message: str
    hint: str
    suggestions: str
    whole_file: str
    guide: str
    discussed: str
    signed: str
    more: str

    @classmethod
    def of(cls, translate: Translate = in_english) -> "RemarkWords":
        """Return the words in the language of *translate*."""
        return cls(
            error=translate("error"),
            warning=translate("warning"),
            note=translate("note"),
            number=translate("No."),
            severity=translate("kind"),
            code=translate("code"),
            sheet=translate("sheet"),
            cell=translate("cell"),
            found=translate("what stands there"),
            message=translate("what was found"),
            hint=translate("what to do"),
            suggestions=translate("did you mean"),
            whole_file=translate("(the whole file)"),
            guide=translate(
                "Correct the marked cells and send this file again. This sheet and the "
                "comments of almwp may stay: they are left out when the file is read"
            ),
            discussed=translate(
                "the cell holds a discussion; therefore no comment was put there"
            ),
            signed=translate("the digital signature does not hold for this copy"),
            more=translate("there are more findings than a sheet holds: {count}"),
        )

    def of_severity(self, severity: Severity) -> str:
        """Return what a severity is called."""
        word: str = getattr(self, severity.value)
        return word


@frozen(kw_only=True)
class Remarks:
    """All that is to be written into one file.

    Attributes:
        language: The language of all words (BCP 47).
        title: Name of the sheet that lists the remarks.
        words: The words around them.
        remarks: The remarks, in the order of the findings.
        original: Fingerprint of the file into whose copy they are written; the copy
            tells it, so that it is known when it is sent back corrected.
    """

    language: str = "en"
    title: str = "almwp findings"
    words: RemarkWords = attrs.field(factory=RemarkWords.of)
    remarks: tuple[Remark, ...] = attrs.field(default=(), converter=_remarks)
    original: str = ""

    @property
    def about_copy(self) -> str:
        """What the copy says of itself; empty where its original is not known."""
        return f"marked copy of {self.original}" if self.original else ""


def remarks_of(
    findings: Iterable[Finding], translate: Translate, *, language: str, title: str
) -> Remarks:
    """Return *findings* as they are written into a file.

    Args:
        findings: What was found in the file.
        translate: Gives the sender's language.
        language: Which language that is.
        title: Name of the sheet that lists them.
    """
    return Remarks(
        language=language,
        title=title,
        words=RemarkWords.of(translate),
        remarks=(
            Remark(
                code=finding.code,
                severity=finding.severity,
                sheet=finding.at.sheet,
                cell=finding.at.cell,
                message=finding.message(translate),
                hint=finding.hint(translate),
                found=finding.found,
                suggestions=finding.suggestions,
            )
            for finding in findings
        ),
    )

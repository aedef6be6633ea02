"""Files that are no letterhead are refused in a sentence that says what to do."""

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import almwp_slom
import pytest
from almwp_slom.word.document import render_on
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from almwp.errors import CallError, UnreadableFileError
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.plugins.loading import load_plugins
from almwp.workflow.reportwriting import render_on as render_on_file
from almwp.workflow.reportwriting import write_formats

REPORT = Report(title="Paper")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def empty() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(empty())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return out.getvalue()


def with_type(kind: str) -> bytes:
    main = f"{WORD}.document.main+xml".encode()
    return changed("[Content_Types].xml", lambda c: c.replace(main, kind.encode()))


def with_header(markup: str, external: str = "") -> bytes:
    document = Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "Ministry"
    if external:
        header.part.relate_to(external, "image", is_external=True)
    held = f"<w:p {nsdecls('w', 'r', 'a', 'wp', 'pic')}>{markup}</w:p>"
    header._element.append(parse_xml(held))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_margins(left: float, right: float) -> bytes:
    document = Document()
    section = document.sections[0]
    section.left_margin, section.right_margin = Cm(left), Cm(right)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def linked(kind: str) -> str:
    return f'<w:r><w:drawing><a:blip r:{kind}="rId1"/></w:drawing></w:r>'


BOMB = changed(
    "word/document.xml",
    lambda c: c.replace(b"</w:body>", b" " * 70_000_000 + b"</w:body>"),
)
DOCTYPE = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'

ODD = [
    ("nothing", b"", "no Word document"),
    ("text", b"Ministry of Labour", "no Word document"),
    ("PDF", b"%PDF-1.7", "no Word document"),
    ("old Word", OLE + b"\x00" * 600, "Word 97-2003"),
    ("password", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("another package", packed(a=b"x"), "no Word document"),
    ("cut off", empty()[:2000], "no Word document"),
    ("workbook", with_type("application/vnd.ms-excel"), "no Word document"),
    (
        "macros",
        with_type("application/vnd.ms-word.document.macroEnabled.main+xml"),
        "macros",
    ),
    (
        "template with macros",
        with_type("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        "macros",
    ),
    (
        "Strict",
        changed(
            "_rels/.rels",
            lambda c: c.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/o",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships/o",
            ),
        ),
        "Strict",
    ),
    ("damaged", changed("word/styles.xml", lambda c: c[:-20]), "word/styles.xml"),
    (
        "document type",
        changed("word/document.xml", lambda c: c.replace(b"<w:document", DOCTYPE, 1)),
        "damaged",
    ),
    ("bomb", BOMB, "unpacked"),
    ("object", with_header("<w:r><w:object/></w:r>"), "embedded"),
    ("control", with_header("<w:r><w:control/></w:r>"), "embedded"),
    ("another document", with_header('<w:altChunk r:id="rId9"/>'), "embedded"),
    ("linked picture", with_header(linked("link"), "https://x.org/a.png"), "linked"),
    ("hidden link", with_header(linked("embed"), "file://host/a.png"), "linked"),
    ("picture that is not there", with_header(linked("embed")), "damaged"),
    ("no room", with_margins(9, 9), "margins"),
]


@pytest.mark.parametrize(
    ("content", "said"), [odd[1:] for odd in ODD], ids=[odd[0] for odd in ODD]
)
def test_what_is_no_letterhead_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFileError, match=re.escape(said)) as refused:
        render_on(REPORT, content)
    assert refused.value.exit_code == 3


def test_a_template_of_word_is_a_letterhead() -> None:
    assert render_on(REPORT, with_type(f"{WORD}.template.main+xml"))


@pytest.mark.parametrize("place", range(0, 4000, 97))
def test_a_file_with_a_wrong_byte_is_read_or_refused(place: int) -> None:
    content = bytearray(empty())
    content[place * len(content) // 4000] ^= 0xFF
    with suppress(UnreadableFileError):  # nothing else may come of it
        assert render_on(REPORT, bytes(content))


def test_the_file_is_named_and_its_fingerprint_kept(tmp_path: Path) -> None:
    plugins = load_plugins(extra={})
    bad, good = tmp_path / "bad.docx", tmp_path / "ours.docx"
    bad.write_bytes(b"no")
    good.write_bytes(empty())
    with pytest.raises(UnreadableFileError, match=r"bad\.docx: this is no Word"):
        render_on_file(REPORT, "docx", bad, plugins)
    assert b"ours.docx" in custom(render_on_file(REPORT, "docx", good, plugins))
    meeting = Report(title="Paper", audience=Audience.MEETING)
    told = custom(render_on_file(meeting, "docx", good, plugins))
    assert b"ours" not in told
    assert b"input: letterhead" in told


def test_formats_that_take_none_say_so_before_anything_is_written(
    tmp_path: Path,
) -> None:
    good = tmp_path / "ours.docx"
    good.write_bytes(empty())
    target = tmp_path / "out" / "paper"
    with pytest.raises(CallError, match="'markdown' takes no letterhead") as refused:
        write_formats(REPORT, ["docx", "markdown"], target, load_plugins(), good)
    assert refused.value.exit_code == 2
    assert not target.parent.exists()


def test_only_word_takes_a_letterhead() -> None:
    taking = [e.name for e in almwp_slom.almwp_exporters() if e.render_on]
    assert taking == ["docx"]


def custom(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("docProps/custom.xml")

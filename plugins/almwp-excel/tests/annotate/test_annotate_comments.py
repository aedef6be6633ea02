"""Comments on marked cells: below what people wrote, and away again without a trace."""

import io
import re
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.errors import UnreadableFileError
from almwp.findings.remarks import Remark
from almwp.findings.rule import Severity

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
Mark = Callable[..., bytes]
Look = Callable[[bytes], Any]
Edited = Callable[..., bytes]
VML = "xl/drawings/vmlDrawing1.vml"


def comments_of(content: bytes, sheet: str = "Data") -> dict[str, str]:
    rows = openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows()
    cells = [cell for row in rows for cell in row]
    return {c.coordinate: c.comment.text for c in cells if c.comment}


def boxes_of(drawing: str) -> list[tuple[int, int]]:
    places = re.findall(r"<x:Row>(\d+)</x:Row><x:Column>(\d+)</x:Column>", drawing)
    return [(int(row), int(column)) for row, column in places]


def test_a_comment_says_what_is_wrong_and_what_to_do(
    rich_workbook: bytes, mark: Mark, remark: Callable[..., Remark]
) -> None:
    after = mark(
        rich_workbook,
        remark("Data", "A3", Severity.NOTE, message="so and so", hint="leave it"),
        remark("Data", "A3", Severity.ERROR),
        remark("Data", "C4:C6", Severity.WARNING),
    )
    said = comments_of(after)
    assert said["A3"] == (
        "———— almwp ————\n"
        "error ALM201: it is wrong\n→ write it right\n\n"
        "note ALM201: so and so\n→ leave it\n"
        "————————————————"
    )
    assert "C4:C6: warning ALM201" in said["C4"]
    assert set(said) == {"A3", "B3", "C4"}


def test_each_comment_has_a_box_and_each_box_a_number_of_its_own(
    rich_workbook: bytes, mark: Mark, look: Look
) -> None:
    after = mark(rich_workbook, "A3", "C4", "XFD1048576")
    drawing = look(after).text(VML)
    assert sorted(boxes_of(drawing)) == [(2, 0), (2, 1), (3, 2), (1048575, 16383)]
    numbers = re.findall(r'id="(_x0000_s\d+)"', drawing)
    assert len(set(numbers)) == len(numbers) == 4


def test_what_a_person_wrote_stays_above_ours(
    rich_workbook: bytes, mark: Mark, look: Look
) -> None:
    after = mark(rich_workbook, "B3")
    said = comments_of(after)["B3"]
    assert said.startswith("a person wrote this\n———— almwp ————\nerror")
    assert boxes_of(look(after).text(VML)) == [(2, 1)]
    clean = look(mark(after))
    assert comments_of(mark(after)) == comments_of(rich_workbook)
    part = "xl/comments1.xml"
    assert clean.bytes[part] == look(rich_workbook).bytes[part]


def test_the_box_of_a_persons_comment_grows_so_that_ours_is_seen(
    rich_workbook: bytes, mark: Mark, look: Look, remark: Callable[..., Remark]
) -> None:
    long = remark("Data", "B3", message="word " * 60)
    drawing = look(mark(rich_workbook, long)).text(VML)
    (before,) = re.findall("<x:Anchor>(.*?)</x:Anchor>", look(rich_workbook).text(VML))
    (after,) = re.findall("<x:Anchor>(.*?)</x:Anchor>", drawing)
    assert after.split(",")[:6] == before.split(",")[:6]
    assert int(after.split(",")[6]) > int(before.split(",")[6]) + 4


def test_an_answer_below_our_lines_is_kept(
    rich_workbook: bytes, mark: Mark, edited: Edited
) -> None:
    after = mark(rich_workbook, "A3", "B3")
    end = "————————————————</t>"
    part = "xl/comments1.xml"
    answered = edited(after, (part, end, end.replace("</t>", "\nWhy? Lan</t>")))
    said = comments_of(mark(answered))
    assert said == {"A3": "\nWhy? Lan", "B3": "a person wrote this\nWhy? Lan"}


def test_a_sheet_without_comments_has_none_of_the_parts_left(
    workbook: Callable[..., bytes], mark: Mark, look: Look
) -> None:
    plain = workbook(lambda book: book.add_worksheet("Data").write("A1", "x"))
    before, clean = look(plain), look(mark(mark(plain, "A1")))
    assert clean.names == before.names
    sheet = "xl/worksheets/sheet1.xml"
    assert clean.text(sheet).replace(' s="0"', "") == before.text(sheet)
    assert clean.bytes["xl/workbook.xml"] == before.bytes["xl/workbook.xml"]
    links = "xl/_rels/workbook.xml.rels"
    assert clean.bytes[links] == before.bytes[links]


def test_nothing_is_put_into_a_discussion(
    rich_workbook: bytes, mark: Mark, edited: Edited, look: Look
) -> None:
    threaded = edited(
        rich_workbook,
        ("xl/comments1.xml", "<author>Lan</author>", "<author>tc={1-2}</author>"),
        ("xl/threadedComments/threadedComment1.xml", None, "<ThreadedComments/>"),
    )
    after = mark(threaded, "B3", "A3")
    assert comments_of(after)["B3"] == "a person wrote this"
    assert "A3" in comments_of(after)
    assert look(after).bytes["xl/threadedComments/threadedComment1.xml"]
    listed = look(after).text("xl/worksheets/sheet3.xml")
    assert listed.count("the cell holds a discussion") == 1


def test_form_controls_share_the_drawing_and_stay(
    rich_workbook: bytes, mark: Mark, edited: Edited, look: Look
) -> None:
    """Excel leaves tags open inside of a button: the drawing is no XML."""
    button = (
        '<v:shape id="_x0000_s2049" type="#_x0000_t201"><v:textbox><div>Go<br>on</div>'
        '</v:textbox><x:ClientData ObjectType="Button"><x:Row>2</x:Row><x:Column>0'
        "</x:Column></x:ClientData></v:shape>"
    )
    controlled = edited(rich_workbook, (VML, "</xml>", f"{button}</xml>"))
    after = look(mark(controlled, "A3")).text(VML)
    assert button in after
    assert "_x0000_s2050" in after
    assert button in look(mark(mark(controlled, "A3"))).text(VML)


def test_a_drawing_of_another_kind_is_refused_with_a_sentence(
    rich_workbook: bytes, mark: Mark, edited: Edited
) -> None:
    odd = edited(rich_workbook, (VML, None, "<svg></svg>"))
    with pytest.raises(UnreadableFileError, match="the drawings of the sheet 'Data'"):
        mark(odd, "A3")


@given(st.text(max_size=40))
def test_any_text_of_a_file_can_be_said(text: str) -> None:
    from almwp_excel.annotate.plaintext import from_stored, stored
    from lxml import etree

    element = etree.Element("t")
    element.text = stored(text)
    (again,) = [etree.fromstring(etree.tostring(element)).text or ""]
    plain = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    assert from_stored(again) == plain

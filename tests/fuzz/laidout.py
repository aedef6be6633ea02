"""Open what exporters write with the parsers of others; what is broken raises."""

import csv
import io
import json
import warnings
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from types import MappingProxyType


def _document(content: bytes) -> None:
    from docx import Document

    assert Document(io.BytesIO(content)).element.body is not None


def _workbook(content: bytes) -> None:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on extensions that it does not keep
        book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames
    book.close()


def _page(content: bytes) -> None:
    parser = HTMLParser()
    parser.feed(content.decode("utf-8"))
    parser.close()


def _archive(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith(".json"):
                json.loads(package.read(name))


def _lines(content: bytes) -> None:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows


def _pdf(content: bytes) -> None:
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


OPENED: Mapping[str, Callable[[bytes], object]] = MappingProxyType(
    {
        "csv": _lines,
        "datapackage": _archive,
        "docx": _document,
        "excel": _workbook,
        "html": _page,
        "iati": ET.fromstring,
        "json": json.loads,
        "markdown": bytes.decode,
        "parquet": _archive,
        "pdf": _pdf,
    }
)
"""How the file of each format is opened."""

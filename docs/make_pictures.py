"""Make the pictures of the pages from the real output on the examples.

``python docs/make_pictures.py`` runs almwp, turns what it wrote into pictures with
LibreOffice (``soffice``) and poppler (``pdftoppm``), and notes the words that each
shows by their fingerprint.  The tests make the words again, which needs neither of the
two programs, and so know when a picture tells something old.
"""

import contextlib
import hashlib
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from almwp.cli.main import run
from almwp.workflow.writing import write_whole

if TYPE_CHECKING:
    from PIL import Image

DOCS = Path(__file__).resolve().parent
SUBMISSIONS = DOCS.parent / "examples" / "submissions"
PICTURES = DOCS / "pictures"
NOTES = PICTURES / "words.json"
_TEXT = re.compile(
    r"<(?:w:)?t(?:\s[^>]*)?>([^<]*)</(?:w:)?t>|<(?:text|desc|title)[^>]*>([^<]*)<"
)
_PAGES = (
    ("position-first-page", "position", 1),
    ("position-progress", "position", 2),
    ("position-activities", "position", 4),
    ("position-first-page-vi", "position-vi", 1),
    ("position-progress-vi", "position-vi", 2),
    ("position-activities-vi", "position-vi", 4),
    ("returned-sheet", "returned", 2),
    ("returned-findings", "returned", 3),
)
"""Each picture that is a page of a document, and which page."""
_WIDTH = 1200
_COLOURS = 48


def documents(folder: Path) -> Mapping[str, Path]:
    """Run almwp in *folder* and return what it wrote, by the name of the picture."""
    given = str(SUBMISSIONS)
    written = ["position", given, "--country", "VN", "--meeting", "slom-21"]
    drawn = ["plot", "progress", given, "--to", "svg", "--to", "png"]
    calls = (
        [*written, "--to", "docx"],
        [*written, "--to", "docx", "--lang", "vi"],
        ["check", given, "--annotate", "returned"],
        drawn,
        [*drawn, "--lang", "vi"],
    )
    with contextlib.chdir(folder), contextlib.redirect_stdout(sys.stderr):
        for call in calls:
            if code := run(call):
                raise SystemExit(f"almwp {' '.join(call)} ended with {code}")
    return {
        "position": folder / "position-VN-slom-21.docx",
        "position-vi": folder / "position-VN-slom-21-vi.docx",
        "returned": folder / "returned" / "vn-bao-cao-slom21.xlsx",
        "progress": folder / "progress.svg",
        "progress-vi": folder / "progress-vi.svg",
    }


def words(document: Path) -> str:
    """Return the words of a document, whatever packed it and however it is laid out."""
    if document.suffix == ".svg":
        parts = [document.read_text(encoding="utf-8")]
    else:
        with zipfile.ZipFile(document) as packed:
            names = sorted(
                n
                for n in packed.namelist()
                if n.endswith(".xml") and "docProps" not in n
            )
            parts = [packed.read(name).decode("utf-8") for name in names]
    found = (one or other for part in parts for one, other in _TEXT.findall(part))
    return "\n".join(text.strip() for text in found if text.strip())


def fingerprints(made: Mapping[str, Path]) -> dict[str, str]:
    """Return the fingerprint of the words of each document."""
    return {
        name: hashlib.sha256(words(path).encode()).hexdigest()
        for name, path in made.items()
    }


def main() -> None:
    """Make all pictures anew and note what they show."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = documents(folder)
        for name, document, number in _PAGES:
            _keep(_page(made[document], number), name)
        for name in ("progress", "progress-vi"):
            _keep(folder / f"{name}.png", name)
        text = json.dumps(fingerprints(made), indent=1) + "\n"
    write_whole(NOTES, text.encode())


def _page(document: Path, number: int) -> Path:
    """Return a page of *document* as a picture."""
    folder = document.parent
    paper = folder / f"{document.stem}.pdf"
    if not paper.exists():
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        turn = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
        subprocess.run([*turn, folder, document], check=True, capture_output=True)
    picture = folder / f"{document.stem}-{number}"
    draw = ["pdftoppm", "-png", "-singlefile", "-f", str(number), "-l", str(number)]
    subprocess.run([*draw, "-r", "150", paper, picture], check=True)
    return picture.with_suffix(".png")


def _keep(picture: Path, name: str) -> None:
    """Save a picture without its empty margin, small and in few colours."""
    from PIL import Image, ImageChops

    with Image.open(picture) as opened:
        drawn = opened.convert("RGB")
    box = ImageChops.difference(drawn, Image.new("RGB", drawn.size, "white")).getbbox()
    if box:
        left, top, right, bottom = box
        drawn = drawn.crop(
            (max(left - 20, 0), max(top - 20, 0), right + 20, bottom + 20)
        )
    drawn = drawn.crop((0, 0, drawn.width, _above_the_foot(drawn)))
    if drawn.width > _WIDTH:
        height = round(drawn.height * _WIDTH / drawn.width)
        drawn = drawn.resize((_WIDTH, height), Image.Resampling.LANCZOS)
    few = drawn.quantize(_COLOURS, dither=Image.Dither.NONE)
    made = io.BytesIO()
    few.save(made, "png", optimize=True)
    write_whole(PICTURES / f"{name}.png", made.getvalue())


def _above_the_foot(drawn: "Image.Image") -> int:
    """Return where the content of a page ends; its foot stands far below."""
    from PIL import Image

    ink = drawn.convert("L").point(lambda shade: 255 if shade < 250 else 0)
    column = ink.resize((1, drawn.height), Image.Resampling.BOX)
    rows = [row for row in range(drawn.height) if column.getpixel((0, row))]
    far = drawn.height // 12
    foot = drawn.height - far
    ends = [o for o, next_ in pairwise(rows) if next_ - o > far and next_ > foot]
    return min((ends or rows)[-1] + 20, drawn.height)


if __name__ == "__main__":
    main()

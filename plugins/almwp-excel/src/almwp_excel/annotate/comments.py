"""Comments on cells: ours put below what people wrote, and exactly ours taken away."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from almwp_excel.annotate.plaintext import from_stored, stored
from almwp_excel.annotate.xmlpart import Element, child, children, local, make

AUTHOR = "almwp"
START = "———— almwp ————"
END = "————————————————"
"""The lines between which everything is ours, in a comment of ours or a person's."""

EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<authors></authors><commentList></commentList></comments>"
)
_THREADED = "tc="
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MOST = 32_000  # Excel stops at 32,767 signs


@frozen(kw_only=True)
class Commented:
    """What became of the comments of a sheet.

    Attributes:
        gone: Addresses at which a comment of ours was taken away as a whole.
        new: Addresses at which a comment of ours was put, and its text.
        grown: Addresses at which a person's comment became longer, and its text.
        discussed: Wanted addresses at which people discuss; nothing is put there.
        is_any: Whether any comment is left.
    """

    gone: frozenset[str]
    new: Mapping[str, str]
    grown: Mapping[str, str]
    discussed: frozenset[str]
    is_any: bool


def has_ours(root: Element) -> bool:
    """Say whether anything in the comments of a sheet is ours."""
    comments = children(child(root, "commentList"), "comment")
    return any(START in "".join(map(_plain, _texts(each))) for each in comments)


def rewrite(root: Element, wanted: Mapping[str, str]) -> Commented:
    """Take our comments of an earlier run away and put the new ones in.

    Args:
        root: The comments of a sheet, which are changed.
        wanted: Address, and what to say there.
    """
    listed = _made(root, "commentList")
    authors = _made(root, "authors", place=0)
    names = [(author.text or "") for author in children(authors, "author")]
    gone = set()
    for each in children(listed, "comment"):
        if _take_ours(each):
            listed.remove(each)
            gone.add(each.get("ref", ""))
    left = {each.get("ref", ""): each for each in children(listed, "comment")}
    discussed = frozenset(
        ref
        for ref, each in left.items()
        if _author(each, names).startswith(_THREADED) and ref in wanted
    )
    new, grown = {}, {}
    for ref, text in wanted.items():
        if ref in discussed:
            continue
        said = f"{START}\n{text[:_MOST]}\n{END}"
        if ref in left:
            _append(left[ref], said)
            grown[ref] = "".join(map(_plain, _texts(left[ref])))
            continue
        author = _author_number(authors, names)
        comment = make(listed, "comment", ref=ref, authorId=str(author))
        holder = make(listed, "text")
        holder.append(_run(listed, said))
        comment.append(holder)
        listed.append(comment)
        new[ref] = said
    if not new and names and names[-1] == AUTHOR:
        _drop_author(authors, listed, len(names) - 1)
    return Commented(
        gone=frozenset(gone),
        new=new,
        grown=grown,
        discussed=discussed,
        is_any=bool(children(listed, "comment")),
    )


def _take_ours(comment: Element) -> bool:
    """Cut what is ours out of a comment; say whether nothing else was in it."""
    texts = _texts(comment)
    whole = "".join(text.text or "" for text in texts)
    start = whole.find(START)
    is_ours = False
    while start >= 0:
        is_ours = True
        end = whole.find(END, start + len(START))
        end = len(whole) if end < 0 else end + len(END)
        if whole[max(start - 1, 0) : start] == "\n":
            start -= 1
        _cut(texts, start, end)
        whole = whole[:start] + whole[end:]
        start = whole.find(START)
    for text in texts if is_ours else ():
        run = text.getparent()
        if not text.text and local(run) == "r":
            run.getparent().remove(run)
    return is_ours and not whole.strip()


def _cut(texts: Iterable[Element], start: int, end: int) -> None:
    at = 0
    for text in texts:
        held = text.text or ""
        first, last = max(start - at, 0), max(end - at, 0)
        text.text = held[:first] + held[last:]
        at += len(held)


def _append(comment: Element, said: str) -> None:
    texts = _texts(comment)
    last = texts[-1] if texts else None
    if last is not None and local(last.getparent()) != "r":
        last.text = f"{last.text or ''}\n{stored(said)}"
        last.set(_SPACE, "preserve")
        return
    holder = child(comment, "text")
    if holder is None:
        holder = make(comment, "text")
        comment.insert(0, holder)
    runs = children(holder, "r")
    run = _run(comment, f"\n{said}" if texts else said)
    holder.insert(holder.index(runs[-1]) + 1 if runs else 0, run)


def _run(parent: Element, said: str) -> Element:
    run = make(parent, "r")
    looks = make(parent, "rPr")
    looks.append(make(parent, "sz", val="9"))
    looks.append(make(parent, "color", indexed="81"))
    looks.append(make(parent, "rFont", val="Tahoma"))
    looks.append(make(parent, "family", val="2"))
    text = make(parent, "t")
    text.set(_SPACE, "preserve")
    text.text = stored(said)
    run.append(looks)
    run.append(text)
    return run


def _plain(text: Element) -> str:
    return from_stored(text.text or "")


def _texts(comment: Element) -> list[Element]:
    """Return the texts of a comment in their order; how they are spoken is left out."""
    holder = child(comment, "text")
    if holder is None:
        return []
    found = []
    for each in holder:
        if local(each) == "t":
            found.append(each)
        elif local(each) == "r":
            found += children(each, "t")
    return found


def _made(root: Element, name: str, place: int | None = None) -> Element:
    known = child(root, name)
    if known is None:
        known = make(root, name)
        root.insert(len(root) if place is None else place, known)
    return known


def _author(comment: Element, names: list[str]) -> str:
    number = comment.get("authorId", "")
    known = number.isdigit() and int(number) < len(names)
    return names[int(number)] if known else ""


def _author_number(authors: Element, names: list[str]) -> int:
    if AUTHOR not in names:
        author = make(authors, "author")
        author.text = AUTHOR
        authors.append(author)
        names.append(AUTHOR)
    return names.index(AUTHOR)


def _drop_author(authors: Element, listed: Element, number: int) -> None:
    if all(c.get("authorId") != str(number) for c in children(listed, "comment")):
        authors.remove(children(authors, "author")[number])

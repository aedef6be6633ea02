"""The marks on one sheet: fills and comments put on, those of an earlier run off."""

from collections.abc import Mapping, Sequence

from attrs import define, field

from almwp.findings.remarks import Remark, RemarkWords
from almwp.findings.rule import Severity
from almwp.intake.cells import column_letters
from almwp_excel.annotate import refusals as annotate_refusals
from almwp_excel.annotate import shapes
from almwp_excel.annotate.comments import AUTHOR, EMPTY, Commented, has_ours, rewrite
from almwp_excel.annotate.elements import Place, anchors, merged_blocks
from almwp_excel.annotate.links import OFFICE, Links
from almwp_excel.annotate.parts import Parts, add_default_type, add_type, drop_part
from almwp_excel.annotate.sheetedit import Edit, Passed, apply, pass_over
from almwp_excel.annotate.styling import Styles
from almwp_excel.annotate.tags import attribute, prefix_of
from almwp_excel.annotate.xmlpart import in_bytes, parse, written
from almwp_excel.refusals import shown
from almwp_excel.relationships import Relationship, relationships

_COMMENTS_TYPE = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
)
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_WEIGHT = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@define(kw_only=True, eq=False)
class SheetMarks:
    """Marks one sheet.

    Attributes:
        parts: The parts of the workbook.
        part: Key of the sheet's part.
        name: The sheet's name, for refusals.
        wanted: Cells, and what is to be said of each.
        styles: The styles of the workbook.
        words: The words around remarks.
    """

    parts: Parts
    part: str
    name: str
    wanted: Mapping[Place, Sequence[Remark]]
    styles: Styles
    words: RemarkWords
    _links: Links = field(init=False)
    _old: frozenset[int] = field(default=frozenset(), init=False)
    _shown: dict[Place, list[Remark]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._links = Links(self.parts, self.part)

    def put(self) -> frozenset[Remark]:
        """Change the sheet; return the remarks for which no comment could be put."""
        link = self._links.of_kind("comments")
        has_old = link is not None and self._has_ours(link.part or "")
        self._old = self.styles.marked
        if not self.wanted and not has_old and not self._old:
            return frozenset()
        stored = self.parts.content(self.part)
        content = in_bytes(stored)
        self._find_shown(content)
        passed = pass_over(
            self.parts.package, content, self._shown, self._old, self._restyle
        )
        edits = list(passed.edits)
        held: frozenset[Remark] = frozenset()
        if self._shown or has_old:
            done, more = self._comment(content, passed, link)
            edits += more
            held = frozenset(
                remark
                for place, remarks in self._shown.items()
                if _ref(place) in done.discussed
                for remark in remarks
            )
        if edits:
            self.parts.put(self.part, apply(content, edits))
        return held

    def _has_ours(self, comments: str) -> bool:
        content = self.parts.content(comments)
        is_likely = AUTHOR.encode() in in_bytes(content)
        return is_likely and has_ours(parse(self.parts.package, content))

    def _find_shown(self, content: bytes) -> None:
        """Move what is said of a cell under a merged block to the cell that is seen."""
        merges = merged_blocks(self.parts.package, content) if self.wanted else []
        moved = anchors(merges, self.wanted)
        for place in sorted(self.wanted):
            remarks = self._shown.setdefault(moved.get(place, place), [])
            remarks += self.wanted[place]
        for remarks in self._shown.values():
            remarks.sort(key=lambda remark: _WEIGHT.index(remark.severity))

    def _restyle(self, style: int, place: Place) -> int:
        base = self.styles.restored(style)
        remarks = self._shown.get(place)
        return self.styles.mark(base, remarks[0].severity.value) if remarks else base

    def _comment(
        self, content: bytes, passed: Passed, link: Relationship | None
    ) -> tuple[Commented, list[Edit]]:
        part = link.part if link else None
        stored = self.parts.content(part) if part else EMPTY
        root = parse(self.parts.package, stored)
        texts = {_ref(place): self._said(place) for place in self._shown}
        done = rewrite(root, texts)
        if part and link and not done.is_any:
            drop_part(self.parts, part)
            self._links.drop(link.id)
        elif part:
            self.parts.put(part, written(root, stored))
        elif done.is_any:
            name = self.parts.free_name("xl/comments{}.xml")
            self.parts.add(name, written(root, stored))
            add_type(self.parts, name, _COMMENTS_TYPE)
            self._links.add("comments", name)
        return done, self._draw(content, passed, done)

    def _draw(self, content: bytes, passed: Passed, done: Commented) -> list[Edit]:
        """Change the drawing of the boxes; return what that changes in the sheet."""
        grid = shapes.Grid(columns=passed.columns, rows=passed.rows)
        link = self._drawing(content, passed)
        part = link.part if link else None
        if part is None or link is None:
            return self._new_drawing(passed, done, grid) if done.new else []
        drawing = self.parts.content(part)
        if not shapes.is_known(drawing):
            sheet = shown(self.name)
            raise self.parts.package.refusal(annotate_refusals.DRAWINGS, sheet=sheet)
        drawing = shapes.without(drawing, done.gone)
        drawing = shapes.with_larger_boxes(drawing, done.grown, grid)
        if not done.is_any and shapes.is_empty(drawing) and passed.legacy:
            drop_part(self.parts, part)
            self._links.drop(link.id)
            return [(*passed.legacy, b"")]
        self.parts.put(part, shapes.with_boxes(drawing, done.new, grid))
        return []

    def _drawing(self, content: bytes, passed: Passed) -> Relationship | None:
        """Return the relationship to the drawing that the sheet names, if there."""
        if passed.legacy is None:
            return None
        start, end = passed.legacy
        tag = content[start:end]
        for link in relationships(self.parts.package, self.part):
            names = (f'"{link.id}"'.encode(), f"'{link.id}'".encode())
            if link.part is not None and any(name in tag for name in names):
                return link
        return None

    def _new_drawing(
        self, passed: Passed, done: Commented, grid: shapes.Grid
    ) -> list[Edit]:
        number = 1 + sum(key.endswith(".vml") for key in self._all_parts())
        drawing = shapes.with_boxes(shapes.blank_drawing(number), done.new, grid)
        name = self.parts.free_name("xl/drawings/vmlDrawing{}.vml")
        self.parts.add(name, drawing)
        add_default_type(self.parts, "vml", _DRAWING_TYPE)
        known = self._links.add("vmlDrawing", name)
        prefix = prefix_of(passed.root)
        has_space = attribute(passed.root, b"xmlns:r") == OFFICE.encode()
        space = b"" if has_space else b' xmlns:r="%s"' % OFFICE.encode()
        tag = b'<%slegacyDrawing%s r:id="%s"/>' % (prefix, space, known.encode())
        place = (passed.legacy_place, passed.legacy_place)
        return [(*(passed.legacy or place), tag)]

    def _all_parts(self) -> list[str]:
        keys = [*self.parts.package.entries, *self.parts.added]
        return [key for key in keys if self.parts.has(key)]

    def _said(self, place: Place) -> str:
        return "\n\n".join(self._line(place, remark) for remark in self._shown[place])

    def _line(self, place: Place, remark: Remark) -> str:
        where = "" if remark.cell == _ref(place) else f"{remark.cell}: "
        severity = self.words.of_severity(remark.severity)
        lines = [f"{where}{severity} {remark.code}: {remark.message}"]
        if remark.hint:
            lines.append(f"→ {remark.hint}")
        if not all(near in remark.hint for near in remark.suggestions):
            lines.append(f"{self.words.suggestions}: {', '.join(remark.suggestions)}")
        return "\n".join(lines)


def _ref(place: Place) -> str:
    row, column = place
    return f"{column_letters(column)}{row}"

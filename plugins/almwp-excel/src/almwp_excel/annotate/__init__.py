"""Findings written on a copy of the very workbook in which they were made.

What is known to be so:

* Only sheets with marks, the styles, the comments with their drawings, the workbook
  part, its relationships and the list of types change; every other part keeps its
  packed bytes.  ``docProps/app.xml`` does not learn of the new tab.
* Marks are taken off by their colour, wherever the cells are by then, and the fill
  from before comes back; a fill, a number format or a comment that a person changed
  meanwhile stays.  LibreOffice keeps plain fills only, and forgets who wrote a comment.
* Where a person deleted the sheet of findings, a mark on a cell that had a fill of its
  own can no longer be told from a fill somebody chose, and stays.
* What a person types into the sheet of findings, or between the two lines of almwp in a
  comment, is gone when the file is marked again; what stands below them is kept.
* The box of a person's comment that became longer stays larger.
* An empty cell that was made to bear a mark stays, in the style of its row or column.
"""

"""A ministry's own styles, header, footer and paper, taken from a Word document."""

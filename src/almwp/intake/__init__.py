"""From the cells of a workbook to a submission, with a fate for every cell."""

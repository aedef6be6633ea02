"""Write a report as an Excel workbook: a paper, its tables, its evidence, its rows."""

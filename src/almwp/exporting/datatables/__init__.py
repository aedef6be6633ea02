"""A report as tables for programs: typed columns, keys, and origins of every row."""

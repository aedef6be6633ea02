"""Reports as plain data, in JSON and CSV, and what exporters of all formats share."""

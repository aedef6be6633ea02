"""Draw forms to fill in as Excel workbooks: the templates of almwp."""

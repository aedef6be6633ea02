"""What makes those pages that the code itself tells; one file for each kind of page."""

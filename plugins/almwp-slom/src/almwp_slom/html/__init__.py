"""HTML: one self-contained page that needs nothing from outside."""

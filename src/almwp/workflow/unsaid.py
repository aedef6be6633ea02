"""What is meant where a call does not say it."""

METHOD = "implementation"
"""The scorer that is used where none is asked for."""

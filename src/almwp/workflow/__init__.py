"""The use cases: read, check, merge, score, report, write.  Other tools start here."""

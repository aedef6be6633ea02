"""Stub."""
def gather_plainly(around, name, part, room):
    return None

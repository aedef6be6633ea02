"""Where a shell says that it asks what could stand at the cursor."""

VARIABLE = "_ALMWP_COMPLETE"
"""Where a script says which shell asks; nobody else sets it."""

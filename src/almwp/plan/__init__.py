"""What submissions say together: merged plans, and what becomes of activities."""

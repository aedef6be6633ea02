"""What every scorer shares: questions, roll-up over a framework, bounds, coverage."""

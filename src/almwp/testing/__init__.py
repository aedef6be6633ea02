"""What plugin authors test with: promises, sample reports and strategies."""

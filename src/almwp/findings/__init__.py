"""What is found wrong or doubtful in a submission, and how it is said."""

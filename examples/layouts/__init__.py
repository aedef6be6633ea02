"""The layouts of the example submissions, one module for each paper."""

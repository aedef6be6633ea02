"""Figures drawn, or told in tables where an exporter draws none."""

"""Readers that are not ours, each at work in a process apart."""

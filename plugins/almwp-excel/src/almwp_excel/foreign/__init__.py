"""Workbooks of old and foreign formats (.xls, .xlsb, .ods), read in a process apart."""

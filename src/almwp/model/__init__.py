"""What a work programme is: frozen records, without files and without plugins."""

"""Tables that come as text: CSV and its like, in the encodings that are met."""

"""Facts that come with almwp: each with its basis and its source."""

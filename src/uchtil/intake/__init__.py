"""A new source: its text, its language, its entry, and what it does to the facts."""

"""A new source arrives: it is read, recognised, and held against what is known."""

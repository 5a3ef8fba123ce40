"""A journal's rules in, a checked package out."""

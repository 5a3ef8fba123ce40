"""Submitting to journals: what they ask for, and the files that they take."""

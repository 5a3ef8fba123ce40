"""Tests of the bibliography room."""

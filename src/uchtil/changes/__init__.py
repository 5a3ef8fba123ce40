"""What a release said and what is said now: freezing, comparing, and showing the difference."""

"""A journal's own page of rules, read: what a profile can say of it, each with its words."""

"""Proofs: the languages against each other, evidence, and the finished files read back."""

"""uchtil: one set of facts and one bibliography, a review article in three languages."""

__version__ = "0.1.0"

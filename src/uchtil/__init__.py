"""uchtil: one set of facts and one bibliography, a review article in three languages."""

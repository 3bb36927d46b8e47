"""The one door to spaCy: tokens, lemmas, normal forms, sentences and negation, in Indonesian and English."""

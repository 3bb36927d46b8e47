"""Who speaks where: labels, turns, what is nobody's speech, the language, and who asks."""

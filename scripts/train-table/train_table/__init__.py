"""Trains the static table of Chinese and English token vectors that the bot uses when no other embedder is set."""

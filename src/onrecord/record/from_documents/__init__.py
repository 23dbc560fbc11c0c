"""What the user's documents say, laid over the facts: rows as further witnesses, and findings where they differ."""

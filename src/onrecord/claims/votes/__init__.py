"""Claims about recorded votes: positions, voters, figures, outcomes, changes."""

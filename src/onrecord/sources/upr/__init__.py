"""How documents of the Universal Periodic Review print things: positions, item numbers, recommending states."""

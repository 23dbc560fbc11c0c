"""The nouns of the record: frozen, typed, no I/O."""

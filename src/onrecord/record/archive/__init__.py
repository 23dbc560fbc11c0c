"""The user's own archive: the bytes of every document read, kept by their hash, with what was read in them."""

"""Claims about seats on the Council: who sat when, which term it was, when and how it ended."""

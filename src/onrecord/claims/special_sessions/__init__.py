"""Claims about the Council's special sessions: how many, when, on what, who asked for them, how they ended."""

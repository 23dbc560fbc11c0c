"""Claims about treaties: who is party, who joined, signed or left, and what is outstanding."""

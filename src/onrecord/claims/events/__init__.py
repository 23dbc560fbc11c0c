"""What joint statements and special sessions share: how sentences describe them, and lists of states."""

"""How far two states take the same positions: the tables of pairs, named methods over them, intervals, sensitivity."""

"""Claims about elections to the Council: who stood, won and lost, with how many votes, in which rank."""

"""Claims about sponsors of texts: who put one forward, who co-sponsored it, how many texts a state put forward."""

"""Claims about joint statements and letters of states: who joined, who led, how many, when, on what."""

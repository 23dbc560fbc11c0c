"""What the reader of election results is made of: groups and rounds of ballots, and who is said to be elected."""

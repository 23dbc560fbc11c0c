"""Claims about texts that are not votes: when and where one was adopted, how many, the first, what is in them."""

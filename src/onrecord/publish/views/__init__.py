"""What a front door shows: one typed object for the page, its JSON twin and the command line."""

"""The UN Digital Library's files of votes as CSV, a row for each state in each vote: their columns and their votes."""

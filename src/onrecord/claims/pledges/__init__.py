"""Claims about pledges: what a state committed itself to, when and where, and whether it was kept."""

"""Claims about how others rate a state: press freedom, Freedom House, accreditation of its national institution."""

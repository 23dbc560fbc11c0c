"""Claims about the Universal Periodic Review: reviews, numbers of recommendations, who recommended what to whom."""

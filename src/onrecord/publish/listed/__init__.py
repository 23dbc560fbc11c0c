"""Every list as rows that stand alone, one module for each noun: what CSV, JSON and Parquet of a list are made of."""

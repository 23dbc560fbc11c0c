"""Named methods: rows in, frozen results out, n with every figure."""

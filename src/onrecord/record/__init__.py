"""Tables, build, reconcile, audit and queries. The only place with SQL."""

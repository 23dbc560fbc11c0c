"""placeholder"""
def samples(record, chance):
    """none"""
    yield from ()

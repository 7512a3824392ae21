"""Search: what it knows of each entry, and the index that a browser loads. overrides/assets/search/ asks it."""

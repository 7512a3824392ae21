"""Where the base stands: what is not translated, what has changed since it was, and what is due for review."""

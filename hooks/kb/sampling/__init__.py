"""Large knowledge bases for trying and measuring: the real one, and copies of it with other words."""

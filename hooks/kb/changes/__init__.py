"""What is new: two editions of the base compared by their kb.json, and told on a page, in feeds and on the terminal."""

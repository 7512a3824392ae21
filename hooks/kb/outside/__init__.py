"""The addresses outside the site: which there are, and whether they still answer."""

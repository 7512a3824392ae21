"""All that a web server needs: the pages, compressed copies of them, and a policy that fits them."""

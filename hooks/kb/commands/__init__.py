"""What the `kb` command does, a module a group of commands; each adds its own to the parser."""

"""The whole base as plain Markdown that a stock MkDocs builds: how to leave this engine with everything."""

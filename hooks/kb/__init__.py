"""The knowledge base: what Trivselsbasen knows and how it becomes pages. Imports no MkDocs."""

"""Words as Danes and Britons write and type them: stems, compounds, spellings. Knows nothing of the knowledge base."""

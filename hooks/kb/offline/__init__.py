"""The offline copy: the built site as a zip that is read from a folder, without server, network or installation."""

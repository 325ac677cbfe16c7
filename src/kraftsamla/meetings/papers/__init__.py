"""Papers from a meeting: frozen content, and the same content as Word, PDF and a package for the registrar."""

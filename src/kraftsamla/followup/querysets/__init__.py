"""Questions about follow-ups, contacts, update rounds and their answers."""

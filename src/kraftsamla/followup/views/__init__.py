"""Pages of follow-ups, contacts, update rounds and answers."""

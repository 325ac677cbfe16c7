"""What the pages of follow-ups, contacts, update rounds and answers show."""

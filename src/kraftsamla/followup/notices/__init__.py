"""What the weekly letter says of update rounds and of follow-ups."""

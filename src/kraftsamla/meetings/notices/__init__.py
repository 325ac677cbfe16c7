"""What letters say of meetings, each area in a module of its own."""

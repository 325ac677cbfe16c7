"""What the weekly letter says: who waits for what (``waiting``), and how it is worded (``wording``)."""

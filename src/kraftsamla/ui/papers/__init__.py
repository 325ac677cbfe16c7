"""What everything that is printed shares: how a page is set as PDF, and what a Word file begins from."""

"""What the pages of the strategy show, asked for in a number of questions that does not grow with the rows."""

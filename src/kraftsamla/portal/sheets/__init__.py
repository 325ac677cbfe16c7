"""Excel out and the same Excel in: one sheet a noun, the same columns both ways.

What comes back is compared with what would go out now, as text. Only what differs is read, checked and written, by the
deeds that pages use. What was only looked at is left alone, whatever a spreadsheet program did to it.
"""

"""What is put together out of a meeting's records before anybody has decided anything."""

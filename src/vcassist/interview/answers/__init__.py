"""What an answer to the open question comes to."""

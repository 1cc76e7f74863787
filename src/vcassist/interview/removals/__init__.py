"""What is taken out of the notes or of the talk, and brought back."""

"""Questions to the assistant: which they are, and what answers them."""

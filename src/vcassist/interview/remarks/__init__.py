"""What somebody says besides answering: to the assistant, of their feelings, in parting."""

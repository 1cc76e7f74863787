"""One module a kind of case: how it is put to the product, and how the answer is scored."""

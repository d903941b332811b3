"""The speller: words that are misspelled, and the words that were meant."""

"""The page on which a person checks a catalogue against its source, and decides what is doubtful."""

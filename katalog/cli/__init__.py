"""The command line: commands, options, messages."""

"""One module a command. Only click is imported when a command is listed; the stages when it runs."""

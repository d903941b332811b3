"""The language of decrees, once: vocabulary as data, each with one matcher, for readers and for values."""

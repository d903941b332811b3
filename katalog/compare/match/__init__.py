"""Which thing of one catalogue is which thing of another: identity by content, by least cost over the whole."""

"""Tables whose cells are seen on the page."""

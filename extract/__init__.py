"""Source -> what the decree says, verbatim, with where it stands. Imports only `schemas`."""

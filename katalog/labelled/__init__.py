"""What decrees name, as documents with labelled spans: for lists, for views, and to train models on."""

"""A page as a picture: turned upright, its ruling lines found, its letters recognised; to ink and words."""

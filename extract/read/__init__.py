"""Media to lines and tables with their places: text, PDF, OCR."""

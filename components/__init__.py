"""What is drawn: pure functions from the record to words, markup, figures and maps; and the widgets that filter."""

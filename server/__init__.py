"""What the web server adds around Streamlit: headers, files, drawn marks and the record as data."""

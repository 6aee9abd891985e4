"""The only room that needs Streamlit: widgets, session, live charts."""

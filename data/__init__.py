"""The record: its tables, schema, loading and queries. Nothing in here knows of Streamlit."""

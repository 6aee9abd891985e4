import streamlit as st
st.write('day')

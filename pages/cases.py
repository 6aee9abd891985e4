import streamlit as st
st.write('cases')

"""What a page says when it fails."""

from streamlit.testing.v1 import AppTest


def test_a_page_that_fails_tells_the_reader_nothing_of_the_inside() -> None:
    def script() -> None:
        from components.app.shell import report_failure

        report_failure(ValueError("secret path"))

    at = AppTest.from_function(script).run()
    assert not at.exception
    assert "This page failed" in at.error[0].value
    assert "secret" not in at.error[0].value

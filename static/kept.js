// The text that the browser keeps for this tab alone, while it is open: the reader's own talk.
let whose = ""; // the session of the server that has this copy

// Keeps what a session has, and says whether it does. One that has not been given this tab's copy yet is given it first.
export function keep({ kept: text, session, given }, giveBack) {
  try {
    const kept = sessionStorage.getItem("kept");
    if (kept && !given && whose !== session) {
      giveBack(kept);
      return false;
    }
    whose = session;
    if (text) sessionStorage.setItem("kept", text);
    else sessionStorage.removeItem("kept");
  } catch {
    // A browser that keeps nothing for any page: the text ends with the page.
  }
  return true;
}

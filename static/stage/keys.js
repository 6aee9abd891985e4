// What a key means, on any keyboard: its letter if it is a Latin one, else its place, where a Latin letter would be.
const STEPS = { ArrowRight: 1, ArrowDown: 1, " ": 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
const LETTERS = "bnftrqop";

// A step of slides as a number, a digit as "0" to "9", else a letter, "?" or the name of the key; "" for none of ours.
export function meaning(event) {
  // AltGr is Ctrl and Alt at once on some systems; with it, some layouts type their digits.
  const altGr = event.ctrlKey && event.altKey && /^\d$/.test(event.key);
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !altGr)) return "";
  const { code, shiftKey } = event;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key in STEPS) return STEPS[key];
  if (/^\d$/.test(key) || key === "?") return key;
  // A Kazakh layout has letters and a full stop where the digits are.
  const digit = /^Digit(\d)$/.exec(code);
  if (digit && !shiftKey) return digit[1];
  if (key.length > 1) return ["Enter", "Home", "End", "Escape"].includes(key) ? key : "";
  if (key === ".") return "b";
  if (/^[a-z]$/.test(key)) return LETTERS.includes(key) ? key : "";
  if (code === "Slash" && shiftKey) return "?";
  // The black key of a clicker is that of the full stop, whatever the layout types with it.
  if (code === "Period" && !shiftKey) return "b";
  const letter = /^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? "";
  return letter && LETTERS.includes(letter) ? letter : "";
}

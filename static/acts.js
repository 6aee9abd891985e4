// What a choice in a list, a form or a press asks for, by the attributes that templates speak in.

// The address that a list leads to which was changed; none where it is a field of a form.
export function chosen(list) {
  if ("pick" in list.dataset) return list.value;
  return list.dataset.go && filled(list.dataset.go, list.value);
}

// Whether a field of a form sends it as soon as something is chosen.
export const sends = (field) => field.matches("form select, form [type=checkbox]");

// An address with the value that was chosen put in, or without its key where nothing was.
export function filled(template, value) {
  if (value) return template.replace("{value}", encodeURIComponent(value));
  return template.replace(/[^?&]*\{value\}&?/, "").replace(/[?&]$/, "");
}

// The address that a form leads to; what was left alone is not said.
export function asked(form) {
  const said = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  return form.getAttribute("action") + (said.size ? `?${said}` : "");
}

// Copies the text beside a button; where the browser has no clipboard for the page, it is selected instead.
export async function copy(button) {
  const text = button.parentElement.querySelector("[data-text]");
  const value = text.dataset.text.startsWith("/") ? location.origin + text.dataset.text : text.dataset.text;
  try {
    await navigator.clipboard.writeText(value);
    button.textContent = button.dataset.done;
  } catch {
    text.hidden = false;
    text.textContent = value;
    getSelection().selectAllChildren(text);
  }
}

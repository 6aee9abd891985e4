// What the address says wrongly is said in a line, as components/frame/notices.py says it.
import { made } from "/assets/edition/data.js";

const SAID = 8;
const MISSING = { event: "noSuchEvent", of: "noSuchValue", q: "tooLong" };

export function tellRejected(page, rejected, say) {
  const id = "not-understood";
  page.querySelector(`#${id}`)?.remove();
  if (!rejected.length) return;
  const lines = rejected.slice(0, SAID).map(({ key, value, why }) => {
    const values = { key: key.slice(0, 40), value: value.slice(0, 60) };
    return say.text(why ?? MISSING[key] ?? "noSuchValue", values);
  });
  if (rejected.length > SAID) lines.push(say.plural("more", rejected.length - SAID));
  const told = lines.map((line) => made("p", {}, line));
  const note = made("details", { class: "note", open: true }, made("summary", {}, say.text("notUnderstood")), ...told);
  page.querySelector("main").before(made("div", { class: "q", id, role: "status" }, note));
}

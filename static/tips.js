// Words at the pointer, on its other side where the window ends: the browser's own come late, and far from a long mark.
// An element's words are its title, in a drawing the element of that name; `data-tips` of what it lies in is what is to be said besides.
const APART = 14;

export function tips(root) {
  const tip = document.createElement("div");
  const lines = [document.createElement("span"), document.createElement("small")];
  tip.className = "q tip";
  tip.popover = "manual";
  tip.append(...lines);
  root.after(tip);
  let pointed = null;

  const say = (words, { clientX, clientY }, besides = "") => {
    lines[0].textContent = words;
    lines[1].textContent = besides;
    if (!tip.matches(":popover-open")) tip.showPopover();
    place(tip, clientX, clientY);
  };
  const leave = () => {
    if (pointed?.held) pointed.prepend(pointed.held);
    else if (pointed) pointed.title = pointed.said;
    pointed = null;
    if (tip.matches(":popover-open")) tip.hidePopover();
  };
  const move = (event) => {
    const area = event.pointerType !== "touch" && !event.buttons && event.target.closest("[data-tips]");
    const at = area && (pointed?.contains(event.target) ? pointed : event.target.closest("[title], a:has(> title)"));
    if (at !== pointed) leave();
    if (!at) return;
    if (!pointed) {
      pointed = at;
      pointed.held = pointed.querySelector(":scope > title");
      pointed.said = pointed.held?.textContent ?? pointed.title;
      // Else the browser would say it too.
      pointed.held?.remove();
      pointed.removeAttribute("title");
    }
    say(pointed.said, event, area.dataset.tips);
  };
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerleave", leave);
  root.addEventListener("pointerdown", leave);
  return { say, leave };
}

function place(tip, x, y) {
  const { offsetWidth: width, offsetHeight: height } = tip;
  tip.style.left = `${x + APART + width > innerWidth ? Math.max(x - APART - width, 0) : x + APART}px`;
  tip.style.top = `${y + APART + height > innerHeight ? Math.max(y - APART - height, 0) : y + APART}px`;
}

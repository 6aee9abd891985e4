// What a reader has folded stays folded for the tab, on every page and through every update.
const key = (name) => `qantar-folded-${name}`;

export function fold(root) {
  for (const one of root.querySelectorAll("details[data-fold]")) {
    const name = key(one.dataset.fold);
    try {
      if (sessionStorage.getItem(name)) one.open = false;
      one.addEventListener("toggle", () =>
        one.open ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, "1"),
      );
    } catch {
      // A browser that keeps nothing shows it again.
    }
  }
}

// Whether the app is loaded over the written page: by itself only where that serves the reader. What the reader chose, or
// a link says with `app=yes` or `app=no`, holds for the tab. It stands in the document, before anything is drawn.
document.documentElement.dataset.app = (() => {
  const SLOW = 1; // megabits a second
  const said = new URLSearchParams(location.search).get("app");
  const { saveData, effectiveType = "4g", downlink = SLOW } = navigator.connection ?? {};
  const sparing = saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
  const wide = matchMedia("(min-width: " + PHONE + "em)").matches;
  const serves = wide && !sparing && effectiveType === "4g" && downlink >= SLOW;
  const chosen = ["yes", "no"].includes(said) ? said : null;
  try {
    if (chosen) sessionStorage.setItem("qantar-app", chosen);
    return sessionStorage.getItem("qantar-app") ?? (serves ? "yes" : "no");
  } catch {
    // A browser that keeps nothing is asked again on the next page.
    return chosen ?? (serves ? "yes" : "no");
  }
})();

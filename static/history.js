// One entry of the history a step. Of a step to another page Streamlit makes two: first the new parameters on the page
// that is left, then the address itself. The first is of a page that never was, and is left out.
let heading = null; // the address that the last link leads to

const parameters = (url) => new URLSearchParams(url.search).toString();
const push = history.pushState.bind(history);

history.pushState = (state, unused, url) => {
  const entry = new URL(url ?? location.href, location.href);
  const away = heading && heading.pathname !== location.pathname;
  if (away && entry.pathname === location.pathname && parameters(entry) === parameters(heading)) return;
  heading = null;
  push(state, unused, url);
};

export function headFor(href) {
  heading = new URL(href, location.href);
}

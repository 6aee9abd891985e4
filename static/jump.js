// Links to a part of the page, as within a document: the part is shown, and the next Tab goes on from there. In the app
// the parts lie in roots of their own, which no link of the browser's reaches.
import { first } from "/assets/shortcuts.js";

export function jump(root, hash) {
  const part = root.querySelector(hash) ?? first(hash) ?? first("h1");
  if (!part) return;
  // A heading for those who hear the page stands for the frame that it is in.
  const frame = part.matches(".unseen") && part.getRootNode().host?.closest("[class*='-frame']");
  const shown = frame || part;
  if (shown.tabIndex < 0) shown.tabIndex = -1;
  shown.scrollIntoView({ block: "nearest" });
  shown.focus({ preventScroll: true });
}

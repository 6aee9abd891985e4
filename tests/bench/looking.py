"""The script that notes in the page itself when something is first there, frame by frame."""

from collections.abc import Mapping

SCRIPT = """
(() => {
  const roots = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, how);
    roots.push(root);
    return root;
  };
  const first = (selector) =>
    document.querySelector(selector) ||
    roots.map((root) => root.isConnected && root.querySelector(selector)).find(Boolean);
  const drawn = (selector) => !!first(selector)?.getClientRects().length;
  const awaited = {AWAITED};
  const seen = {};
  const place = (selector) => {
    const found = first(selector);
    let box = found.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) {
      found.scrollIntoView({ block: "center", behavior: "instant" });
      box = found.getBoundingClientRect();
    }
    return [box.left + box.width / 2, box.top + box.height / 2];
  };
  // What is there in a frame is painted at its end; nothing is painted before the first paint of all.
  const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const when = (name) => (name in seen && painted() ? Math.max(seen[name], painted()) : null);
  const so = (name) => !!awaited[name]();
  window.bench = { first, place, so, when, now: () => performance.timeOrigin + performance.now() };
  const look = () => {
    for (const name in awaited) if (!(name in seen) && awaited[name]()) seen[name] = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


def looking_for(awaited: Mapping[str, str]) -> str:
    """The script for conditions by their names; `bench.when(name)` is the milliseconds, or null."""
    conditions = ", ".join(f"{name}: () => {is_so}" for name, is_so in awaited.items())
    return SCRIPT.replace("{AWAITED}", f"{{ {conditions} }}")

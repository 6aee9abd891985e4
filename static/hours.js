// The live chart of hours comes when a pointer does, and lies over the drawn marks. They are seen until it has drawn the same
// ones in their places, so that nothing jumps; after that they stay for the keyboard and for screen readers, and are seen
// when one has the focus.
import { pause } from "/assets/takeover.js";

// To be called when a root has new markup; `say` tells the session that the chart is wanted.
export async function layOver(root, say) {
  const canvas = root.getRootNode().host?.closest(".st-key-timeline-canvas");
  if (!canvas) return;
  delete canvas.dataset.live;
  root.tip?.leave();
  const drawn = root.querySelector("[data-marks]");
  if (!drawn) return;
  if (!root.live) return void (drawn.onpointerover = (event) => come(event, root, say));
  const chart = await drawnBy(canvas, drawn.dataset.marks, () => drawn.isConnected);
  if (!chart) return;
  canvas.dataset.live = "";
  drawn.classList.add("under");
  if (chart.speaks === root) return;
  chart.speaks = root;
  const drawnMark = ({ points }) => root.querySelector(`[data-event="${CSS.escape(points[0].customdata)}"]`);
  chart.on("plotly_hover", (over) => {
    const mark = drawnMark(over);
    mark?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    root.tip.say(mark?.title ?? "", over.event);
  });
  chart.on("plotly_click", (on) => drawnMark(on)?.click());
  for (const kind of ["plotly_unhover", "plotly_selecting"]) chart.on(kind, root.tip.leave);
}

// A finger chooses no hours.
function come({ pointerType, currentTarget }, root, say) {
  if (pointerType === "touch") return;
  currentTarget.onpointerover = null;
  root.live = true;
  say("live", true);
  layOver(root, say);
}

// The chart on a canvas once it shows these marks; none if they are no longer wanted.
async function drawnBy(canvas, marks, wanted) {
  for (; wanted(); await pause(50)) {
    const chart = canvas.querySelector(".js-plotly-plot");
    if (chart?.layout?.meta === marks) return chart;
  }
}

// Moves the map of Explore: with two fingers, with Ctrl and the wheel, with the mouse, with keys and buttons. One finger
// and the wheel alone scroll the page. While it moves the live map shows, once there is one; where it comes to rest the
// server draws it anew.
import { pause, whenMapIsDrawn } from "/assets/takeover.js";

const CANVAS = 760;
const TILE = 512;
const ZOOMS = [3, 14];
const PAN = 90;
const RESTS = 250;

const mercator = (latitude) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
const worldX = (longitude) => ((longitude + 180) / 360) * TILE;
const worldY = (latitude) => ((Math.PI - mercator(latitude)) / (2 * Math.PI)) * TILE;
const longitudeAt = (x) => (x / TILE) * 360 - 180;
const latitudeAt = (y) => (Math.atan(Math.sinh(Math.PI - (2 * Math.PI * y) / TILE)) * 180) / Math.PI;
const within = (value, [low, high]) => Math.min(Math.max(value, low), high);

// What a root's map knows through its updates: where it is being moved to, and what the server was told.
class Mover {
  constructor(root) {
    Object.assign(this, { root, now: null, told: null, live: "" });
    for (const [kind, act] of [
      ["wheel", this.wheel],
      ["pointerdown", this.press],
      ["touchstart", this.touch],
      ["touchmove", this.pinch],
      ["keydown", this.key],
      ["pointerover", this.come],
      ["focusin", this.come],
    ]) {
      root.addEventListener(kind, act.bind(this), { passive: false });
    }
    root.addEventListener("dragstart", (event) => event.preventDefault());
    root.addEventListener("click", this.click.bind(this), { capture: true });
  }

  // The markup is new: the map that it holds looks where the server was told, or somewhere else by itself.
  show(map) {
    this.map = map;
    this.drawn = map.querySelector(".drawn");
    map.querySelector(".map-buttons").hidden = false;
    const { longitude, latitude, zoom } = map.dataset;
    this.base = { x: worldX(+longitude), y: worldY(+latitude), zoom: +zoom };
    const { told } = this;
    if (told && told.of !== map.dataset.map) {
      this.tell(null);
      this.now = null;
    } else if (!this.timer && (!told || (told.longitude === +longitude && told.zoom === +zoom))) this.now = null;
    this.draw();
  }

  // Pixels that a unit of the canvas has.
  get unit() {
    return parseFloat(getComputedStyle(this.drawn.querySelector(".base")).width) / CANVAS;
  }

  // Puts the drawn map where the camera is now, and the live one in its place if that can follow.
  draw() {
    const { base, map, drawn, now } = this;
    const scale = now ? 2 ** (now.zoom - base.zoom) : 1;
    const far = now ? this.unit * 2 ** now.zoom : 0;
    drawn.style.setProperty("--nearer", scale);
    for (const svg of drawn.children) {
      svg.style.transform = now
        ? `translate(${(base.x - now.x) * far}px, ${(base.y - now.y) * far}px) scale(${scale})`
        : "";
    }
    map.classList.toggle("moving", Boolean(now && this.follow()));
  }

  // Has the live map look there too; says whether there is one.
  follow() {
    const camera =
      this.live === "drawn" && cameraOf(document.querySelector('[data-testid="stDeckGlJsonChart"] canvas'));
    if (!camera) return false;
    const { x, y, zoom } = this.now;
    // The drawn map leaves room for the line below it.
    const lower = (this.map.clientHeight - this.drawn.clientHeight) / 2 / (this.unit * 2 ** zoom);
    camera({ longitude: longitudeAt(x), latitude: latitudeAt(y + lower), zoom: zoom + Math.log2(this.unit) });
    return true;
  }

  // Moves the camera by pixels and by zooms; what lies under a point, in pixels from the middle, stays there.
  move(dx, dy, nearer = 0, [x, y] = [0, 0]) {
    const from = this.now ?? this.base;
    const zoom = within(from.zoom + nearer, ZOOMS);
    const before = this.unit * 2 ** from.zoom;
    const after = this.unit * 2 ** zoom;
    this.now = {
      x: within(from.x - dx / before + x / before - x / after, [worldX(30), worldX(105)]),
      y: within(from.y - dy / before + y / before - y / after, [worldY(65), worldY(30)]),
      zoom,
    };
    this.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rest(), RESTS);
  }

  rest() {
    this.timer = 0;
    const { x, y, zoom } = this.now;
    const [longitude, latitude] = [longitudeAt(x), latitudeAt(y)].map((degrees) => +degrees.toFixed(5));
    this.tell({ of: this.map.dataset.map, longitude, latitude, zoom: +zoom.toFixed(3) });
  }

  tell(camera) {
    this.told = camera;
    this.say("camera", camera);
  }

  // Where an event is, in pixels from the middle of the map.
  from(event) {
    const { left, top, width, height } = this.drawn.getBoundingClientRect();
    return [event.clientX - left - width / 2, event.clientY - top - height / 2];
  }

  inside(event) {
    return this.drawn?.contains(event.target);
  }

  // Whoever comes to the map may want to move it.
  async come(event) {
    if (this.live || !this.inside(event) || event.pointerType === "touch") return;
    this.live = "asked";
    this.say("live", true);
    await whenMapIsDrawn(this.root);
    await pause(300);
    this.live = "drawn";
  }

  wheel(event) {
    if (!this.inside(event)) return;
    if (!event.ctrlKey && !event.metaKey) return this.hint(MAC ? "wheelMac" : "wheel");
    event.preventDefault();
    const lines = event.deltaMode ? 30 : 1;
    this.move(0, 0, within((-event.deltaY * lines) / 200, [-0.5, 0.5]), this.from(event));
  }

  press(event) {
    if (event.pointerType === "touch" || event.button || !this.inside(event)) return;
    let last = [event.clientX, event.clientY];
    const { drawn } = this;
    this.dragged = false;
    const moved = ({ clientX, clientY, buttons }) => {
      if (!buttons) return stop();
      const [dx, dy] = [clientX - last[0], clientY - last[1]];
      if (!this.dragged && Math.hypot(dx, dy) < 4) return;
      this.dragged = true;
      last = [clientX, clientY];
      this.move(dx, dy);
    };
    const stop = () => {
      removeEventListener("pointermove", moved);
      removeEventListener("pointerup", stop);
    };
    addEventListener("pointermove", moved);
    addEventListener("pointerup", stop);
    if (drawn.contains(event.target)) event.target.closest?.("a") ?? drawn.focus({ preventScroll: true });
  }

  touch(event) {
    if (event.touches.length === 2 && this.inside(event)) {
      this.fingers = fingersOf(event);
      if (!this.live) this.come({ target: event.target });
    }
  }

  pinch(event) {
    if (!this.inside(event)) return;
    if (event.touches.length < 2) return this.hint("touch");
    event.preventDefault();
    const before = this.fingers ?? fingersOf(event);
    const after = (this.fingers = fingersOf(event));
    const at = this.from({ clientX: after.x, clientY: after.y });
    this.move(after.x - before.x, after.y - before.y, Math.log2(after.apart / before.apart), at);
  }

  key(event) {
    if (!this.inside(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowLeft: () => this.move(PAN, 0),
      ArrowRight: () => this.move(-PAN, 0),
      ArrowUp: () => this.move(0, PAN),
      ArrowDown: () => this.move(0, -PAN),
      "+": () => this.move(0, 0, 0.5),
      "=": () => this.move(0, 0, 0.5),
      "-": () => this.move(0, 0, -0.5),
      0: () => this.whole(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  click(event) {
    if (this.dragged && this.inside(event)) {
      this.dragged = false;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const button = event.target.closest("[data-zoom-by], [data-whole], [data-look], [data-full]");
    if (!button) return;
    if ("full" in button.dataset) fill(this.root);
    else if (button.dataset.zoomBy) this.move(0, 0, +button.dataset.zoomBy * 0.7);
    else if (this.told || this.now) this.whole();
  }

  whole() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.now = null;
    this.tell(null);
  }

  hint(why) {
    const hint = this.map.querySelector(".map-hint");
    hint.textContent = hint.dataset[why];
    hint.classList.add("tried");
    clearTimeout(this.hinted);
    this.hinted = setTimeout(() => hint.classList.remove("tried"), 1500);
  }
}

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

const fingersOf = ({ touches: [one, other] }) => ({
  x: (one.clientX + other.clientX) / 2,
  y: (one.clientY + other.clientY) / 2,
  apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
});

// Fills the screen with the map and what lies under it, or gives it back.
function fill(root) {
  if (document.fullscreenElement) return document.exitFullscreen();
  root.getRootNode().host?.closest(".st-key-map-canvas").requestFullscreen();
}

// Streamlit gives no way to a live map's camera but the properties of the component that draws it.
function cameraOf(canvas) {
  for (let node = canvas; node; node = node.parentElement) {
    const key = Object.keys(node).find((name) => name.startsWith("__reactFiber$"));
    for (let fiber = node[key]; fiber; fiber = fiber.return) {
      const { viewState, onViewStateChange } = fiber.memoizedProps ?? {};
      if (viewState && onViewStateChange) {
        return (camera) => onViewStateChange({ viewState: { ...viewState, ...camera } });
      }
    }
  }
  return null;
}

// To be called when a root has new markup.
export function movable(root, say) {
  const map = root.querySelector("[data-map]");
  if (!map) return;
  root.mover ??= new Mover(root);
  root.mover.say = say;
  root.mover.show(map);
}

// Plays the days of a slide's map or timeline. The frames come all at once, from where the stage itself came from.
const asked = new Map(); // the frames by their address
let timer = 0; // while it runs
let playing = null; // the frames, which of them is shown, where, and what was there before

// Plays a slide from its own day or where it was paused, a step every so many seconds; pauses it while it plays.
export function playDays(slide, marks, seconds) {
  if (timer) return pauseDays();
  if (playing) return run(seconds);
  if (!asked.has(slide.dataset.frames)) {
    const coming = fetch(slide.dataset.frames).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
    asked.set(slide.dataset.frames, coming);
    coming.catch(() => asked.delete(slide.dataset.frames));
  }
  const figure = marks ?? slide.querySelector(".figure");
  const caption = slide.querySelector(".caption");
  const before = [figure.innerHTML, caption.textContent];
  return asked.get(slide.dataset.frames).then(
    ({ frames, at }) => {
      if (playing || !slide.classList.contains("here")) return;
      playing = { frames, at, figure, caption, before };
      run(seconds);
    },
    () => {},
  );
}

function pauseDays() {
  clearTimeout(timer);
  timer = 0;
}

function run(seconds) {
  const { frames, figure, caption } = playing;
  const frame = frames[playing.at % frames.length];
  figure.innerHTML = frame.figure;
  caption.textContent = frame.caption;
  playing.at += 1;
  if (playing.at % frames.length) timer = setTimeout(() => run(seconds), 1000 * seconds);
  else pauseDays();
}

// Where the day that is shown is in the app; "" where none is played.
export function playedAddress() {
  return playing ? playing.frames[(playing.at - 1) % playing.frames.length].address : "";
}

// The slide as it was.
export function endDays() {
  pauseDays();
  if (!playing) return;
  const { figure, caption, before } = playing;
  [figure.innerHTML, caption.textContent] = before;
  playing = null;
}

// The front page of the static edition: the reader's own language, unless the page was come back to.
const links = [...document.querySelectorAll("a[hreflang]")];
const own = navigator.languages.map((code) => code.split("-")[0]);
const wanted = own.map((code) => links.find((link) => link.hreflang === code)).find(Boolean);
const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
if (!back && (wanted || links.length === 1)) location.replace((wanted ?? links[0]).href + location.hash);

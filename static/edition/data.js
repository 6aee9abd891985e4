// Which page of the edition this is, and its data. They come as scripts that call `qantar`, as a page that is opened from
// a disk may not fetch.
export const own = { ...document.currentScript.dataset };

export const page = document.getElementById("first-page");

const loaded = {};
window.qantar = {};

// The data of one file of the language, as `explore`; asked for once, and again where it did not come.
export function load(name, folder = "") {
  loaded[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    window.qantar[name] = resolve;
    script.src = `${own.root}${folder}${name}.js`;
    script.onerror = () => {
      delete loaded[name];
      reject(new Error(`${name}.js is missing`));
    };
    document.head.append(script);
  });
  return loaded[name];
}

// An element with its attributes; those without a value are left out.
export function made(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// Sets an attribute, or takes it away.
export function put(element, name, value) {
  if (value === false || value == null) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : value);
}

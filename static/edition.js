// The static edition's own script: what a page narrows and finds without a server.
document.documentElement.dataset.scripts = "";

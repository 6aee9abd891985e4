// The roots of all markup on the page; one that has left it is forgotten.
const roots = new Set();

export const listen = (root) => roots.add(root);

export const shown = () => [...roots].filter((root) => root.isConnected || (roots.delete(root), false));

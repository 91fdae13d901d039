/** True in the page that is one file without a server, as `vite build --mode single` makes it. */
export const isFile = import.meta.env.MODE === "single";

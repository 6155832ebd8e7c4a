// What the large view uses of sigma and graphology, as one global name.
export { default as Graph } from "graphology";
export { default as Sigma } from "sigma";

/* The desk: stripes beside the words, keys, what a person decides sent to the server and shown once it is on the disk.
   Interview text goes into the page as text nodes only, never as markup. Offsets are code points, as in the files. */
const data = JSON.parse(document.getElementById("data").textContent);
const { words, codes } = data;
const $ = (id) => document.getElementById(id);
const codeById = new Map(codes.map((code) => [code.id, code]));
const rows = new Map();
const read = new Map(Object.entries(data.read));
const known = { epoch: data.epoch, version: data.version, transcripts: Object.keys(data.units) };
const memory = sessionStorage;
const place = location.pathname + location.search;

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
const fill = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, name) => values[name]);
const recall = (key, otherwise) => JSON.parse(memory.getItem(key) || "null") ?? otherwise;
const keep = (key, value) => memory.setItem(key, JSON.stringify(value));

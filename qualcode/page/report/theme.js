/* Light or dark: as the system has it, until a reader says otherwise. What was chosen is kept where the browser lets a
   file keep anything. */
const theme = $("theme");
const isDark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches
  ? "dark" : "light")) === "dark";
function setTheme(name) {
  if (name === "light" || name === "dark") document.documentElement.dataset.theme = name;
  theme.setAttribute("aria-pressed", String(isDark()));
}
let keptTheme = "";
try { keptTheme = localStorage.getItem("theme"); } catch { /* a browser that keeps nothing for files */ }
setTheme(keptTheme);
theme.hidden = false;
theme.addEventListener("click", () => {
  const name = isDark() ? "light" : "dark";
  setTheme(name);
  try { localStorage.setItem("theme", name); } catch { /* as above */ }
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme());

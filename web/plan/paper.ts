/** A5 while Planera is on the screen and no longer: a rule for the page in a style sheet would stay for every later screen. */
const A5 = '@page { size: A5; margin: 12mm; }';

/** Sets the paper; what it returns sets it back. */
export function setPaper(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(A5);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

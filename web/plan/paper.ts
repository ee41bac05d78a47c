/** The paper of a screen while it is shown and no longer: a rule for the page in a style sheet would stay for every later screen. */

/** Sets the paper; what it returns sets it back. */
export function setPaper(size: 'A5' | 'A4' | 'A4 landscape'): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${size}; margin: 12mm; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

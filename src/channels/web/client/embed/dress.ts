/**
 * `all: initial` keeps the host's type and colours out, and makes 1em the size that the reader chose.
 * The transparent borders are drawn in forced colours.
 */
const css = `
  :host { all: initial; display: block; font-family: Arial, sans-serif; line-height: 1.3; color: #0b0c0c; }
  :host([data-position='right']), :host([data-position='left']) { position: fixed; bottom: 1em; z-index: 2147483000; max-width: calc(100vw - 2em); }
  :host([data-position='right']) { right: 1em; }
  :host([data-position='left']) { left: 1em; }
  [hidden] { display: none !important; }
  .open, .close {
    box-sizing: border-box; min-height: 44px; min-width: 44px; margin: 0; padding: 0.5em 1em; border: 2px solid transparent; border-radius: 0;
    font: inherit; cursor: pointer;
  }
  .open {
    display: inline-block; max-width: 100%; font-size: 1.1875em; font-weight: bold; text-decoration: none; text-align: center;
    background: #0b3d5c; color: #fff; box-shadow: 0 2px 0 #041724;
  }
  .open:hover { background: #082c43; }
  .close { flex: none; background: #fff; color: #0b0c0c; border-color: #0b0c0c; font-weight: bold; }
  .open:focus-visible, .close:focus-visible, a:focus-visible {
    outline: 3px solid #fd0; outline-offset: 0; box-shadow: inset 0 0 0 3px #0b0c0c; background: #fd0; color: #0b0c0c;
  }
  dialog {
    box-sizing: border-box; width: 420px; max-width: calc(100vw - 2em); height: var(--height, 640px);
    max-height: calc(100vh - 2em); max-height: calc(100dvh - 2em);
    margin: auto; padding: 0; border: 2px solid #0b0c0c; background: #fff; color: #0b0c0c; overflow: hidden; overscroll-behavior: contain;
  }
  :host([data-position='right']) dialog { margin: auto 1em 1em auto; }
  :host([data-position='left']) dialog { margin: auto auto 1em 1em; }
  dialog[open] { display: flex; flex-direction: column; }
  dialog::backdrop { background: rgba(11, 12, 12, 0.6); }
  .bar { display: flex; flex: none; align-items: center; justify-content: space-between; gap: 1em; padding: 0.25em 0.25em 0.25em 1em; border-bottom: 1px solid #b1b4b6; }
  h2 { margin: 0; font-size: 1.1875em; }
  .loading { margin: 1em; }
  .fallback { margin: 1em; padding: 1em; border-left: 10px solid #b10e1e; overflow: auto; }
  .fallback p, .fallback ul { margin: 0.75em 0 0; padding: 0; list-style: none; }
  .fallback li { margin-top: 0.25em; }
  .fallback a { display: inline-block; padding: 0.6em 0; color: #0b3d5c; font-weight: bold; }
  iframe { flex: 1 1 auto; width: 100%; min-height: 0; border: 0; background: #fff; }
  iframe.away { position: absolute; visibility: hidden; }
  .left, :host([data-position]) dialog.left {
    position: fixed; inset: 0; width: 100vw; max-width: none; height: 100vh; max-height: none; margin: 0; border: 0;
  }
  .left::backdrop { background: #fff; }
  @media (max-width: 599px), (max-height: 399px) {
    dialog, :host([data-position]) dialog {
      inset: 0; width: 100vw; max-width: none; height: 100vh; height: 100dvh; max-height: none; margin: 0; border: 0;
    }
  }
  @media (forced-colors: active) {
    .open:focus-visible, .close:focus-visible, a:focus-visible { outline-color: Highlight; outline-offset: 2px; }
  }
  @media print { :host { display: none; } }
`

/** Gives the shadow root its looks by a constructed style sheet: a host page's `style-src 'none'` does not forbid it. */
export function dress(root: ShadowRoot): void {
  // Without constructed style sheets (Safari before 16.4) the browser's own looks have to do.
  if (!('adoptedStyleSheets' in root)) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
}

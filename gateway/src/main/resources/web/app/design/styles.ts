import { css } from 'lit';

/** What every component starts from: box model, text, links, visible focus. */
export const base = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { display: block; color: var(--ink); }
  :host([hidden]) { display: none; }
  h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h1 { font-size: var(--text-2xl); line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
  h2 { font-size: var(--text-xl); line-height: 1.3; font-weight: 620; }
  h3 { font-size: var(--text-l); line-height: 1.4; font-weight: 620; }
  h1:focus { outline: none; }
  a { color: var(--brand); text-underline-offset: 0.2em; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: var(--radius-s); }
  .soft { color: var(--ink-soft); }
  .small { font-size: var(--text-s); }
  .tiny { font-size: var(--text-xs); }
  .mono { font-family: var(--mono); font-size: var(--text-xs); overflow-wrap: anywhere; }
  .number { font-variant-numeric: tabular-nums; }
  .whole { display: inline-block; }
  .stack { display: grid; gap: var(--space-4); }
  .lead { color: var(--ink-soft); max-width: 62ch; margin-top: var(--space-2); }
  .visually-hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  svg { flex: none; }
`;

export const buttons = css`
  button, .button {
    display: inline-flex; align-items: center; justify-content: center; gap: var(--space-2);
    min-height: var(--target); padding: var(--space-2) var(--space-4);
    font: 600 var(--text-s)/1.3 var(--font); text-decoration: none; text-align: center;
    color: var(--brand); background: var(--surface);
    border: 1px solid var(--line-strong); border-radius: var(--radius-m);
    cursor: pointer; transition: background var(--quick), border-color var(--quick);
  }
  button:hover, .button:hover { background: var(--brand-soft); }
  .primary { color: var(--on-brand); background: var(--brand); border-color: var(--brand); }
  .primary:hover { background: var(--brand-strong); border-color: var(--brand-strong); }
  .danger { color: var(--bad); border-color: var(--bad); }
  .danger:hover { background: var(--bad-soft); }
  .plain { border-color: transparent; background: transparent; }
  button[aria-disabled='true'], button:disabled { opacity: 0.6; cursor: progress; }
`;

export const cards = css`
  .card {
    background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius-l);
    box-shadow: var(--shadow); padding: var(--space-5);
  }
  .chip {
    display: inline-flex; align-items: center; gap: var(--space-1);
    padding: 0.125rem var(--space-3); border-radius: 1rem; max-width: 100%;
    font-size: var(--text-xs); font-weight: 600; line-height: 1.6;
    color: var(--ink-soft); background: var(--sunken);
  }
  .chip.good { color: var(--good); background: var(--good-soft); }
  .chip.warn { color: var(--warn); background: var(--warn-soft); }
  .chip.bad { color: var(--bad); background: var(--bad-soft); }
  .chip.brand { color: var(--brand); background: var(--brand-soft); }
  .chips { display: flex; flex-wrap: wrap; gap: var(--space-2); }
  details > summary { cursor: pointer; min-height: var(--target); display: flex; align-items: center; gap: var(--space-2); font-weight: 600; }
  details > summary::-webkit-details-marker { display: none; }
  details > summary::before {
    content: ''; width: 0.5em; height: 0.5em; margin: 0 0.25em; flex: none;
    border-right: 2px solid currentColor; border-bottom: 2px solid currentColor;
    transform: rotate(-45deg); transition: transform var(--quick);
  }
  details[open] > summary::before { transform: rotate(45deg); }
`;

/** Label and value pairs: one column on a phone, two from 36 rem. */
export const pairs = css`
  .pairs { display: grid; gap: var(--space-3); }
  .pairs > div { display: grid; gap: 0 var(--space-4); }
  .pairs dt { color: var(--ink-soft); font-size: var(--text-s); }
  .pairs dd { overflow-wrap: anywhere; }
  @media (min-width: 36rem) { .pairs > div { grid-template-columns: 9.5rem 1fr; } }
`;

import { css } from 'lit';

export const landingStyles = css`
  :host { min-height: 100vh; display: flex; flex-direction: column; }
  .seal { fill: var(--seal); }
  header, main, footer { width: 100%; max-width: 74rem; margin: 0 auto; padding-inline: var(--space-5); }
  header { display: flex; justify-content: space-between; align-items: center; padding-block: var(--space-4); }
  .brand { display: flex; align-items: center; gap: var(--space-3); font-size: var(--text-l); letter-spacing: 0.06em; }
  main { flex: 1; display: grid; gap: var(--space-7); align-content: center; padding-block: var(--space-6) var(--space-7); }
  .hero { display: grid; gap: var(--space-7); align-items: center; }
  .hero .stack { gap: var(--space-5); }
  h1 { font-size: var(--text-3xl); line-height: 1.18; white-space: pre-line; letter-spacing: -0.02em; }
  .lead { font-size: var(--text-l); margin: 0; max-width: 34rem; }
  .away { display: flex; gap: var(--space-3); align-items: center; justify-self: start; padding: var(--space-3) var(--space-4); border-radius: var(--radius-m);
    color: var(--warn); background: var(--warn-soft); font-weight: 600; }
  .large { min-height: 3.25rem; padding-inline: var(--space-6); font-size: var(--text-m); }
  .sample { display: grid; gap: var(--space-4); justify-items: start; padding: var(--space-5); border-radius: 1.5rem;
    background: linear-gradient(155deg, var(--brand-soft), var(--sunken)); }
  .sample .card { width: min(100%, 22rem); display: grid; gap: var(--space-2); justify-items: start; padding: var(--space-4) var(--space-5); }
  .sample .card:nth-child(2) { justify-self: end; }
  .row { display: flex; justify-content: space-between; align-items: baseline; gap: var(--space-3); width: 100%; }
  .chip svg { width: 1rem; height: 1rem; }
  .promises { display: grid; gap: var(--space-5); border-top: 1px solid var(--line); padding-top: var(--space-6); }
  .promises li { display: grid; grid-template-columns: auto 1fr; gap: var(--space-1) var(--space-4); }
  .promises h2 { font-size: var(--text-l); }
  .promises p { grid-column: 2; font-size: var(--text-s); }
  .mark { display: grid; place-items: center; width: 2.5rem; height: 2.5rem; border-radius: var(--radius-m); grid-row: span 2;
    color: var(--brand); background: var(--brand-soft); }
  footer { padding-block: var(--space-4) var(--space-5); color: var(--ink-soft); font-size: var(--text-s); }
  footer p { display: flex; gap: var(--space-2); align-items: center; }
  @media (min-width: 60rem) {
    .hero { grid-template-columns: 1.1fr 1fr; }
    .promises { grid-template-columns: repeat(3, 1fr); gap: var(--space-6); }
    .sample { padding: var(--space-6); }
  }
`;

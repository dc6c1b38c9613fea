import { css } from 'lit';

/** Phone: top bar and a tab bar at the thumb. From 60 rem: a side bar. */
export const shellStyles = css`
  .skip { position: absolute; left: var(--space-4); top: -4rem; z-index: 9; }
  .skip:focus { top: var(--space-3); }
  .seal { fill: var(--seal); }
  .brand { display: flex; align-items: center; gap: var(--space-3); color: var(--ink); text-decoration: none; }
  .brand strong { display: block; font-size: var(--text-l); line-height: 1.2; letter-spacing: 0.06em; }
  .brand span { display: block; font-size: var(--text-xs); color: var(--ink-soft); line-height: 1.3; }
  header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--space-2);
    padding: var(--space-2) var(--space-4); background: var(--surface); border-bottom: 1px solid var(--line); }
  .tools { display: flex; flex-wrap: wrap; align-items: center; white-space: nowrap; }
  @media (max-width: 24rem) { .brand span { display: none; } }
  nav { position: fixed; inset: auto 0 0 0; z-index: 5; background: var(--surface); border-top: 1px solid var(--line);
    padding-bottom: env(safe-area-inset-bottom); }
  nav ul { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(min-content, 1fr); overflow-x: auto; scrollbar-width: none; }
  .minor { display: none; }
  nav a { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 0.125rem; min-height: 3.75rem;
    padding: var(--space-1); font-size: 0.75rem; line-height: 1.2; color: var(--ink-soft); text-decoration: none; text-align: center; }
  nav a[aria-current] { color: var(--brand); font-weight: 650; box-shadow: inset 0 3px 0 var(--brand); }
  nav a:focus-visible { outline-offset: -3px; }
  main { padding: var(--space-5) var(--space-4) 7rem; max-width: 62rem; margin: 0 auto; }
  main:focus { outline: none; }
  @media print {
    .side, .skip { display: none; }
    .frame { display: block; }
    main { padding: 0; }
  }
  @media screen and (min-width: 60rem) {
    .frame { display: grid; grid-template-columns: 16rem minmax(0, 1fr); min-height: 100vh; }
    .side { position: sticky; top: 0; height: 100vh; display: flex; flex-direction: column; overflow-y: auto;
      padding: var(--space-5) var(--space-4); background: var(--surface); border-right: 1px solid var(--line); }
    header { display: contents; }
    .brand { order: 0; padding: var(--space-2) var(--space-3) var(--space-5); }
    nav { order: 1; position: static; border: 0; flex: 1; }
    .minor { display: block; }
    nav ul { grid-auto-flow: row; overflow-x: visible; gap: var(--space-1); }
    nav a { flex-direction: row; justify-content: flex-start; gap: var(--space-3); min-height: 3rem; padding: var(--space-2) var(--space-3);
      border-radius: var(--radius-m); font-size: var(--text-s); }
    nav a:hover { background: var(--sunken); }
    nav a[aria-current] { background: var(--brand-soft); box-shadow: none; }
    .tools { order: 2; justify-content: space-between; border-top: 1px solid var(--line); padding-top: var(--space-3); }
    main { width: 100%; padding: var(--space-7) var(--space-6) var(--space-8); }
  }
`;

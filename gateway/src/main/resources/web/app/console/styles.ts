import { css } from 'lit';

/** Lists of work: one card an item, its facts in a row, its acts at the end. */
export const queues = css`
  section { margin-top: var(--space-6); }
  section > h2 { font-size: var(--text-l); }
  .items { display: grid; gap: var(--space-4); margin-top: var(--space-4); }
  .item { display: grid; gap: var(--space-3); padding: var(--space-4) var(--space-5); }
  .top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--space-2) var(--space-3); }
  .top h3 { font-size: var(--text-m); }
  .facts { display: grid; gap: var(--space-2) var(--space-5); grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); }
  .facts dt { color: var(--ink-soft); font-size: var(--text-xs); }
  .facts dd { font-size: var(--text-s); overflow-wrap: anywhere; }
  .acts { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: center; }
  .empty { margin-top: var(--space-4); color: var(--ink-soft); }
  .count { display: inline-block; margin-left: var(--space-3); vertical-align: 0.1em; font-size: var(--text-s); font-weight: 600; padding: 0 var(--space-3); border-radius: 99rem; color: var(--brand); background: var(--brand-soft); }
`;

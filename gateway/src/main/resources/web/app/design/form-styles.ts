import { css } from 'lit';

/** Fields with their label above and what is wrong right below. */
export const forms = css`
  .field { display: grid; gap: var(--space-1); }
  .field > label, legend { font-weight: 600; font-size: var(--text-s); padding: 0; }
  fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: var(--space-1); }
  input[type='text'], input[type='date'], input[type='datetime-local'], select, textarea {
    width: 100%; min-height: var(--target); padding: var(--space-2) var(--space-3); font: 400 var(--text-m)/1.5 var(--font);
    color: var(--ink); background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-s);
  }
  textarea { min-height: 8rem; resize: vertical; }
  [aria-invalid='true'] { border-color: var(--bad); border-width: 2px; }
  .wrong { color: var(--bad); font-size: var(--text-s); font-weight: 600; }
  .choice { display: flex; align-items: center; gap: var(--space-3); min-height: var(--target); }
  .choice input { width: 1.25rem; height: 1.25rem; accent-color: var(--brand); flex: none; }
`;

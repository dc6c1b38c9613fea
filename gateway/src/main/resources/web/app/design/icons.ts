import { svg, type SVGTemplateResult } from 'lit';

const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;

/** Line icons on a 24 x 24 grid, always decoration beside words. */
export const icons = {
  home: icon('M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5h4v5'),
  consent: icon('M9 4.5h6M8 6H6v14h12V6h-2M9 3.5h6v3H9zM9 13.5l2.2 2.200L15.2 11.5'),
  history: icon('M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.200a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6'),
  record: icon('M4 5.5h16v13H4zM8.5 10a1.6 1.6 0 1 1 0 .01M6.5 15.5c.5-1.6 3.5-1.6 4 0M14 10h3.5M14 14h3.5'),
  notice: icon('M6 3.5h9l3.5 3.5v13.5H6zM15 3.5V7h3.5M9 11h6M9 14.5h6M9 18h4'),
  request: icon('M4 5.5h16v11H10.5L6.5 20v-3.5H4zM8 9.5h8M8 12.800h5'),
  receipt: icon('M6 3.5h12v17l-2.4-1.6-1.8 1.6-1.8-1.6-1.8 1.6-1.8-1.6L6 20.5zM9 8.5h6M9 12h6'),
  check: icon('M5 12.5l4.5 4.5L19 7.5'),
  cross: icon('M6.5 6.5l11 11M17.5 6.5l-11 11'),
  shield: icon('M12 3.5l7.5 2.800v5.200c0 4.5-3.2 7.6-7.5 9-4.3-1.4-7.5-4.5-7.5-9V6.300zM8.7 12l2.4 2.4 4.3-4.6'),
  lock: icon('M6 10.5h12v9.5H6zM8.5 10.5V7.800a3.5 3.5 0 0 1 7 0v2.700M12 14v2.5'),
  warning: icon('M12 4.5 21 19.5H3zM12 10v4.5M12 17v.01'),
  download: icon('M12 4v10.5M7.5 10.5 12 15l4.5-4.5M5 19.5h14'),
  leave: icon('M14 4.5H5.5v15H14M10 12h10M16.5 8.5 20 12l-3.5 3.5'),
  refresh: icon('M19.5 12a7.5 7.5 0 1 1-2.3-5.400M19.5 4v4.5H15'),
};

/** The product's seal: a roof (the upper half of 守) over a kept promise. */
export const seal = (size: number): SVGTemplateResult =>
  svg`<svg viewBox="0 0 32 32" width=${size} height=${size} aria-hidden="true" focusable="false">
    <rect class="seal" width="32" height="32" rx="7"></rect>
    <path d="M16 5.5v3M7 13.5V10h18v3.5M9.5 19l4.5 5 9-9.5" fill="none" stroke="#fff" stroke-width="2.6"
      stroke-linecap="round" stroke-linejoin="round"></path></svg>`;

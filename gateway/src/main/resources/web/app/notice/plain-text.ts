import { html, type TemplateResult } from 'lit';

/** Draws a notice: `#` or numbered headings, `-` lists, `|` tables and paragraphs. The rest stays text; nothing is read as HTML. */
export function drawText(body: string): TemplateResult[] {
  return body
    .replaceAll('\r', '')
    .split(/\n{2,}|\n(?=#)/)
    .flatMap(block => blocksOf(block.split('\n').filter(line => line.trim() !== '')));
}

const isItem = (line: string): boolean => /^\s*[-*•]\s/.test(line);
const isNumbered = (line: string | undefined): boolean => line !== undefined && /^\d{1,2}\. \S/.test(line);
const isRow = (line: string): boolean => line.trimStart().startsWith('|');

function blocksOf(lines: string[]): TemplateResult[] {
  const first = lines[0];
  if (first === undefined) return [];
  const heading = /^(#+)\s*(.*)$/.exec(first);
  if (heading) return [drawHeading(heading[1]?.length ?? 1, heading[2] ?? ''), ...blocksOf(lines.slice(1))];
  if (isNumbered(first) && !isNumbered(lines[1])) return [drawHeading(2, first), ...blocksOf(lines.slice(1))];
  const kind = isRow(first) ? isRow : isItem(first) ? isItem : (line: string) => !isRow(line) && !isItem(line);
  const end = lines.findIndex(line => !kind(line));
  const own = end < 0 ? lines : lines.slice(0, end);
  const rest = end < 0 ? [] : blocksOf(lines.slice(end));
  if (kind === isRow) return [drawTable(own), ...rest];
  if (kind === isItem) return [html`<ul>${own.map(line => html`<li>${line.replace(/^\s*[-*•]\s*/, '')}</li>`)}</ul>`, ...rest];
  return [html`<p>${own.join('\n')}</p>`, ...rest];
}

const drawHeading = (level: number, words: string): TemplateResult =>
  level <= 2 ? html`<h2>${words}</h2>` : html`<h3>${words}</h3>`;

function drawTable(lines: string[]): TemplateResult {
  const rows = lines
    .map(line => line.trim().replace(/^\||\|$/g, '').split('|').map(cell => cell.trim()))
    .filter(cells => !cells.every(cell => /^:?-+:?$/.test(cell)));
  const [head = [], ...body] = rows;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${head.join(', ')}><table>
    <thead><tr>${head.map(cell => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${body.map(cells => html`<tr>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

import { readLogKey, verifyReceipt } from './verifier.js';
import { say } from './words.js';

const LARGEST = 1_000_000;
const byId = id => document.getElementById(id);
const given = { receipt: '', jwks: '', vkey: '' };
const notices = [];
let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';

/** Takes a text for what it is: keys, the log's key, or a receipt. */
async function take(text, name) {
  const content = text.trim();
  if (!content) return;
  const kind = await kindOf(content);
  if (kind) given[kind] = content;
  else notices.push(['given.other', { name }]);
}

async function kindOf(content) {
  if (content.startsWith('{')) return /"(?:keys|kty)"\s*:/.test(content.slice(0, 200)) ? 'jwks' : 'receipt';
  return (await readLogKey(content)) ? 'vkey' : null;
}

async function takeFiles(files) {
  notices.length = 0;
  for (const file of files) {
    if (file.size > LARGEST) notices.push(['given.other', { name: file.name }]);
    else await take(await file.text(), file.name);
  }
  await show();
}

async function takePublished() {
  notices.length = 0;
  try {
    for (const path of ['shouxin-receipt-keys.json', 'shouxin-log-key.txt']) {
      const answer = await fetch(path);
      if (!answer.ok) throw new TypeError(path);
      await take(await answer.text(), path);
    }
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
    notices.push(['given.failed', {}]);
  }
  await show();
}

async function show() {
  document.documentElement.lang = language;
  document.title = say('title', language);
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say, language);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', say(element.dataset.label, language));
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === language));
  const read = Object.keys(given).filter(kind => given[kind]).map(kind => say(`given.${kind}`, language));
  byId('given').replaceChildren(...[...read, ...notices.map(([key, values]) => say(key, language, values))].map(text => item(text)));
  await showOutcome();
}

async function showOutcome() {
  const verdict = byId('verdict');
  const checks = byId('checks');
  if (!globalThis.crypto?.subtle || !given.receipt) {
    verdict.dataset.state = 'open';
    verdict.textContent = say(given.receipt ? 'insecure' : 'waiting', language);
    checks.replaceChildren();
    return;
  }
  const findings = await verifyReceipt(given.receipt, given);
  const state = ['fails', 'open'].find(worst => findings.some(finding => finding.state === worst)) ?? 'holds';
  verdict.dataset.state = state;
  verdict.textContent = say(`verdict.${state}`, language);
  checks.replaceChildren(...findings.map(line));
}

function line({ check, state, fault, detail }) {
  const reason = fault ?? (state === 'open' ? detail : undefined);
  const shown = item(`${say(`state.${state}`, language)} · ${say(check, language)}${reason ? ` — ${say(reason, language)}` : ''}`);
  Object.assign(shown.dataset, { check, state, fault: fault ?? '' });
  const small = document.createElement('small');
  small.textContent = fault ? `${fault} ${detail}` : detail;
  shown.append(small);
  return shown;
}

function item(text) {
  const element = document.createElement('li');
  element.textContent = text;
  return element;
}

function listen() {
  const drop = byId('drop');
  for (const type of ['dragenter', 'dragover']) {
    drop.addEventListener(type, event => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    void takeFiles(event.dataTransfer.files);
  });
  byId('file').addEventListener('change', event => void takeFiles(event.target.files));
  byId('paste').addEventListener('input', async event => {
    notices.length = 0;
    await take(event.target.value, '…');
    await show();
  });
  byId('published').addEventListener('click', () => void takePublished());
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => {
      language = button.dataset.language;
      void show();
    });
  }
}

// The downloaded file stands alone: it asks nobody for anything.
const served = location.protocol.startsWith('http');
byId('published').hidden = !served;
byId('offline').hidden = !served;
listen();
void show();

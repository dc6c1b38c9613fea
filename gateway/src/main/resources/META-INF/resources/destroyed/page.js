// What was destroyed of one person, by her code. Values are set as text, never as markup.
const WORDS = {
  PROPOSED: '待审批 · waits for approval',
  APPROVED: '已审批，待执行 · approved, not begun',
  EXECUTING: '执行中 · under way',
  STOPPED: '已中止 · stopped',
  EXECUTED: '已执行，待监销确认 · done, waits for its witness',
  WITNESSED: '已监销，待出具证明 · witnessed, waits for its certificate',
  CERTIFIED: '已完成，证明已出具 · complete and certified',
  VOID: '已撤销 · given up',
  records: '客户档案 · customer records',
  consent: '同意与请求记录 · records of consent and requests',
  SHRED_KEY: '销毁密钥并删除 · key destroyed and data deleted',
  DELETE_ROWS: '删除 · deleted',
  WAITING: '尚未执行 · not yet',
  BEGUN: '执行中 · under way',
  DONE: '已销毁 · destroyed',
  ASKED: '已要求删除 · asked to delete',
  TOLD: '已送达，待确认 · delivered, not confirmed',
  CONFIRMED: '已确认删除 · confirmed its deletion',
  OVERDUE: '逾期未确认 · did not confirm in time',
};
const UNKNOWN = '未找到该查询码。 · There is no such code.';
const AWAY = '暂时无法查询，请稍后再试。 · Not available now; please try again later.';
const say = (code) => WORDS[code] ?? code;
const element = (id) => document.getElementById(id);

function lines(list, texts) {
  list.replaceChildren(
    ...texts.map((text) => {
      const line = document.createElement('li');
      line.textContent = text;
      return line;
    }),
  );
}

function facts(pairs) {
  element('facts').replaceChildren(
    ...pairs.flatMap(([name, value]) => {
      const term = document.createElement('dt');
      const description = document.createElement('dd');
      term.textContent = name;
      description.textContent = value;
      return [term, description];
    }),
  );
}

function show(summary) {
  element('state').textContent = say(summary.state);
  facts([
    ['证明编号 · Number', summary.number],
    ['清单摘要 · Digest of the list', summary.scopeDigest],
    ...(summary.certificate ? [['证明摘要 · Digest of the certificate', summary.certificate.sha256]] : []),
  ]);
  lines(
    element('items'),
    summary.items.map((item) => `${say(item.store)}: ${say(item.method)}, ${say(item.state)} ${item.destroyedAt ?? ''}`),
  );
  lines(
    element('recipients'),
    summary.recipients.map((recipient) => `${recipient.recipientId}: ${say(recipient.state)}`),
  );
}

function refuse(text) {
  element('state').textContent = text;
  facts([]);
  lines(element('items'), []);
  lines(element('recipients'), []);
}

element('question').addEventListener('submit', async (event) => {
  event.preventDefault();
  const code = element('code').value.trim().toUpperCase();
  try {
    const answer = await fetch('/destroyed', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Shouxin-Request': '1' },
      body: JSON.stringify({ code }),
    });
    if (answer.ok) {
      show(await answer.json());
    } else {
      refuse(answer.status === 404 || answer.status === 400 ? UNKNOWN : AWAY);
    }
  } catch {
    refuse(AWAY);
  }
});

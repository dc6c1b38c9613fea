/** Everything that the page says, in Chinese and English. */
export const words = {
  title: ['验证回执', 'Verify a receipt'],
  lead: [
    '检查同意回执是否真实：由谁签名、内容是否改动、决定是否写入审计日志。',
    'Checks that a consent receipt is genuine: who signed it, that nothing was changed, that the decision is in the audit log.',
  ],
  language: ['语言', 'Language'],
  files: ['回执与公钥', 'Receipt and keys'],
  drop: [
    '把文件拖到这里，或选择文件：回执（.jsonld）、签名公钥（shouxin-receipt-keys.json）、日志公钥（shouxin-log-key.txt）',
    'Drop files here or choose them: the receipt (.jsonld), the signing keys (shouxin-receipt-keys.json), the log’s key (shouxin-log-key.txt)',
  ],
  paste: ['或粘贴任一文件的内容', 'Or paste the content of any of them'],
  published: ['使用本网站公布的公钥', 'Use the keys that this site publishes'],
  'given.receipt': ['回执：已读入', 'Receipt: read'],
  'given.jwks': ['签名公钥：已读入', 'Signing keys: read'],
  'given.vkey': ['日志公钥：已读入', 'The log’s key: read'],
  'given.other': ['不是回执也不是公钥：{name}', 'Neither a receipt nor a key: {name}'],
  'given.failed': ['公布的公钥暂时无法读取', 'The published keys cannot be read now'],
  outcome: ['结果', 'Result'],
  waiting: ['请先给出回执。', 'A receipt is needed first.'],
  insecure: ['这个浏览器在此处不提供 WebCrypto，无法验证。', 'This browser offers no WebCrypto here; nothing can be checked.'],
  'verdict.holds': ['真实：每一项检查都成立。', 'Genuine: every check holds.'],
  'verdict.open': ['没有发现问题，但有检查尚未完成。', 'Nothing is wrong, but some checks are still open.'],
  'verdict.fails': ['不可信：请看下面不成立的检查。', 'Not to be trusted: see the checks that fail.'],
  'state.holds': ['成立', 'Holds'],
  'state.fails': ['不成立', 'Fails'],
  'state.open': ['未检查', 'Open'],
  FORMAT: ['格式符合回执的规范', 'The format is that of a receipt'],
  SIGNATURE: ['签名与内容相符', 'The signature is on this content'],
  ENTRY: ['日志条目与回执所述一致', 'The log’s entry says what the receipt says'],
  INCLUSION: ['该条目在日志的树中', 'The entry is in the log’s tree'],
  CHECKPOINT: ['树根由该日志签名', 'The log signed the root of that tree'],
  NOT_JSON: ['不是 JSON 对象', 'not a JSON object'],
  SCHEMA: ['不符合回执的格式', 'does not keep the schema of receipts'],
  NO_SIGNATURE: ['没有分离式签名', 'no detached signature'],
  ALGORITHM: ['签名算法不是 ES256', 'the algorithm is not ES256'],
  UNKNOWN_KEY: ['签名公钥不在给定的公钥中', 'signed by a key that is not among those given'],
  KEY_NAME: ['所称公钥与签名所用公钥不同', 'names another key than it is signed with'],
  CONTENT_CHANGED: ['内容在签名后被改动', 'the content is not what was signed'],
  ENTRY_UNREADABLE: ['日志条目无法读取', 'the log entry cannot be read'],
  ENTRY_DIFFERS: ['日志条目与回执所述不同', 'the log entry says other than the receipt'],
  PROOF_UNREADABLE: ['包含证明无法读取', 'the proof cannot be read'],
  NOT_INCLUDED: ['路径通不到检查点的树根', 'the path does not lead to the checkpoint’s root'],
  OTHER_LOG: ['检查点属于另一个日志', 'the checkpoint is of another log'],
  CHECKPOINT_SIGNATURE: ['检查点没有该日志的有效签名', 'the checkpoint has no valid signature of the log'],
  NO_KEY: ['需要公钥', 'a key is needed'],
  NO_ED25519: ['这个浏览器没有 Ed25519', 'this browser has no Ed25519'],
  NOT_IN_LOG: ['这份回执还没有日志证明，请稍后重新下载', 'this copy has no proof of the log yet; download it again later'],
  privacy: [
    '一切都在您的浏览器里进行，文件不会发送给任何人。',
    'Everything happens in your browser; no file is sent to anybody.',
  ],
  download: ['下载本页，断网也能用', 'Download this page; it works without a network'],
};

/** A message in a language, `{name}` replaced. */
export function say(key, language, values = {}) {
  const text = words[key][language === 'en' ? 1 : 0];
  return Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);
}

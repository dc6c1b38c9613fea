import type { Words } from '../i18n/language';

export const receiptMessages = {
  'receipt.title': ['回执', 'Receipts'],
  'receipt.lead': [
    '每一次决定都有一份签名回执（ISO/IEC TS 27560），附审计日志的证明。下载后离线也能验证，不依赖我们。',
    'Every decision has a signed receipt (ISO/IEC TS 27560) with the audit log’s proof. Keep it: it verifies offline, without us.',
  ],
  'receipt.none': ['还没有任何决定，也就没有回执。', 'No decision yet, so no receipt.'],
  'receipt.decision.GIVEN': ['同意', 'Given'],
  'receipt.decision.RENEWED': ['继续同意', 'Given again'],
  'receipt.decision.REFUSED': ['不同意', 'Refused'],
  'receipt.decision.WITHDRAWN': ['撤回同意', 'Withdrawn'],
  'receipt.decision.REVOKED': ['同意被撤销', 'Revoked'],
  'receipt.verify': ['在此验证', 'Verify here'],
  'receipt.download': ['回执文件', 'Receipt file'],
  'receipt.pdf': ['阅读版（PDF）', 'To read (PDF)'],
  'receipt.more': ['更早的回执', 'Earlier receipts'],
  'receipt.elsewhere': ['在别处验证', 'Verify elsewhere'],
  'receipt.elsewhere.note': [
    '离线验证需要回执文件和这两份公钥；验证页面可以整页下载。',
    'To verify offline you need a receipt file and these two keys; the verifier’s page can be downloaded whole.',
  ],
  'receipt.verifier': ['验证页面', 'Verifier’s page'],
  'receipt.keys': ['签名公钥（JWKS）', 'Signing keys (JWKS)'],
  'receipt.logKey': ['日志公钥', 'The log’s key'],
} satisfies Record<string, Words>;

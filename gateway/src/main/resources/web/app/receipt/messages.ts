import type { Words } from '../i18n/language';

export const receiptMessages = {
  'receipt.title': ['回执', 'Receipts'],
  'receipt.lead': [
    '每一次决定都有一份签名回执（ISO/IEC TS 27560）。下载后离线也能验证，不依赖我们。',
    'Every decision has a signed receipt (ISO/IEC TS 27560). Keep it: it verifies offline, without us.',
  ],
  'receipt.none': ['还没有任何决定，也就没有回执。', 'No decision yet, so no receipt.'],
  'receipt.absent': ['这项记录没有回执。', 'This record has no receipt.'],
  'receipt.download': ['下载回执', 'Download'],
  'receipt.keys': ['下载验证公钥（JWKS）', 'Download the verification keys (JWKS)'],
  'receipt.keys.note': [
    '离线验证需要回执和这份公钥。',
    'To verify offline you need a receipt and these keys.',
  ],
  'receipt.GENUINE': ['签名有效', 'Genuine'],
  'receipt.OTHER_RECORD': ['回执属于另一项记录', 'Of another record'],
  'receipt.UNSIGNED': ['没有签名', 'Not signed'],
  'receipt.UNKNOWN_KEY': ['签名公钥未公布', 'Signed by an unpublished key'],
  'receipt.SIGNATURE': ['签名与内容不符', 'The signature does not match'],
  'receipt.MALFORMED': ['格式不对', 'Malformed'],
  'receipt.checking': ['正在验证…', 'Verifying…'],
} satisfies Record<string, Words>;

import type { Words } from '../i18n/language';

export const inventoryMessages = {
  'inventory.title': ['请核对这些信息', 'Please check these'],
  'inventory.lead': [
    '保险公司来函清查历史保单。请更正下列内容；如果都对，确认即可。',
    'An insurer checks its older policies. Please correct what is listed, or confirm that it is right.',
  ],
  'inventory.MISSING': ['未登记', 'not on file'],
  'inventory.SUSPECTED_FALSE': ['可能有误', 'may be wrong'],
  'inventory.CHANGED': ['可能已变化', 'may have changed'],
  'inventory.correct': ['更正', 'Correct'],
  'inventory.confirm': ['都对，无需更正', 'All right as it is'],
  'inventory.refuse': ['我不想答复', 'I do not want to answer'],
  'inventory.link.used': ['短信链接已失效或已使用；需要核对的内容仍列在这里。', 'The link in the message has ended or was used; what needs checking is still listed here.'],
} satisfies Record<string, Words>;

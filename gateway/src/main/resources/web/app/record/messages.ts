import type { Words } from '../i18n/language';

export const recordMessages = {
  'record.title': ['我的信息', 'My data'],
  'record.lead': [
    '这是我们持有的、关于您的信息。敏感内容默认部分隐藏，这次查看也会记入“谁看过”。',
    'This is what we hold about you. Sensitive parts are masked by default, and this look is itself on record.',
  ],
  'record.identity': ['身份', 'Identity'],
  'record.contact': ['联系方式', 'Contact'],
  'record.policies': ['保单', 'Policies'],
  'record.policies.none': ['没有保单。', 'No policies.'],
  'record.absent': ['未提供或不在此用途范围内', 'Not given, or outside this purpose'],
  'record.unknown': ['没有找到您的档案，或暂时不能显示。', 'Your record was not found, or cannot be shown.'],
  'record.decision': ['为什么可以看到', 'Why you may see this'],
  'record.copy': ['下载副本（JSON）', 'Download a copy (JSON)'],
  'record.print': ['打印或存为 PDF', 'Print or save as PDF'],
  'record.copy.note': ['机器可读，可带给其他机构；内容与本页所示相同。', 'Machine-readable, to take elsewhere; holds what this page shows.'],
  'record.partial': ['有些内容暂时不能显示。', 'Some parts cannot be shown at the moment.'],
  'policy.number': ['保单号', 'Policy no.'],
  'policy.insurer': ['保险公司', 'Insurer'],
  'policy.term': ['保险期间', 'Term'],
  'policy.sumInsured': ['保额', 'Sum insured'],
  'policy.premium': ['保费', 'Premium'],
  'policy.role': ['您的身份', 'You are'],
  'policy.to': ['{from} 至 {to}', '{from} to {to}'],
} satisfies Record<string, Words>;

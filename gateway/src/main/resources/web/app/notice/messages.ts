import type { Words } from '../i18n/language';

export const noticeMessages = {
  'notice.title': ['个人信息处理告知书', 'Privacy notice'],
  'notice.lead': ['现行有效的版本，中英文都可以看。中文为准。', 'The version in force, in both languages. The Chinese text prevails.'],
  'notice.none': ['目前没有已发布的告知书。', 'No notice is published at the moment.'],
  'notice.version': ['第 {version} 版', 'Version {version}'],
  'notice.from': ['自 {day} 起生效', 'In force since {day}'],
  'notice.language': ['告知书语言', 'Language of the notice'],
  'notice.digest': ['正文摘要（SHA-256），已核对', 'Digest of the text (SHA-256), checked'],
  'notice.digest.open': ['正文摘要（SHA-256）', 'Digest of the text (SHA-256)'],
  'overview.title': ['总览', 'Overview'],
  'overview.lead': ['您的信息现在由谁、因为什么在使用。', 'Who uses your data now, and why.'],
  'overview.consents': ['生效中的同意', 'Consents in force'],
  'overview.consents.go': ['查看与修改', 'See and change'],
  'overview.consents.none': ['您没有给予任何同意。', 'You have given no consent.'],
  'overview.history': ['最近的查看', 'Latest looks at your data'],
  'overview.history.go': ['查看全部', 'See all'],
  'overview.notice': ['现行告知书', 'Notice in force'],
  'overview.notice.go': ['阅读', 'Read'],
  'overview.record': ['我的信息', 'My data'],
  'overview.record.text': ['查看我们持有的信息，下载一份副本。', 'See what we hold and take a copy away.'],
  'overview.record.go': ['打开', 'Open'],
} satisfies Record<string, Words>;

import type { Words } from '../i18n/language';

export const incidentMessages = {
  'incident.title': ['个人信息安全事件通知', 'Notices of incidents with your data'],
  'incident.issued': ['{moment} 发出', 'Issued {moment}'],
  'leak.title': ['有人知道了我的信息', 'Somebody knew my data'],
  'leak.lead': [
    '接到陌生来电、短信，对方说出了您的保单或个人信息？告诉我们，我们马上查谁看过。',
    'Did a stranger call or write and know your policy or your data? Tell us, and we look at once who saw them.',
  ],
  'leak.file': ['举报信息泄露', 'Report a leak'],
  'leak.known': ['对方知道什么', 'What did they know'],
  'leak.when': ['什么时候', 'When'],
  'leak.detail': ['对方说了什么', 'What did they say'],
  'leak.filed': ['已收到，编号 {id}。我们已开始核查。', 'Received, no. {id}. We have begun to look into it.'],
  'leak.error.known': ['请至少选一项。', 'Please choose at least one.'],
  'leak.error.when': ['请填写已经过去的时间。', 'Please give a time that has passed.'],
} satisfies Record<string, Words>;

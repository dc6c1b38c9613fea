import type { Words } from '../i18n/language';

const words: Record<string, Words> = {
  OFFLINE: ['连接不上服务器，请检查网络后再试。', 'The server cannot be reached. Check your connection and try again.'],
  TIMEOUT: ['服务器太久没有回答，请再试一次。', 'The server took too long to answer. Please try again.'],
  SESSION_ENDED: ['登录已结束，请重新登录。', 'Your session has ended. Please sign in again.'],
  SIGN_IN_AWAY: ['登录服务暂时不可用，请过一分钟再试。', 'Signing in is not possible at the moment. Please try again in a minute.'],
  SERVICE_UNAVAILABLE: ['这部分服务暂时不可用，页面其余内容不受影响。', 'This part is unavailable for the moment. The rest of the page still works.'],
  FORBIDDEN: ['您的账户不能查看这项内容。', 'Your account may not see this.'],
  STEP_UP_REQUIRED: ['这一步需要确认是您本人。请在新页面重新登录，再回到这里继续；已填写的内容会保留。', 'This step needs to know that it is you. Sign in again on a new page, then come back and go on; what you typed stays here.'],
  RATE_LIMITED: ['请求太频繁，请稍等一分钟。', 'Too many requests. Please wait a minute.'],
  CONSENT_TEXT_MISMATCH: ['同意文本刚刚更新过，您的同意没有提交。请重新阅读后再决定。', 'The consent text has just changed, so nothing was submitted. Please read it again before you decide.'],
  CONSENT_COOLDOWN: ['您前不久拒绝过这项用途，暂时不会再次征求。', 'You refused this purpose recently; it is not asked again for now.'],
  CUSTOMER_NOT_FOUND: ['没有找到这位客户，或不在您的服务范围内。请核对两项信息。', 'No such customer of yours. Please check both factors.'],
  IDENTITY_PROOF_TOO_WEAK: ['这项请求须核对证件原件，或回拨预留电话核验。', 'This request needs the original document, or a call back to the number on record.'],
  IDENTITY_UNCHECKED: ['请先核验请求人的身份。', 'It has to be checked first who is asking.'],
  EVIDENCE_REQUIRED: ['请填写回拨记录或信件的档案号。', 'Please give the file number of the call or letter.'],
  FOUR_EYES: ['登记或核验这项请求的人不能决定它，请由另一位同事处理。', 'Another person has to decide this.'],
  GUARDIAN_REQUIRED: ['未满十四周岁者须由监护人决定。', 'A guardian decides for a child under fourteen.'],
  RECIPIENT_INACTIVE: ['该接收方目前没有有效协议，不能向其提供信息。', 'This recipient has no agreement in force, so nothing can be shared with it.'],
  NOTICE_NOT_PRESENTED: ['请先阅读现行的个人信息处理告知书。', 'Please read the current privacy notice first.'],
  NOTICE_OUTDATED: ['告知书刚刚更新过，您的同意没有提交。请重新打开后阅读新版本。', 'The notice has just been renewed, so nothing was submitted. Please open this again and read the new version.'],
  CONSENT_STATE_CONFLICT: ['这项同意的状态已经变化，请刷新页面后再看。', 'This consent has changed in the meantime. Please reload the page.'],
  CONSENT_NOT_WITHDRAWABLE: ['这项用途依合同或法律进行，没有可收回的同意。', 'This purpose rests on contract or law, so there is no consent to withdraw.'],
  NOT_AVAILABLE: ['这项服务还没有开放。', 'This is not offered yet.'],
  AUDIT_UNAVAILABLE: ['访问记录暂时无法写入，因此数据没有放行。请稍后再试。', 'The access cannot be recorded at the moment, so no data was released. Please try again soon.'],
  OVERLOADED: ['现在使用的人较多，请稍后再试。', 'The service is busy. Please try again in a moment.'],
  CODE_WRONG: ['验证码不正确，请再看一眼短信。', 'The code is not right. Please look at the message again.'],
  CODE_EXPIRED: ['验证码已失效，请重新获取。', 'The code cannot be used any more. Please send a new one.'],
  VALUE_INVALID: ['这个内容不符合格式规则，请核对。', 'This does not fit the rules for this field. Please check it.'],
  CAMPAIGN_STATE_CONFLICT: ['这一项已经办结。', 'This item is already closed.'],
  NOT_FOUND: ['没有找到这项内容。', 'This could not be found.'],
  INTEGRITY: ['文本与其数字摘要不一致，已停止操作。请联系个人信息保护负责人。', 'The text does not match its digest, so this was stopped. Please contact the data protection officer.'],
};

const UNAVAILABLE = /UNAVAILABLE|_DOWN$|HTTP_50[234]/;

/** What a refusal means to the reader. A code without words of its own gets the general ones. */
export function wordsOf(code: string): Words {
  const known = words[code] ?? (UNAVAILABLE.test(code) ? words['SERVICE_UNAVAILABLE'] : undefined);
  return known ?? ['这项内容现在无法显示，请稍后再试。', 'This cannot be shown at the moment. Please try again later.'];
}

import type { DutyPurpose } from './purpose';

const contract = ['履行合同（个保法第十三条第二项）', 'Contract (PIPL art. 13(2))'] as const;
const statute = ['法定义务（个保法第十三条第三项）', 'Legal duty (PIPL art. 13(3))'] as const;
const both = ['合同与法定义务（个保法第十三条第二、三项）', 'Contract and legal duty (PIPL art. 13(2), (3))'] as const;
const endsWithContract = [
  '没有这些信息就无法履行您的保险合同；合同结束后停止使用，档案到期销毁。',
  'Your insurance contract cannot be served without it. Use ends with the contract; the file is destroyed when its time is up.',
] as const;

/** DR-10: purposes that rest on contract or law. They are shown, with the reason why they cannot be withdrawn. */
export const dutyPurposes: readonly DutyPurpose[] = [
  {
    code: 'P-01',
    title: ['核对身份', 'Checking identity'],
    plain: ['确认您是谁，也用于您本人查看自己的信息。', 'Making sure who you are; also used when you look at your own data.'],
    basis: both,
    why: ['反洗钱法第二十九条要求识别客户身份。', 'The Anti-Money Laundering Law, art. 29, demands that customers are identified.'],
  },
  { code: 'P-02', title: ['需求分析与建议', 'Needs analysis and advice'], plain: ['按您的要求分析保障需求、提供方案。', 'Analysing your needs and proposing cover, at your request.'], basis: contract, why: ['这是您要求的服务；不再需要时告诉我们即可停止。', 'You asked for this service; tell us to stop whenever you no longer want it.'] },
  { code: 'P-03', title: ['向保险公司投保', 'Placing your insurance'], plain: ['把投保单交给您选定的保险公司。', 'Giving your application to the insurer you chose.'], basis: contract, why: ['投保单提交之前可以撤回；提交后由保险合同约束。', 'It can be withdrawn until the application is submitted; then the insurance contract governs.'] },
  { code: 'P-04', title: ['保单服务与续保', 'Policy service and renewal'], plain: ['维护保单、办理变更、提醒续保。', 'Keeping your policy, making changes, reminding you of renewals.'], basis: contract, why: endsWithContract },
  { code: 'P-07', title: ['保费与赔款收付', 'Premium and claim payments'], plain: ['用您的银行账户收取保费、支付赔款。', 'Using your bank account for premiums and claim payments.'], basis: contract, why: ['收付必须有账户，您可以随时更换账户。', 'Payments need an account; you can change it at any time.'] },
  { code: 'P-08', title: ['反洗钱与制裁筛查', 'Anti-money laundering'], plain: ['依法筛查并报告可疑交易。', 'Screening and reporting that the law demands.'], basis: statute, why: ['反洗钱法规定的义务，不以同意为前提。', 'A duty under the Anti-Money Laundering Law that does not depend on consent.'] },
  { code: 'P-09', title: ['法定业务档案', 'Statutory business files'], plain: ['按规定保存业务档案五年或十年。', 'Keeping business files for five or ten years, as the rules say.'], basis: statute, why: ['《保险法》与经纪人监管规定要求保存，到期销毁。', 'The Insurance Law and the broker rules demand it; the file is destroyed when its time is up.'] },
  { code: 'P-10', title: ['投诉与争议处理', 'Complaints and disputes'], plain: ['处理您的投诉并保留依据。', 'Handling your complaint and keeping the evidence.'], basis: both, why: ['处理完毕并过保存期后停止。', 'It ends when the matter is closed and its retention is over.'] },
  { code: 'P-17', title: ['销售过程录音录像', 'Recording of the sale'], plain: ['开始前会告知您。', 'You are told before it starts.'], basis: statute, why: ['监管要求销售过程可回溯。', 'The regulator demands that a sale can be traced back.'] },
  { code: 'P-18', title: ['未成年人信息', 'Data of a child'], plain: ['未满十四周岁者的信息由监护人决定。', 'A guardian decides on the data of a child under fourteen.'], basis: ['监护人同意（个保法第三十一条）', 'Guardian’s consent (PIPL art. 31)'], why: ['由监护人随主要用途一并决定。', 'The guardian decides together with the main purpose.'] },
  { code: 'P-20', title: ['业务转让', 'Transfer of the business'], plain: ['经纪机构转让时告知您接收方并听取异议。', 'If the business changes hands you are told who takes over and may object.'], basis: ['告知（个保法第二十二条）', 'Notice (PIPL art. 22)'], why: ['您可以提出异议。', 'You may object.'] },
  { code: 'P-21', title: ['安全与反欺诈', 'Security and fraud prevention'], plain: ['记录访问、发现异常，包括本门户里的访问记录。', 'Recording access and finding anomalies, including the history in this portal.'], basis: statute, why: ['网络安全法与数据安全法要求留存日志。', 'The Cybersecurity Law and the Data Security Law demand these logs.'] },
  { code: 'P-22', title: ['监管、检查与司法', 'Supervision and courts'], plain: ['依法向监管机关和法院提供。', 'Given to supervisors and courts where the law says so.'], basis: statute, why: ['法定协助义务，不以同意为前提。', 'A legal duty that does not depend on consent.'] },
  { code: 'P-23', title: ['委托处理', 'Entrusted processors'], plain: ['短信、云、电子签名等服务商受托处理。', 'SMS, cloud and e-signature providers that work on our orders.'], basis: ['随主要用途（个保法第二十一条）', 'That of the main purpose (PIPL art. 21)'], why: ['受托方只能按约定处理，由我们监督。', 'They may only do what was agreed, and we supervise them.'] },
  { code: 'P-24', title: ['信息清查与回访', 'Data check and call-back'], plain: ['核对资料是否真实、完整。', 'Checking that your data is true and complete.'], basis: both, why: ['监管要求客户信息真实完整。', 'The regulator demands that customer data is true and complete.'] },
  { code: 'P-25', title: ['员工合规监督', 'Staff compliance'], plain: ['检查员工是否按规定使用您的信息。', 'Checking that staff use your data by the rules.'], basis: contract, why: ['这是保护您的措施。', 'It protects you.'] },
];

import type { ConsentPurpose } from './purpose';

const contractStays = [
  '现有保单、续保和理赔服务不受影响；法律要求保存的档案继续保存到期。此前依据同意作出的处理仍然有效。',
  'Your policies, renewals and claims go on as before; files the law makes us keep stay until their date. What was done before on your consent remains valid.',
] as const;

/** DR-10: purposes that need the customer's consent, the ones most often decided on first. */
export const consentPurposes: readonly ConsentPurpose[] = [
  {
    code: 'P-12',
    open: true,
    title: ['与合作机构共享', 'Sharing with a partner'],
    plain: [
      '合作保险中介在为您联合服务或转介时，可以查到您的脱敏资料。对每一家机构单独征求同意。',
      'A partner intermediary that serves you together with us may look up your masked record. Asked separately for each partner.',
    ],
    categories: ['IDENTITY', 'CONTACT', 'POLICY'],
    perRecipient: true,
    stops: [
      '这家机构的下一次查询立刻被拒绝，并会收到停止使用的通知。',
      'This partner’s very next query is refused, and it is told to stop using your data.',
    ],
    continues: contractStays,
  },
  {
    code: 'P-11',
    open: true,
    title: ['营销与推荐信息', 'Marketing messages'],
    plain: ['用您的联系方式告诉您新产品和活动。', 'Using your contact details to tell you about new products and offers.'],
    categories: ['CONTACT'],
    stops: ['我们立刻停止发送营销信息。', 'Marketing messages stop at once.'],
    continues: ['与保单有关的服务通知仍会发送。', 'Service messages about your policies still reach you.'],
  },
  {
    code: 'P-15',
    open: true,
    title: ['个性化推荐', 'Personal recommendations'],
    plain: [
      '根据您的保单自动分析适合您的产品；重要决定可以要求人工复核。',
      'Automated analysis of your policies to suggest products; you can ask a person to review any decision that matters.',
    ],
    categories: ['IDENTITY', 'POLICY'],
    stops: ['不再为您做自动化分析，改为显示非个性化内容。', 'No more automated analysis of you; you see general content instead.'],
    continues: contractStays,
  },
  {
    code: 'P-13',
    open: true,
    title: ['满意度调查', 'Surveys and feedback'],
    plain: ['服务之后请您评价。', 'Asking how we did after serving you.'],
    categories: ['CONTACT'],
    stops: ['不再向您发送问卷。', 'No more questionnaires.'],
    continues: contractStays,
  },
  {
    code: 'P-14',
    open: true,
    title: ['统计与服务改进', 'Statistics and improvement'],
    plain: ['用未去标识的使用数据改进服务。', 'Using identifiable usage data to improve the service.'],
    categories: ['POLICY'],
    stops: ['您的数据不再进入统计，只使用无法识别您的汇总数据。', 'Your data leaves the statistics; only figures that cannot identify you are used.'],
    continues: contractStays,
  },
  {
    code: 'P-06',
    title: ['健康告知（核保）', 'Health declaration'],
    plain: ['向保险公司提供健康信息用于核保，属于敏感个人信息。', 'Giving the insurer your health information for underwriting. This is sensitive data.'],
    categories: ['IDENTITY', 'HEALTH'],
    stops: ['停止使用健康信息，尚未完成的核保无法继续。', 'Health data is no longer used, so underwriting in progress cannot continue.'],
    continues: contractStays,
  },
  {
    code: 'P-05',
    title: ['协助理赔（医疗资料）', 'Claims help with medical papers'],
    plain: ['为您整理和提交理赔所需的医疗资料。', 'Preparing and submitting the medical papers a claim needs.'],
    categories: ['IDENTITY', 'POLICY', 'HEALTH'],
    stops: ['我们停止协助理赔，您仍可直接向保险公司申请。', 'We stop helping with the claim; you can still claim directly from the insurer.'],
    continues: contractStays,
  },
  {
    code: 'P-16',
    title: ['人脸或声音核验', 'Face or voice check'],
    plain: ['用人脸或声音确认是您本人，您可以改用其他方式。', 'Confirming it is you by face or voice. Another way is always offered.'],
    categories: ['IDENTITY'],
    stops: ['不再采集人脸和声音，改用其他方式核验。', 'Face and voice are no longer taken; another way is used.'],
    continues: contractStays,
  },
  {
    code: 'P-19',
    title: ['向境外机构提供', 'Providers outside mainland China'],
    plain: ['把您的信息提供给境外再保险或救援机构。', 'Giving your data to a reinsurer or assistance company outside mainland China.'],
    categories: ['IDENTITY', 'POLICY'],
    perRecipient: true,
    stops: ['立刻停止向该境外机构提供。', 'Nothing more is given to that provider.'],
    continues: contractStays,
  },
];

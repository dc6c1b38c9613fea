-- Purposes of processing (DR-10) as effective-dated data, and by the same rows the register of processing
-- activities (R-CN-06). Why one table: an activity without a purpose, or a purpose outside the register, cannot exist.
-- Rows of controller '*' are the product's catalogue, readable by every controller; a controller's own version of a
-- purpose stands beside it under its own id and wins over the catalogue.

create table retention_class (
    code     text not null,
    words_zh text not null,
    words_en text not null,
    constraint retention_class_pk primary key (code)
);
comment on table retention_class is
    'Retention classes of DR-09 in words for customers. No row-level security: law, the same for all controllers.';
comment on column retention_class.code is 'RT-01 to RT-21';
comment on column retention_class.words_zh is 'period and what starts it, zh-CN';
comment on column retention_class.words_en is 'period and what starts it, en';
revoke insert, update, delete on retention_class from consent;

create table purpose (
    controller_id           text        not null,
    code                    text        not null,
    version                 integer     not null,
    terms_version           integer     not null,
    status                  text        not null,
    valid_from              date        not null,
    valid_to                date,
    name_zh                 text        not null,
    name_en                 text        not null,
    words_zh                text        not null,
    words_en                text        not null,
    method_zh               text        not null,
    method_en               text        not null,
    basis                   text        not null,
    article                 text        not null,
    evidence                text        not null,
    separate                text        not null,
    withdrawal              text        not null,
    withdrawal_effect_zh    text        not null,
    withdrawal_effect_en    text        not null,
    consent_applicable      boolean     not null,
    recipient_required      boolean     not null,
    dpv_iri                 text,
    roles                   text[]      not null,
    categories              text[]      not null,
    fields                  text[]      not null,
    allowed_when_restricted boolean     not null,
    consent_months          integer     not null,
    retention_class         text        not null,
    subjects                text[]      not null default '{applicant,insured,beneficiary}',
    systems                 text[]      not null default '{consent-service,records-service,audit-service}',
    cross_border            boolean     not null default false,
    automated_decision      boolean     not null default false,
    pipia_triggers          text[]      not null default '{}',
    pipia_reference         text,
    pipia_completed_on      date,
    proposed_by             text        not null,
    proposed_at             timestamptz not null default now(),
    decided_by              text,
    decided_at              timestamptz,
    opinion                 text,
    next_review_on          date,
    constraint purpose_pk primary key (controller_id, code, version),
    constraint purpose_code_form check (code ~ '^P-[0-9]{2}$'),
    constraint purpose_status_known check (status in ('DRAFT', 'APPROVED', 'REJECTED')),
    constraint purpose_basis_known check (basis in ('CONSENT', 'CONTRACT', 'STATUTORY')),
    constraint purpose_evidence_known check (evidence in ('CONSENT', 'CONTRACT', 'REQUEST', 'NONE')),
    constraint purpose_separate_known check (separate in ('NO', 'YES', 'IF_SENSITIVE')),
    constraint purpose_withdrawal_known check (withdrawal in ('ANY_TIME', 'UNTIL_SUBMISSION', 'NEVER')),
    constraint purpose_period_positive check (consent_months > 0),
    constraint purpose_validity_ordered check (valid_to is null or valid_to >= valid_from),
    constraint purpose_four_eyes check (decided_by is null or decided_by <> proposed_by),
    constraint purpose_pipia_before_approval check (
        status <> 'APPROVED' or pipia_triggers = '{}' or pipia_reference is not null),
    constraint purpose_retention_fk foreign key (retention_class) references retention_class (code)
);
comment on table purpose is 'Versions of purposes and processing activities: DR-10, R-CN-06';
comment on column purpose.controller_id is 'controller the version belongs to; * is the catalogue of the product';
comment on column purpose.code is 'P-01 to P-99';
comment on column purpose.version is 'number within controller and code, from 1';
comment on column purpose.terms_version is
    'grows when purpose, method, category, retention or recipient change: consents to earlier terms are stale (PIPL 14)';
comment on column purpose.status is 'DRAFT, APPROVED, REJECTED; only APPROVED can be used';
comment on column purpose.valid_from is 'first day in force, Asia/Shanghai';
comment on column purpose.valid_to is 'last day in force, null while open';
comment on column purpose.name_zh is 'short name, zh-CN';
comment on column purpose.name_en is 'short name, en';
comment on column purpose.words_zh is 'purpose in plain words, zh-CN';
comment on column purpose.words_en is 'purpose in plain words, en';
comment on column purpose.method_zh is 'method of processing, zh-CN';
comment on column purpose.method_en is 'method of processing, en';
comment on column purpose.basis is 'primary basis of PIPL 13';
comment on column purpose.article is 'law behind the basis, as cited to people';
comment on column purpose.evidence is 'what must be shown for a person: CONSENT, CONTRACT, REQUEST, NONE';
comment on column purpose.separate is 'separate consent demanded: NO, YES, IF_SENSITIVE';
comment on column purpose.withdrawal is 'ANY_TIME, UNTIL_SUBMISSION, NEVER';
comment on column purpose.withdrawal_effect_zh is 'what follows from withdrawal, or why there is none, zh-CN';
comment on column purpose.withdrawal_effect_en is 'what follows from withdrawal, or why there is none, en';
comment on column purpose.consent_applicable is 'false: the person is informed, not asked';
comment on column purpose.recipient_required is 'consent names one recipient (PIPL 23, 39)';
comment on column purpose.dpv_iri is 'W3C DPV 2.3 purpose, null where none fits';
comment on column purpose.roles is 'realm roles that may process for it (DR-13)';
comment on column purpose.categories is 'data categories of the activity';
comment on column purpose.fields is 'record fields the purpose needs';
comment on column purpose.allowed_when_restricted is 'goes on under a processing restriction (PIPL 47)';
comment on column purpose.consent_months is 'validity of a consent in months';
comment on column purpose.retention_class is 'class of DR-09';
comment on column purpose.subjects is 'kinds of persons concerned';
comment on column purpose.systems is 'systems that process';
comment on column purpose.cross_border is 'data leave mainland China (PIPL 38)';
comment on column purpose.automated_decision is 'automated decision (PIPL 24)';
comment on column purpose.pipia_triggers is 'triggers of PIPL 55: SENSITIVE, AUTOMATED, PROVIDE, CROSS_BORDER, MAJOR_EFFECT';
comment on column purpose.pipia_reference is 'impact assessment on file; demanded for approval when a trigger holds';
comment on column purpose.pipia_completed_on is 'kept at least three years from this day (PIPL 56)';
comment on column purpose.proposed_by is 'employee number, or product';
comment on column purpose.proposed_at is 'when proposed';
comment on column purpose.decided_by is 'employee number of the other person who decided';
comment on column purpose.decided_at is 'when decided';
comment on column purpose.opinion is 'reviewer''s opinion';
comment on column purpose.next_review_on is 'next review of the activity';

insert into retention_class (code, words_zh, words_en) values
    ('RT-01', '保险期间不超过一年的业务，自合同终止起保存五年', 'five years from the end of the contract where cover is up to one year'),
    ('RT-02', '自保险合同终止起保存五年（期间一年以内）或十年（期间超过一年）', 'five years from the end of the contract, ten where cover exceeds one year'),
    ('RT-03', '自业务关系结束起保存十年', 'ten years from the end of the relationship'),
    ('RT-04', '自交易发生起保存十年', 'ten years from the transaction'),
    ('RT-06', '自所依据的处理活动结束起保存三年，且不短于其所证明的档案', 'three years from the end of the processing, and not shorter than the file it justifies'),
    ('RT-08', '自每次提供起保存三年', 'three years from each provision'),
    ('RT-10', '自投诉办结起保存五年', 'five years from the closing of the complaint'),
    ('RT-13', '与其关联的最长档案相同，且不少于五年', 'as long as the longest related record, at least five years'),
    ('RT-15', '自最后一次联系起保存一百八十天', '180 days from the last contact'),
    ('RT-16', '撤回或拒绝后立即停止，仅保留拒绝标记', 'stopped at once on refusal or withdrawal, only the refusal itself is kept'),
    ('RT-17', '使用后二十四小时内删除', 'deleted within 24 hours of use'),
    ('RT-18', '自核保决定起保存一百八十天，成立合同的随业务档案保存', '180 days from the decision; with the business file when a contract follows'),
    ('RT-20', '长期保存，且不含个人信息', 'kept for good, without personal data');

insert into purpose (controller_id, code, version, terms_version, status, valid_from, name_zh, name_en, words_zh, words_en,
    method_zh, method_en, basis, article, evidence, separate, withdrawal, withdrawal_effect_zh, withdrawal_effect_en,
    consent_applicable, recipient_required, dpv_iri, roles, categories, fields, allowed_when_restricted, consent_months,
    retention_class, pipia_triggers, automated_decision, cross_border, pipia_reference, pipia_completed_on, proposed_by,
    decided_by, decided_at) values
    ('*', 'P-01', 1, 1, 'APPROVED', '2021-11-01', '身份识别与核验', 'Identify and verify', '识别并核实您的身份', 'identifying you and verifying your identity',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONTRACT', '个人信息保护法第13条第1款第2项、第3项；反洗钱法第29条 (PIPL 13-2, 13-3; AML Law 29)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#IdentityVerification', '{customer,client-manager,supervisor,compliance-officer}', '{IDENTITY,CONTACT}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address}', false, 36, 'RT-03', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-02', 1, 1, 'APPROVED', '2021-11-01', '需求分析与方案建议', 'Needs analysis and advice', '应您的要求分析保险需求并提供建议和方案', 'analysing your insurance needs and proposing cover, at your request',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONTRACT', '个人信息保护法第13条第1款第2项 (PIPL 13-2)',
     'REQUEST', 'IF_SENSITIVE', 'ANY_TIME',
     '撤回后我们停止需求分析服务', 'we stop the advice',
     true, false, 'https://w3id.org/dpv#RequestedServiceProvision', '{customer,client-manager,supervisor}', '{IDENTITY,CONTACT,POLICY,FINANCIAL,HEALTH,FAMILY}',
     '{name,gender,birthDate,mobile,email,address,policies}', false, 24, 'RT-15', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-03', 1, 1, 'APPROVED', '2021-11-01', '投保安排', 'Place insurance', '将投保资料提供给您指定的保险公司以订立保险合同', 'giving your application to the insurer you name, to conclude the contract',
     '通过加密接口按次提供，默认脱敏，每次提供均留痕', 'provided case by case through an encrypted interface, masked by default, every provision logged',
     'CONTRACT', '个人信息保护法第13条第1款第2项、第23条、第29条 (PIPL 13-2, 23, 29)',
     'CONTRACT', 'YES', 'UNTIL_SUBMISSION',
     '提交保险公司前可以撤回，撤回后不再递交投保申请；提交后按合同处理', 'until the application is sent you can withdraw and it is not sent; afterwards the contract governs',
     true, true, 'https://w3id.org/dpv#EstablishContractualAgreement', '{customer,partner,client-manager,supervisor}', '{IDENTITY,CONTACT,POLICY,FINANCIAL,HEALTH,FAMILY}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', false, 24, 'RT-02', '{SENSITIVE,PROVIDE}', false, false, 'PIPIA-2026-03', '2021-11-01', 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-04', 1, 1, 'APPROVED', '2021-11-01', '保单服务、续保与变更', 'Policy service, renewal, change', '为您的保单提供日常服务、续保和变更', 'serving, renewing and changing your policies',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONTRACT', '个人信息保护法第13条第1款第2项 (PIPL 13-2)',
     'CONTRACT', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#FulfilmentOfContractualObligation', '{customer,client-manager,supervisor,service}', '{IDENTITY,CONTACT,POLICY}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', false, 36, 'RT-02', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-05', 1, 1, 'APPROVED', '2021-11-01', '协助理赔', 'Claims assistance', '协助您办理保险理赔', 'helping you with insurance claims',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONTRACT', '个人信息保护法第13条第1款第2项；医疗资料第29条 (PIPL 13-2; 29 for medical data)',
     'CONTRACT', 'IF_SENSITIVE', 'ANY_TIME',
     '撤回后我们停止协助理赔，您可以自行向保险公司申请', 'we stop helping; you can claim from the insurer yourself',
     true, false, 'https://w3id.org/dpv#CustomerClaimsManagement', '{customer,client-manager,supervisor}', '{IDENTITY,CONTACT,POLICY,FINANCIAL,HEALTH}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', false, 24, 'RT-02', '{SENSITIVE}', false, false, 'PIPIA-2026-05', '2021-11-01', 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-06', 1, 1, 'APPROVED', '2021-11-01', '核保健康告知', 'Health declaration for underwriting', '收集健康告知用于保险公司核保', 'collecting your health declaration for the insurer''s underwriting',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONSENT', '个人信息保护法第13条第1款第1项、第29条 (PIPL 13-1, 29)',
     'CONSENT', 'YES', 'ANY_TIME',
     '撤回后无法继续核保', 'underwriting cannot go on',
     true, false, 'https://w3id.org/dpv#EstablishContractualAgreement', '{customer,client-manager,supervisor}', '{IDENTITY,POLICY,HEALTH}',
     '{name,idType,idNumber,gender,birthDate,policies}', false, 12, 'RT-18', '{SENSITIVE}', false, false, 'PIPIA-2026-06', '2021-11-01', 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-07', 1, 1, 'APPROVED', '2021-11-01', '保费与赔款收付', 'Premium and claim payment', '收取保费、支付赔款', 'collecting premiums and paying claims',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONTRACT', '个人信息保护法第13条第1款第2项、第29条 (PIPL 13-2, 29)',
     'CONTRACT', 'YES', 'ANY_TIME',
     '撤回后请另行提供收付账户', 'please give another account',
     true, false, 'https://w3id.org/dpv#PaymentManagement', '{customer,client-manager,supervisor}', '{IDENTITY,POLICY,FINANCIAL}',
     '{name,idType,idNumber,mobile,policies}', false, 24, 'RT-04', '{SENSITIVE}', false, false, 'PIPIA-2026-07', '2021-11-01', 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-08', 1, 1, 'APPROVED', '2021-11-01', '反洗钱与制裁筛查', 'Anti-money-laundering and sanctions', '履行反洗钱和制裁名单筛查的法定义务', 'meeting the legal duties against money laundering and on sanctions',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'STATUTORY', '反洗钱法第29条、第34条；个人信息保护法第13条第1款第3项 (AML Law 29, 34; PIPL 13-3)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#CounterMoneyLaundering', '{customer,supervisor,compliance-officer}', '{IDENTITY,CONTACT,POLICY,FINANCIAL}',
     '{name,idType,idNumber,gender,birthDate,address,policies}', true, 36, 'RT-03', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-09', 1, 1, 'APPROVED', '2021-11-01', '法定业务档案', 'Statutory business files', '按规定建立和保存保险经纪业务档案', 'keeping the business files that the rules for brokers demand',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'STATUTORY', '保险经纪人监管规定第44条、第51条；个人信息保护法第13条第1款第3项 (Broker Rules 44, 51; PIPL 13-3)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#RecordManagement', '{customer,client-manager,supervisor,compliance-officer,service}', '{IDENTITY,CONTACT,POLICY,FINANCIAL}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', true, 36, 'RT-02', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-10', 1, 1, 'APPROVED', '2021-11-01', '投诉与争议处理', 'Complaints and disputes', '处理您的投诉和争议', 'handling your complaints and disputes',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'STATUTORY', '个人信息保护法第13条第1款第2项、第3项、第50条 (PIPL 13-2, 13-3, 50)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#DisputeManagement', '{customer,client-manager,supervisor,compliance-officer}', '{IDENTITY,CONTACT,POLICY}',
     '{name,gender,mobile,email,address,policies}', true, 36, 'RT-10', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-11', 1, 1, 'APPROVED', '2021-11-01', '营销信息', 'Marketing messages', '向您发送保险产品推荐和营销信息', 'sending you product offers and marketing messages',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONSENT', '个人信息保护法第13条第1款第1项、第24条；消费者权益保护法第29条 (PIPL 13-1, 24; Consumer Law 29)',
     'CONSENT', 'YES', 'ANY_TIME',
     '撤回后立即停止，不影响撤回前的处理，也不影响其他服务', 'it stops at once; what was done before stays valid and other services go on',
     true, false, 'https://w3id.org/dpv#DirectMarketing', '{customer,client-manager,supervisor}', '{IDENTITY,CONTACT}',
     '{name,mobile,email}', false, 24, 'RT-16', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-12', 1, 1, 'APPROVED', '2021-11-01', '与合作中介共享', 'Share with a partner intermediary', '与合作保险中介共享资料，以便其与我们共同为您服务', 'sharing your data with a partner intermediary that serves you together with us',
     '通过加密接口按次提供，默认脱敏，每次提供均留痕', 'provided case by case through an encrypted interface, masked by default, every provision logged',
     'CONSENT', '个人信息保护法第13条第1款第1项、第23条 (PIPL 13-1, 23)',
     'CONSENT', 'YES', 'ANY_TIME',
     '撤回后该合作方的下一次查询即被拒绝，我们通知其停止处理；不影响其他服务', 'the partner''s next query is refused and we order it to stop; other services go on',
     true, true, 'https://w3id.org/dpv#MemberPartnerManagement', '{customer,partner}', '{IDENTITY,CONTACT,POLICY}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', false, 24, 'RT-08', '{PROVIDE}', false, false, 'PIPIA-2026-12', '2021-11-01', 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-13', 1, 1, 'APPROVED', '2021-11-01', '满意度调查与反馈', 'Survey and feedback', '邀请您参加满意度调查并收集反馈', 'asking you for your opinion and feedback',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONSENT', '个人信息保护法第13条第1款第1项 (PIPL 13-1)',
     'CONSENT', 'NO', 'ANY_TIME',
     '撤回后立即停止，不影响撤回前的处理，也不影响其他服务', 'it stops at once; what was done before stays valid and other services go on',
     true, false, 'https://w3id.org/dpv#CustomerRelationshipManagement', '{customer,client-manager,supervisor}', '{IDENTITY,CONTACT}',
     '{name,mobile,email}', false, 24, 'RT-16', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-14', 1, 1, 'APPROVED', '2021-11-01', '统计与服务改进', 'Statistics and service improvement', '统计分析以改进服务', 'statistics that improve our services',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONSENT', '个人信息保护法第13条第1款第1项 (PIPL 13-1)',
     'CONSENT', 'NO', 'ANY_TIME',
     '撤回后立即停止，不影响撤回前的处理，也不影响其他服务', 'it stops at once; what was done before stays valid and other services go on',
     true, false, 'https://w3id.org/dpv#ServiceUsageAnalytics', '{customer,supervisor,compliance-officer}', '{IDENTITY,POLICY}',
     '{gender,birthDate,policies}', false, 24, 'RT-15', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-15', 1, 1, 'DRAFT', '2021-11-01', '个性化推荐与自动化决策', 'Personalised recommendation', '根据您的资料以自动化方式为您推荐保险产品', 'recommending products to you by automated means from your data',
     '以自动化方式分析，不作出有重大影响的自动决定', 'analysed by automated means, without automated decisions of major effect',
     'CONSENT', '个人信息保护法第13条第1款第1项、第24条、第55条 (PIPL 13-1, 24, 55)',
     'CONSENT', 'IF_SENSITIVE', 'ANY_TIME',
     '撤回后改为不针对个人特征的展示，您可要求人工说明', 'you see what everybody sees, and can ask a person to explain',
     true, false, 'https://w3id.org/dpv#ProvideProductRecommendations', '{customer,client-manager}', '{IDENTITY,CONTACT,POLICY}',
     '{name,gender,birthDate,mobile,policies}', false, 12, 'RT-16', '{AUTOMATED}', true, false, null, null, 'product', null, null),
    ('*', 'P-16', 1, 1, 'DRAFT', '2021-11-01', '人脸或声音核验', 'Face or voice check', '以人脸或声音核验您的身份', 'checking your identity by face or voice',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONSENT', '个人信息保护法第13条第1款第1项、第26条、第29条、第55条 (PIPL 13-1, 26, 29, 55)',
     'CONSENT', 'YES', 'ANY_TIME',
     '撤回后改用其他核验方式', 'another way of checking is used',
     true, false, 'https://w3id.org/dpv#IdentityAuthentication', '{customer,client-manager}', '{IDENTITY}',
     '{name,idType,idNumber}', false, 12, 'RT-17', '{SENSITIVE}', false, false, null, null, 'product', null, null),
    ('*', 'P-17', 1, 1, 'APPROVED', '2021-11-01', '销售过程录音录像', 'Recording of the sale', '按规定对销售过程录音录像', 'recording the sale as the rules demand',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'STATUTORY', '保险销售行为可回溯管理规定；个人信息保护法第13条第1款第3项 (sales traceability rules; PIPL 13-3)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#LegalCompliance', '{customer,client-manager,supervisor,compliance-officer}', '{IDENTITY,POLICY}',
     '{name,policies}', true, 36, 'RT-02', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-18', 1, 1, 'APPROVED', '2021-11-01', '未满十四周岁儿童信息', 'Data of a child under 14', '为未满十四周岁儿童办理保险而处理其信息', 'processing a child''s data to insure the child',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONSENT', '个人信息保护法第28条、第31条 (PIPL 28, 31)',
     'CONSENT', 'YES', 'ANY_TIME',
     '监护人撤回后停止处理儿童信息，可能无法继续投保', 'processing of the child''s data stops; cover may not be possible',
     true, false, null, '{customer,client-manager,supervisor}', '{IDENTITY,POLICY,HEALTH,FAMILY}',
     '{name,idType,idNumber,gender,birthDate,policies}', false, 12, 'RT-02', '{SENSITIVE}', false, false, 'PIPIA-2026-18', '2021-11-01', 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-19', 1, 1, 'DRAFT', '2021-11-01', '向境外提供', 'Provision abroad', '向境外再保险人或救援机构提供信息', 'giving data to an overseas reinsurer or assistance company',
     '通过加密接口按次提供，默认脱敏，每次提供均留痕', 'provided case by case through an encrypted interface, masked by default, every provision logged',
     'CONSENT', '个人信息保护法第38条、第39条 (PIPL 38, 39)',
     'CONSENT', 'YES', 'ANY_TIME',
     '撤回后立即停止，不影响撤回前的处理，也不影响其他服务', 'it stops at once; what was done before stays valid and other services go on',
     true, true, null, '{customer,partner,client-manager}', '{IDENTITY,CONTACT,POLICY,HEALTH}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', false, 12, 'RT-08', '{CROSS_BORDER,PROVIDE}', false, true, null, null, 'product', null, null),
    ('*', 'P-20', 1, 1, 'APPROVED', '2021-11-01', '业务转让', 'Business transfer', '因公司合并、分立、转让等将业务移交接收方', 'handing the business to a receiver after merger, division or transfer',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'STATUTORY', '个人信息保护法第22条 (PIPL 22)',
     'NONE', 'NO', 'ANY_TIME',
     '您可以在转让前提出异议', 'you can object before the transfer',
     true, false, null, '{customer,compliance-officer,service}', '{IDENTITY,CONTACT,POLICY,FINANCIAL,HEALTH,FAMILY}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', true, 24, 'RT-20', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-21', 1, 1, 'APPROVED', '2021-11-01', '安全、反欺诈与访问日志', 'Security, fraud, access log', '保障安全、防范欺诈并记录访问', 'keeping data secure, preventing fraud and logging access',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'STATUTORY', '网络安全法第23条；个人信息保护法第51条、第13条第1款第3项 (Cybersecurity Law 23; PIPL 51, 13-3)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#FraudPreventionAndDetection', '{customer,compliance-officer,auditor}', '{IDENTITY,CONTACT,POLICY}',
     '{name,mobile,policies}', true, 36, 'RT-13', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-22', 1, 1, 'APPROVED', '2021-11-01', '监管检查与司法协助', 'Supervision, inspection, court', '配合监管检查和司法机关', 'answering supervisors, inspections and courts',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'STATUTORY', '保险法第154条；个人信息保护法第13条第1款第3项 (Insurance Law 154; PIPL 13-3)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#LegalCompliance', '{customer,compliance-officer,auditor,regulator}', '{IDENTITY,CONTACT,POLICY,FINANCIAL}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', true, 36, 'RT-13', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-23', 1, 1, 'APPROVED', '2021-11-01', '委托处理', 'Entrusted processing', '委托短信、云服务、电子签名等服务商处理', 'having messages, cloud and signature providers process on our behalf',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONTRACT', '个人信息保护法第21条 (PIPL 21)',
     'CONTRACT', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, null, '{customer,service}', '{IDENTITY,CONTACT}',
     '{name,mobile,email}', false, 36, 'RT-08', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-24', 1, 1, 'APPROVED', '2021-11-01', '信息清查与回访', 'Data inventory and call-back', '清查、补充、更正客户信息并进行回访', 'checking, completing and correcting customer data, and calling back',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'STATUTORY', '人身保险客户信息真实性管理暂行办法；个人信息保护法第8条、第13条第1款第2项、第3项 (customer data authenticity measures; PIPL 8, 13-2, 13-3)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#Verification', '{customer,client-manager,supervisor,compliance-officer,service}', '{IDENTITY,CONTACT,POLICY}',
     '{name,idType,idNumber,gender,birthDate,mobile,email,address,policies}', false, 36, 'RT-02', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00'),
    ('*', 'P-25', 1, 1, 'APPROVED', '2021-11-01', '员工合规监督', 'Staff compliance monitoring', '监督员工合规使用客户信息', 'monitoring that staff use customer data properly',
     '以电子方式收集、存储、使用，默认脱敏展示', 'collected, stored and used electronically, shown masked by default',
     'CONTRACT', '个人信息保护法第13条第1款第2项、第51条 (PIPL 13-2, 51)',
     'NONE', 'NO', 'NEVER',
     '该目的依据合同或法定义务进行，不以同意为基础，因此不能撤回同意；您仍可行使查阅、更正、删除等权利', 'it rests on the contract or on a legal duty, not on consent, so there is no consent to withdraw; your other rights remain',
     false, false, 'https://w3id.org/dpv#PersonnelBehaviourMonitoring', '{compliance-officer,auditor}', '{IDENTITY,POLICY}',
     '{name,policies}', false, 36, 'RT-13', '{}', false, false, null, null, 'product', 'catalogue-review', '2026-01-01T00:00:00+08:00');

alter table purpose enable row level security;
alter table purpose force row level security;
create policy purpose_of_controller on purpose
    using (controller_id = current_setting('shouxin.controller', true) or controller_id = '*')
    with check (controller_id = current_setting('shouxin.controller', true));
revoke delete on purpose from consent;

-- Who may be let near customers' data at all (R-AC-06): training, test, agreement (保密协议) and pledge (岗位合规承诺书)
-- end in a certificate with a last day; the permission decision asks for the certificate alone. What is required, the courses,
-- the question bank and both texts are law data, the same for every controller, so they have no row-level security.
create table clearance_rule (
    effective_from     date    not null,
    induction_minutes  integer not null,
    renewal_minutes    integer not null,
    most_minutes_a_day integer not null,
    questions          integer not null,
    pass_percent       integer not null,
    valid_months       integer not null,
    basis              text    not null,
    constraint clearance_rule_pk primary key (effective_from),
    constraint clearance_rule_sensible check (induction_minutes > 0 and renewal_minutes > 0 and most_minutes_a_day > 0
        and questions > 0 and pass_percent between 1 and 100 and valid_months > 0)
);
comment on table clearance_rule is 'What a certificate takes, effective-dated (R-AC-06, promise 7)';
comment on column clearance_rule.effective_from is 'first day in Asia/Shanghai on which it holds';
comment on column clearance_rule.induction_minutes is 'minutes of training before the first certificate';
comment on column clearance_rule.renewal_minutes is 'minutes of training since the last certificate before the next';
comment on column clearance_rule.most_minutes_a_day is 'most minutes that count for one person and day';
comment on column clearance_rule.questions is 'questions of a test';
comment on column clearance_rule.pass_percent is 'right answers that pass';
comment on column clearance_rule.valid_months is 'months that a certificate holds, its last day included';
comment on column clearance_rule.basis is 'rule or product default';
revoke insert, update, delete, truncate on clearance_rule from consent;
insert into clearance_rule values
    ('2021-11-01', 2400, 480, 480, 8, 80, 12, 'S3-13.1: 40 hours, renewed yearly; other figures product default');

create table course (
    code            text    not null,
    effective_from  date    not null,
    title_zh        text    not null,
    title_en        text    not null,
    text_zh         text    not null,
    text_en         text    not null,
    minutes         integer not null,
    reading_minutes integer not null,
    case_study      boolean not null,
    constraint course_pk primary key (code, effective_from),
    constraint course_reading_within check (reading_minutes > 0 and reading_minutes <= minutes)
);
comment on table course is 'Course catalogue, effective-dated (R-AC-06)';
comment on column course.code is 'C-01 and so on';
comment on column course.effective_from is 'first day in Asia/Shanghai on which it is taught so';
comment on column course.title_zh is 'title, zh-CN';
comment on column course.title_en is 'title, en';
comment on column course.text_zh is 'what is taught, zh-CN';
comment on column course.text_en is 'what is taught, en';
comment on column course.minutes is 'most minutes that one session counts';
comment on column course.reading_minutes is 'least minutes between opening and ending when studied alone';
comment on column course.case_study is 'whether it is a case study';
revoke insert, update, delete, truncate on course from consent;
insert into course values
    ('C-01', '2021-11-01', '个人信息保护法律', 'Law of personal information',
        '《个人信息保护法》的原则、七种合法性基础、告知与同意、敏感个人信息与未成年人;保险中介的法定义务与罚则。',
        'Principles of the PIPL, its seven bases, telling and consent, sensitive data and minors; duties of intermediaries and penalties.', 240, 180, false),
    ('C-02', '2021-11-01', '客户信息的收集与核验', 'Collecting and verifying data',
        '最小必要;收集前告知;不得诱导客户提供虚假信息;身份核验与更正流程。',
        'Only what is necessary; telling before collecting; never inducing false information; verifying identity and correcting.', 240, 180, false),
    ('C-03', '2021-11-01', '查询与使用的边界', 'Bounds of looking up and using',
        '一人一客一目的;查询留痕;超范围查询的后果;明文申请与审批。',
        'One person, one customer, one purpose; every look leaves a trace; what follows from looking further; unmasking by approval.', 240, 180, false),
    ('C-04', '2021-11-01', '案例:内部人员倒卖保单信息', 'Case: insiders selling policies',
        '回顾多家机构员工倒卖二十余万条客户信息、九十二人被抓获的案件:如何发生,如何被发现,如何防止。',
        'How staff of several insurers sold more than 200,000 records and 92 were arrested: how it happened, was found, is prevented.', 240, 180, true),
    ('C-05', '2021-11-01', '保密协议与离职义务', 'Confidentiality, also after leaving',
        '在职与离职后的保密义务;禁止复制、拍照、转发;违反的认定与处理。',
        'Duties in service and after it; no copies, pictures or forwarding; how a breach is established and what follows.', 240, 180, false),
    ('C-06', '2021-11-01', '合作机构与对外提供', 'Partners and disclosure',
        '委托、共同处理与提供的区别;单独同意;合作机构资质;停止提供指令。',
        'Entrusting, joint processing and disclosing; separate consent; qualification of partners; orders to stop.', 240, 180, false),
    ('C-07', '2021-11-01', '案例:电话推销名单外泄', 'Case: a leaked calling list',
        '从客户投诉到溯源:诱饵记录如何指出出口,责任如何落到个人。',
        'From a complaint to the leak''s source: how a canary named the way out, and who answered for it.', 240, 180, true),
    ('C-08', '2021-11-01', '信息安全事件应对', 'Responding to incidents',
        '两小时首报、二十四小时书面报告;通知个人;保全证据;不得隐瞒。',
        'First report in two hours, written report in 24; telling people; keeping evidence; hiding nothing.', 240, 180, false),
    ('C-09', '2021-11-01', '客户权利与投诉', 'Customers'' rights and complaints',
        '查阅、复制、更正、删除、撤回同意;七十二小时首次回应;注销账户。',
        'Access, copy, correction, erasure, withdrawal; first answer within 72 hours; closing an account.', 240, 180, false),
    ('C-10', '2021-11-01', '岗位合规与责任追究', 'Duties of a post and liability',
        '岗位职责清单;管理责任;禁止聘用名单;终身从业禁止的情形。',
        'Duties by position; liability of managers; the ban register; when a ban is for life.', 240, 180, false);

create table test_question (
    number       integer not null,
    text_zh      text    not null,
    text_en      text    not null,
    options_zh   text[]  not null,
    options_en   text[]  not null,
    right_option integer not null,
    retired_on   date,
    constraint test_question_pk primary key (number),
    constraint test_question_answerable check (cardinality(options_zh) = cardinality(options_en)
        and right_option between 1 and cardinality(options_zh))
);
comment on table test_question is 'Question bank; a test draws from it anew (R-AC-06)';
comment on column test_question.number is 'number in the bank';
comment on column test_question.text_zh is 'question, zh-CN';
comment on column test_question.text_en is 'question, en';
comment on column test_question.options_zh is 'possible answers, zh-CN';
comment on column test_question.options_en is 'possible answers, en';
comment on column test_question.right_option is 'which of them is right, from 1';
comment on column test_question.retired_on is 'no longer drawn from this day on';
revoke insert, update, delete, truncate on test_question from consent;
insert into test_question values
    (1, '收集客户信息之前首先要做什么?', 'What comes first before collecting a customer''s data?',
        array['告知处理目的、方式和种类', '先录入系统再补告知', '征得主管同意即可'],
        array['Telling purpose, way and kinds', 'Entering it and telling later', 'A supervisor''s agreement alone'], 1),
    (2, '客户撤回同意后,下一次查询应当怎样?', 'After a withdrawal, what becomes of the next query?',
        array['当日内仍可查询', '被拒绝', '经客户经理同意可查询'],
        array['It works until midnight', 'It is refused', 'It works if the manager agrees'], 2),
    (3, '查询非本人名下客户需要什么?', 'What does reading somebody else''s customer need?',
        array['口头说明', '客户手机号', '有理由、有期限的审批'],
        array['A spoken word', 'Her mobile number', 'An approval with reason and term'], 3),
    (4, '向合作机构提供个人信息,原则上需要?', 'Giving data to a partner needs, as a rule,',
        array['单独同意', '概括同意', '无需同意'],
        array['a separate consent', 'a general consent', 'no consent'], 1),
    (5, '不满十四周岁的客户由谁决定同意?', 'Who decides for a customer under 14?',
        array['本人', '监护人', '投保人的同事'],
        array['She herself', 'Her guardian', 'The applicant''s colleague'], 2),
    (6, '发现疑似泄露,第一步是?', 'A suspected leak: what is the first step?',
        array['自行调查后再报告', '删除有关记录', '立即报告'],
        array['Investigate alone, then report', 'Delete the records', 'Report at once'], 3),
    (7, '向监管部门首次报告的时限是?', 'Within what time is the supervisor first told?',
        array['两小时', '两个工作日', '五日'],
        array['Two hours', 'Two working days', 'Five days'], 1),
    (8, '下列哪项属于敏感个人信息?', 'Which of these is sensitive?',
        array['公司名称', '健康状况', '保单状态'],
        array['A company''s name', 'State of health', 'State of a policy'], 2),
    (9, '离职后保密义务是否继续?', 'Does confidentiality go on after leaving?',
        array['离职即终止', '一个月后终止', '继续'],
        array['It ends on leaving', 'It ends after a month', 'It goes on'], 3),
    (10, '能否用手机拍摄客户资料以便展业?', 'May customers'' data be photographed to work faster?',
        array['不能', '经同事同意可以', '仅限本人客户可以'],
        array['No', 'Yes, if a colleague agrees', 'Yes, own customers'], 1),
    (11, '客户经理一天内可打开的不同客户数量?', 'How many different customers may a manager open a day?',
        array['不限', '有上限,超过被拒并告警', '仅受工作时间限制'],
        array['Any number', 'A limit; beyond it refused and alarmed', 'Working hours are the only limit'], 2),
    (12, '最小必要原则指?', 'Only what is necessary means',
        array['多收集以备后用', '由客户经理自行判断', '仅限实现目的的最小范围'],
        array['collecting more for later', 'what the manager thinks right', 'the least that serves the purpose'], 3),
    (13, '客户投诉首次回应的时限是?', 'A complaint is first answered within',
        array['七十二小时', '十五日', '一个月'],
        array['72 hours', '15 days', 'a month'], 1),
    (14, '诱导客户提供虚假信息属于?', 'Inducing a customer to give false data is',
        array['销售技巧', '禁止行为,可列入禁止聘用名单', '一般瑕疵'],
        array['a technique of selling', 'forbidden, with the ban register in view', 'a small defect'], 2),
    (15, '审批自己的申请是否可以?', 'May one approve one''s own request?',
        array['紧急时可以', '主管可以', '任何人都不可以'],
        array['In an emergency', 'A supervisor may', 'Nobody may'], 3),
    (16, '明文查看客户手机号需要?', 'Seeing a full mobile number needs',
        array['有理由的申请与授权', '客户姓名', '无需申请'],
        array['a reasoned request and a grant', 'the customer''s name', 'nothing'], 1),
    (17, '导出客户名单应当?', 'An export of customers must be',
        array['发送到个人邮箱', '经审批、加密、带水印', '打印后保存'],
        array['sent to one''s own mailbox', 'approved, encrypted and watermarked', 'printed and kept'], 2),
    (18, '客户要求更正错误信息,应当?', 'A customer asks to correct a fault:',
        array['等待年度清查', '告知其无法更正', '核验后更正并通知接收方'],
        array['wait for the yearly inventory', 'say that it cannot be done', 'verify, correct and tell recipients'], 3),
    (19, '公司股权转让后买方能否直接取得客户信息?', 'After a sale of shares, may the buyer take the data?',
        array['不能,买方是另一处理者', '可以', '支付对价后可以'],
        array['No, it is another processor', 'Yes', 'Yes, once it has paid'], 1),
    (20, '保存期限届满的个人信息应当?', 'Data whose term has run out are',
        array['永久保存备查', '删除或匿名化', '转移到个人电脑'],
        array['kept for ever', 'destroyed or made anonymous', 'moved to one''s own computer'], 2);

create table undertaking (
    kind           text    not null,
    version        integer not null,
    effective_from date    not null,
    title_zh       text    not null,
    title_en       text    not null,
    text_zh        text    not null,
    text_en        text    not null,
    constraint undertaking_pk primary key (kind, version),
    constraint undertaking_kind_known check (kind in ('AGREEMENT', 'PLEDGE'))
);
comment on table undertaking is 'Texts that staff sign; a version never changes (R-AC-06)';
comment on column undertaking.kind is 'AGREEMENT (保密协议) or PLEDGE (岗位合规承诺书)';
comment on column undertaking.version is 'from 1';
comment on column undertaking.effective_from is 'first day in Asia/Shanghai on which it is the one to sign';
comment on column undertaking.title_zh is 'title, zh-CN';
comment on column undertaking.title_en is 'title, en';
comment on column undertaking.text_zh is 'text, zh-CN';
comment on column undertaking.text_en is 'text, en';
revoke insert, update, delete, truncate on undertaking from consent;
insert into undertaking values
    ('AGREEMENT', 1, '2021-11-01', '保密协议', 'Confidentiality agreement',
        '本人承诺:对在岗期间接触的客户个人信息严格保密,仅为经批准的目的、在授权范围内查询和使用;不复制、不拍摄、不转发、不出售;发现泄露立即报告;离职后继续承担保密义务;违反的,公司可立即停止本人全部权限并依法追究责任。',
        'I keep the personal information that I meet at work confidential. I look it up and use it for approved purposes and within my rights only; I do not copy, photograph, pass on or sell it; I report a leak at once. These duties go on after I leave. On a breach all my rights may be stopped at once and I am liable by law.'),
    ('PLEDGE', 1, '2021-11-01', '岗位合规承诺书', 'Pledge of compliance in the post',
        '本人承诺:熟知并遵守本岗位合规职责;不诱导客户提供虚假信息,不伪造、篡改客户信息,不越权查询,不泄露、倒卖客户信息;接受查询留痕、行为监测与抽查;如实配合调查;对本岗位处理的客户信息负个人责任。',
        'I know the compliance duties of my post and keep them. I induce nobody to give false information, forge and alter none, look at none beyond my rights, leak and sell none. I accept that every look is logged, watched and sampled, help inquiries truthfully, and answer in person for the data of my post.');

create table training_session (
    controller_id text        not null,
    id uuid not null,
    person_id text not null,
    course text not null,
    form text not null,
    held_on date not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    minutes integer not null default 0,
    evidence_sha256 text,
    recorded_by text not null,
    constraint training_session_pk primary key (controller_id, id),
    constraint training_session_form_known check (form in ('ALONE', 'CLASSROOM')),
    constraint training_session_attendance_proved check (form = 'ALONE' or (evidence_sha256 ~ '^[0-9a-f]{64}$' and recorded_by <> person_id)),
    constraint training_session_minutes_sane check (minutes between 0 and 1440)
);
comment on table training_session is 'Hours: studied alone (opened, then ended) or attended in a classroom (R-AC-06)';
comment on column training_session.controller_id is 'data controller';
comment on column training_session.id is 'UUIDv7';
comment on column training_session.person_id is 'employee number';
comment on column training_session.course is 'code of the course';
comment on column training_session.form is 'ALONE or CLASSROOM';
comment on column training_session.held_on is 'day in Asia/Shanghai that the minutes belong to';
comment on column training_session.started_at is 'when opened, or when attendance was recorded';
comment on column training_session.ended_at is 'when ended; null while open';
comment on column training_session.minutes is 'minutes that count; 0 while open';
comment on column training_session.evidence_sha256 is 'digest of the signed attendance list; null when studied alone';
comment on column training_session.recorded_by is 'who recorded it';
create unique index training_session_one_open on training_session (controller_id, person_id) where ended_at is null;
create index training_session_of_person on training_session (controller_id, person_id, started_at);
alter table training_session enable row level security;
alter table training_session force row level security;
create policy training_session_of_controller on training_session
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on training_session from consent;

create table test_attempt (
    controller_id text        not null,
    id uuid not null,
    person_id text not null,
    questions integer[] not null,
    set_key text not null,
    drawn_at timestamptz not null,
    answered_at timestamptz,
    right_answers integer,
    passed boolean,
    constraint test_attempt_pk primary key (controller_id, id),
    constraint test_attempt_set_once unique (controller_id, person_id, set_key)
);
comment on table test_attempt is 'Tests drawn and what came of them; no person meets the same set twice (R-AC-06)';
comment on column test_attempt.controller_id is 'data controller';
comment on column test_attempt.id is 'UUIDv7';
comment on column test_attempt.person_id is 'employee number';
comment on column test_attempt.questions is 'numbers of the bank, in the order shown';
comment on column test_attempt.set_key is 'the same numbers in order of size';
comment on column test_attempt.drawn_at is 'when drawn';
comment on column test_attempt.answered_at is 'when answered; null while open';
comment on column test_attempt.right_answers is 'how many were right';
comment on column test_attempt.passed is 'whether that was enough';
alter table test_attempt enable row level security;
alter table test_attempt force row level security;
create policy test_attempt_of_controller on test_attempt
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on test_attempt from consent;

create table undertaking_signature (
    controller_id text        not null,
    id uuid not null,
    person_id text not null,
    kind text not null,
    version integer not null,
    language text not null,
    text_sha256 text not null,
    signed_at timestamptz not null,
    constraint undertaking_signature_pk primary key (controller_id, id),
    constraint undertaking_signature_of_text foreign key (kind, version) references undertaking (kind, version)
);
comment on table undertaking_signature is 'Who signed which text, by digest; append-only (R-AC-06)';
comment on column undertaking_signature.controller_id is 'data controller';
comment on column undertaking_signature.id is 'UUIDv7';
comment on column undertaking_signature.person_id is 'employee number';
comment on column undertaking_signature.kind is 'AGREEMENT or PLEDGE';
comment on column undertaking_signature.version is 'of the text';
comment on column undertaking_signature.language is 'zh-CN or en: the text that was read';
comment on column undertaking_signature.text_sha256 is 'digest of exactly that text';
comment on column undertaking_signature.signed_at is 'when';
create index undertaking_signature_of_person on undertaking_signature (controller_id, person_id, kind);
alter table undertaking_signature enable row level security;
alter table undertaking_signature force row level security;
create policy undertaking_signature_of_controller on undertaking_signature
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on undertaking_signature from consent;
create trigger undertaking_signature_append_only before update or delete or truncate on undertaking_signature
    for each statement execute function refuse_change();

create table certificate (
    controller_id text        not null,
    id uuid not null,
    person_id text not null,
    issued_at timestamptz not null,
    last_day date not null,
    source text not null,
    import_id uuid,
    minutes integer not null,
    constraint certificate_pk primary key (controller_id, id),
    constraint certificate_source_known check ((source = 'EARNED' and import_id is null) or (source = 'IMPORTED' and import_id is not null))
);
comment on table certificate is 'Until when somebody is cleared; append-only, the last one counts (R-AC-06)';
comment on column certificate.controller_id is 'data controller';
comment on column certificate.id is 'UUIDv7';
comment on column certificate.person_id is 'employee number';
comment on column certificate.issued_at is 'when; what came before counts for it and not for the next';
comment on column certificate.last_day is 'last day in Asia/Shanghai; access is off from 00:00 of the next';
comment on column certificate.source is 'EARNED here, or IMPORTED from before';
comment on column certificate.import_id is 'the import that brought it';
comment on column certificate.minutes is 'minutes of training that counted; 0 when imported';
create index certificate_of_person on certificate (controller_id, person_id, last_day desc);
alter table certificate enable row level security;
alter table certificate force row level security;
create policy certificate_of_controller on certificate
    using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on certificate from consent;
create trigger certificate_append_only before update or delete or truncate on certificate
    for each statement execute function refuse_change();

create table certificate_import (
    controller_id text        not null,
    id uuid not null,
    people text[] not null,
    last_day date not null,
    evidence text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    constraint certificate_import_pk primary key (controller_id, id),
    constraint certificate_import_four_eyes check (approved_by is null or (approved_by <> proposed_by and approved_by <> all (people)))
);
comment on table certificate_import is 'Certificates from before this product, proposed by one and approved by another (R-AC-06)';
comment on column certificate_import.controller_id is 'data controller';
comment on column certificate_import.id is 'UUIDv7';
comment on column certificate_import.people is 'employee numbers';
comment on column certificate_import.last_day is 'until when they hold';
comment on column certificate_import.evidence is 'reference of the papers';
comment on column certificate_import.proposed_by is 'who proposed';
comment on column certificate_import.proposed_at is 'when';
comment on column certificate_import.approved_by is 'who approved';
comment on column certificate_import.approved_at is 'when';
alter table certificate_import enable row level security;
alter table certificate_import force row level security;
create policy certificate_import_of_controller on certificate_import
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on certificate_import from consent;

create table agreement_breach (
    controller_id text        not null,
    id uuid not null,
    person_id text not null,
    evidence text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    lift_evidence text,
    constraint agreement_breach_pk primary key (controller_id, id),
    constraint agreement_breach_lifted_by_another check (lifted_by is null or (lifted_by <> recorded_by and lifted_by <> person_id and lift_evidence is not null))
);
comment on table agreement_breach is 'Breaches of the confidentiality agreement: they suspend until lifted (R-AC-06)';
comment on column agreement_breach.controller_id is 'data controller';
comment on column agreement_breach.id is 'UUIDv7';
comment on column agreement_breach.person_id is 'employee number';
comment on column agreement_breach.evidence is 'reference of the case';
comment on column agreement_breach.recorded_by is 'who recorded it';
comment on column agreement_breach.recorded_at is 'when';
comment on column agreement_breach.lifted_by is 'who lifted it';
comment on column agreement_breach.lifted_at is 'when';
comment on column agreement_breach.lift_evidence is 'why it was lifted';
create index agreement_breach_in_force on agreement_breach (controller_id, person_id) where lifted_at is null;
alter table agreement_breach enable row level security;
alter table agreement_breach force row level security;
create policy agreement_breach_of_controller on agreement_breach
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on agreement_breach from consent;

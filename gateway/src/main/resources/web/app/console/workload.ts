import { listCaseNotices, listComplaintCases, listRequestCases } from './case-operations';
import * as queue from './operations';
import { mayAny, type StaffRole } from './roles';
import { clockName, type ConsoleKey } from './text';
import { endOfDay } from './time';

/** A clock that runs and what it belongs to. */
export interface Due {
  page: ConsoleKey;
  label: string;
  dueAt: string;
}

/** What one queue holds for the reader. */
export interface Load {
  page: ConsoleKey;
  path: string;
  open: number;
  clocks: Due[];
}

interface Source {
  page: ConsoleKey;
  path: string;
  roles: readonly StaffRole[];
  load: (roles: readonly string[]) => Promise<{ open: number; clocks: Due[] }>;
}

const waiting = <T>(page: ConsoleKey, items: T[], clock: (item: T) => Due | null) => ({
  open: items.length,
  clocks: items.map(clock).filter((due): due is Due => due !== null && page === due.page),
});

const SEES: readonly StaffRole[] = ['supervisor', 'compliance-officer', 'auditor'];
const DECIDES: readonly StaffRole[] = ['supervisor', 'compliance-officer'];

/** Every queue with the roles that see it: one place for the dashboard's figures. */
const sources: readonly Source[] = [
  {
    page: 'approvals',
    path: '#/approvals',
    roles: [...DECIDES, 'operator'],
    load: async roles => {
      const decides = mayAny(roles, DECIDES);
      const [access, unmasks, exports, corrections, backups] = await Promise.all([
        decides ? queue.listAccessQueue() : [],
        decides ? queue.listUnmaskQueue() : [],
        decides ? queue.listExportQueue() : [],
        decides ? queue.listCorrectionQueue() : [],
        mayAny(roles, ['operator', 'compliance-officer']) ? queue.listBackupQueue() : [],
      ]);
      const timed = waiting('approvals', [...access, ...unmasks, ...exports], one => ({ page: 'approvals', label: '', dueAt: one.decideBy }));
      return { ...timed, open: timed.open + corrections.length + backups.length };
    },
  },
  {
    page: 'cases',
    path: '#/cases',
    roles: DECIDES,
    load: async () => {
      const [complaints, requests, notices] = await Promise.all([listComplaintCases(), listRequestCases(), listCaseNotices()]);
      const open = [
        ...complaints.filter(one => one.state === 'RECEIVED').map(one => ({ label: one.number, dueAt: one.firstResponseDueAt })),
        ...requests.filter(one => one.state !== 'ANSWERED' && one.state !== 'REFUSED').map(one => ({ label: '', dueAt: one.dueAt })),
      ];
      const timed = waiting('cases', open, one => ({ page: 'cases', ...one }));
      return { ...timed, open: timed.open + notices.length };
    },
  },
  {
    page: 'campaigns',
    path: '#/campaigns',
    roles: ['client-manager', ...SEES],
    load: async () => waiting('campaigns', await queue.listCampaigns(), one => ({ page: 'campaigns', label: one.letterReference, dueAt: endOfDay(one.dueOn) })),
  },
  {
    page: 'alerts',
    path: '#/alerts',
    roles: SEES,
    load: async () => waiting('alerts', (await queue.listAlerts()).filter(one => one.state === 'OPEN'), () => null),
  },
  {
    page: 'incidents',
    path: '#/incidents',
    roles: SEES,
    load: async () => {
      const open = (await queue.listIncidents()).filter(one => one.state !== 'CLOSED');
      const clocks = open.flatMap(one => one.clocks.filter(clock => !clock.metAt).map(clock => ({ page: 'incidents' as const, label: clockName(clock.code), dueAt: clock.dueAt })));
      return { open: open.length, clocks };
    },
  },
  {
    page: 'destruction',
    path: '#/destruction',
    roles: [...SEES, 'operator'],
    load: async () => {
      const open = (await queue.listPlans()).filter(one => one.state !== 'CERTIFIED' && one.state !== 'VOID');
      return waiting('destruction', open, one => (one.clock && !one.clock.metAt ? { page: 'destruction', label: '', dueAt: one.clock.dueAt } : null));
    },
  },
  {
    page: 'people',
    path: '#/people',
    roles: SEES,
    load: async () => {
      const [changes, reviews] = await Promise.all([queue.listStaffChanges(), queue.listReviews()]);
      const open = reviews.filter(one => !one.closedAt);
      return {
        open: changes.filter(one => !one.approvedAt).length + open.length,
        clocks: open.map(one => ({ page: 'people' as const, label: '', dueAt: one.dueAt })),
      };
    },
  },
];

/** The load of each queue of these roles; null where its service did not answer. */
export async function workload(roles: readonly string[]): Promise<(Load | { page: ConsoleKey; path: string; open: null })[]> {
  const mine = sources.filter(source => mayAny(roles, source.roles));
  const answers = await Promise.allSettled(mine.map(source => source.load(roles)));
  return mine.map(({ page, path }, index) => {
    const answer = answers[index];
    return answer?.status === 'fulfilled' ? { page, path, ...answer.value } : { page, path, open: null };
  });
}

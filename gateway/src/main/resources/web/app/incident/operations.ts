import type { Act } from '../api/act';
import { ask, change } from '../api/graphql';
import { language } from '../i18n/language';

/** A notice of an incident that touches the reader's data (PIPL 57). */
export interface IncidentNotice {
  incidentId: string;
  version: number;
  body: string;
  issuedAt: string;
}

export async function listIncidentNotices(): Promise<IncidentNotice[]> {
  const { data } = await ask<{ ownIncidentNotices: IncidentNotice[] }>(
    'query IncidentNotices($language: String!) { ownIncidentNotices(language: $language) { incidentId version body issuedAt } }',
    { language: language() },
  );
  return data.ownIncidentNotices;
}

/** Returns the number of the case. */
export async function fileLeakReport(customerId: string, detail: string, knownFields: string[], contactedAt: string, act: Act): Promise<string> {
  const { data } = await change<{ fileLeakReport: { id: string } }>(
    'mutation FileLeakReport($input: FileLeakReportInput!) { fileLeakReport(input: $input) { id } }',
    { input: { customerId, detail, knownFields, contactedAt } },
    act,
  );
  return data.fileLeakReport.id;
}

import { ask } from '../api/graphql';
import type { PrivacyNotice } from '../api/types';
import { language } from '../i18n/language';

/** An item of DR-11 that reads differently between two versions. */
export interface NoticeChange {
  item: string;
  heading: string;
  before: string;
  after: string;
}

/** A notice not read in its current version; `seenVersion` null says that none was read. */
export interface NoticeToRead {
  notice: PrivacyNotice;
  seenVersion: number | null;
  changes: NoticeChange[];
}

/** What a person, or a child of hers, still has to read. */
export async function listToRead(customerId: string): Promise<NoticeToRead[]> {
  const { data } = await ask<{ noticesToRead: NoticeToRead[] }>(
    `query NoticesToRead($id: ID!, $language: String!) {
      noticesToRead(customerId: $id, language: $language) {
        notice { id version audience language title body sha256 effectiveFrom }
        seenVersion
        changes { item heading before after }
      }
    }`,
    { id: customerId, language: language() },
  );
  return data.noticesToRead;
}

/** Every version ever published in a language, newest first. */
export async function listVersions(noticeId: string, language: string): Promise<PrivacyNotice[]> {
  const { data } = await ask<{ noticeVersions: PrivacyNotice[] }>(
    `query NoticeVersions($id: ID!, $language: String!) {
      noticeVersions(noticeId: $id, language: $language) { id version audience language title body sha256 effectiveFrom }
    }`,
    { id: noticeId, language },
  );
  return [...data.noticeVersions].sort((a, b) => b.version - a.version);
}

/** What reads differently in version `to` than in version `from`. */
export async function listChanges(noticeId: string, from: number, to: number, language: string): Promise<NoticeChange[]> {
  const { data } = await ask<{ noticeChanges: NoticeChange[] }>(
    `query NoticeChanges($id: ID!, $from: Int!, $to: Int!, $language: String!) {
      noticeChanges(noticeId: $id, from: $from, to: $to, language: $language) { item heading before after }
    }`,
    { id: noticeId, from, to, language },
  );
  return data.noticeChanges;
}

import { ask } from '../api/graphql';

export interface Defect {
  field: string;
  kind: 'MISSING' | 'SUSPECTED_FALSE' | 'CHANGED';
  code: string;
}

/** What a campaign asks the customer to check; fields and codes, no value. */
export interface InventoryItem {
  id: string;
  defects: Defect[];
  openFields: string[];
}

const ITEM = 'id defects { field kind code } openFields';

export async function listItems(): Promise<InventoryItem[]> {
  const { data } = await ask<{ ownCampaignItems: InventoryItem[] }>(`query OwnCampaignItems { ownCampaignItems { ${ITEM} } }`, {});
  return data.ownCampaignItems;
}

/** Opens the link of a short message, once. */
export async function openLink(token: string): Promise<void> {
  await ask('mutation OpenCampaignLink($token: String!) { openCampaignLink(token: $token) { id } }', { token });
}

export async function confirmItem(id: string): Promise<void> {
  await ask('mutation ConfirmCampaignItem($id: ID!) { confirmCampaignItem(itemId: $id) { id state } }', { id });
}

export async function refuseItem(id: string): Promise<void> {
  await ask('mutation RefuseCampaignItem($id: ID!) { refuseCampaignItem(itemId: $id) { id state } }', { id });
}

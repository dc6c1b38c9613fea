import { Act } from '../api/act';
import { ask, change } from '../api/graphql';

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

/** Opens the link of a short message, which opens once: following it is the act. */
export async function openLink(token: string): Promise<void> {
  await change('mutation OpenCampaignLink($token: String!) { openCampaignLink(token: $token) { id } }', { token }, new Act());
}

export async function confirmItem(id: string, act: Act): Promise<void> {
  await change('mutation ConfirmCampaignItem($id: ID!) { confirmCampaignItem(itemId: $id) { id state } }', { id }, act);
}

export async function refuseItem(id: string, act: Act): Promise<void> {
  await change('mutation RefuseCampaignItem($id: ID!) { refuseCampaignItem(itemId: $id) { id state } }', { id }, act);
}

import { join, sha256, type Bytes } from './bytes';

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/** RFC 6962 section 2.1: SHA-256(0x00 || entry). */
export const leafHash = (entry: Bytes): Promise<Bytes> => sha256(join(LEAF, entry));

const node = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(join(NODE, left, right));

/**
 * The root that an inclusion path leads to (RFC 9162 section 2.1.3.2), or null when the path does not fit the tree.
 * @param index position of the leaf, 0-based
 * @param size number of leaves in the tree
 */
export async function rootOfPath(index: bigint, size: bigint, leaf: Bytes, path: readonly Bytes[]): Promise<Bytes | null> {
  if (index < 0n || index >= size) return null;
  let position = index;
  let last = size - 1n;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0n) return null;
    if (position & 1n || position === last) {
      hash = await node(sibling, hash);
      while (!(position & 1n) && position !== 0n) {
        position >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = await node(hash, sibling);
    }
    position >>= 1n;
    last >>= 1n;
  }
  return last === 0n ? hash : null;
}

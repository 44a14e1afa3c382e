import type { Message } from '../anaf/efactura-answers.ts';

/** A company under one CUI. What was listed or uploaded for an earlier CUI does not belong to the current one. */
export interface Owner {
  readonly companyId: string;
  readonly taxId: string;
}

/** More than ANAF lists in one answer. The oldest ids are removed first; a download of one lists the messages again. */
const maxIdsPerOwner = 2000;

/**
 * Ids of the messages that ANAF listed for each company. Only these are downloaded, because ANAF itself would return
 * the messages of every CUI of the certificate. Kept in memory.
 */
export class ListedMessages {
  readonly #idsByOwner = new Map<string, Set<string>>();

  add(owner: Owner, messages: readonly Message[]): void {
    const ids = this.#idsByOwner.get(keyOf(owner)) ?? new Set();
    for (const { id } of messages) ids.add(id);
    for (const id of ids) {
      if (ids.size <= maxIdsPerOwner) break;
      ids.delete(id);
    }
    this.#idsByOwner.set(keyOf(owner), ids);
  }

  has(owner: Owner, messageId: string): boolean {
    return this.#idsByOwner.get(keyOf(owner))?.has(messageId) ?? false;
  }
}

function keyOf({ companyId, taxId }: Owner): string {
  return JSON.stringify([companyId, taxId]);
}

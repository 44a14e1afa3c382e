import type { Upload } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { addMessages } from '../messages/messages.ts';

/** Keeps a judged document under the next id, with the messages that it brings. `listedAt`: when the lists show them. */
export function storeUpload(parts: MockParts, document: Omit<Upload, 'id' | 'messageId'>, listedAt: number): Upload {
  const { state } = parts;
  const id = String(state.nextUploadId);
  state.nextUploadId += 1;
  const draft = { ...document, id };
  const stored: Upload = { ...draft, messageId: addMessages(parts, draft, listedAt) };
  state.uploads[id] = stored;
  return stored;
}

import type { Engine } from '../../../engine/engine.ts';
import type { Upload } from '../../../engine/state/mock-state.ts';
import { addUploadMessages } from '../messages/upload-messages.ts';

/**
 * Stores a judged document under the next upload id, and adds the messages about it.
 * @param listedAt time from which the lists show these messages, in epoch seconds
 */
export function storeUpload(
  parts: Pick<Engine, 'state' | 'switches'>,
  document: Omit<Upload, 'id' | 'messageId'>,
  listedAt: number,
): Upload {
  const { state } = parts;
  const id = String(state.nextUploadId);
  state.nextUploadId += 1;
  const draft = { ...document, id };
  const stored: Upload = { ...draft, messageId: addUploadMessages(parts, draft, listedAt) };
  state.uploads[id] = stored;
  return stored;
}

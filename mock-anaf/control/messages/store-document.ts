import { judgeDocument, standardOf } from '../../anaf/efactura/judgement/standards.ts';
import { storeUpload } from '../../anaf/efactura/upload/store-upload.ts';
import { readXmlDocument } from '../../anaf/efactura/xml/xml-document.ts';
import { XmlError } from '../../anaf/efactura/xml/xml-error.ts';
import type { Engine } from '../../engine/engine.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Environment, Upload } from '../../engine/state/mock-state.ts';

interface SentDocument {
  readonly environment: Environment;
  readonly cui: string;
  /** Epoch seconds. */
  readonly at: number;
}

/** What `storeDocument` uses. */
export type StoreParts = Pick<Engine, 'clock' | 'state' | 'switches'>;

/**
 * Judges a document as an upload of the company `cif`, and stores it as already processed and listed.
 * @throws ControlError if the document cannot be read
 */
export function storeDocument(parts: StoreParts, environment: Environment, cif: string, xml: string): Upload {
  const at = parts.clock.now();
  const { standard, verdict } = judge(parts, { environment, cui: cif, at }, xml);
  const stored = { environment, cif, standard, isSelfBilled: false, xml, verdict, uploadedAt: at, processedAt: at };
  return storeUpload(parts, stored, at);
}

function judge({ state }: StoreParts, sent: SentDocument, xml: string) {
  try {
    const document = readXmlDocument(Buffer.from(xml));
    const standard = standardOf(document) ?? 'UBL';
    return { standard, verdict: judgeDocument(document, standard, state, sent) };
  } catch (error) {
    if (error instanceof XmlError) throw new ControlError(`"xml" cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
}

import { strToU8, zipSync } from 'fflate';
import { sealOf } from '../../../engine/pki/authority.ts';
import type { KeyRing } from '../../../engine/pki/key-ring.ts';
import type { Upload } from '../../../engine/state/mock-state.ts';
import { sealDocument } from '../xml/seal.ts';
import { attribute } from '../xml/xml-header.ts';

/** The ZIP of a download: the document, and a copy with the signature of the Ministry of Finance. File names as observed. */
export function archiveOf(upload: Upload, keys: KeyRing): Uint8Array {
  const document = 'errors' in upload.verdict ? errorDocument(upload, upload.verdict.errors) : upload.xml;
  const files = {
    [`${upload.id}.xml`]: strToU8(document),
    [`semnatura_${upload.id}.xml`]: strToU8(sealDocument(document, sealOf(keys))),
  };
  return zipSync(files, { mtime: zipTime(upload.processedAt * 1000) });
}

/** ZIP can only store the years 1980 to 2099, in the local time of the machine; the mock's clock may be outside this range. */
function zipTime(instantMs: number): number {
  return Math.min(Math.max(instantMs, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
}

// observed in an archive of ANAF, with the typo "Factuta"
function errorDocument({ id, cif }: Upload, errors: readonly string[]): string {
  const lines = errors.map((message) => `    <Error ${attribute('errorMessage', message)}/>`);
  const attributes = [attribute('Index_incarcare', id), attribute('Cif_emitent', cif)].join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<header xmlns="mfp:anaf:dgti:efactura:mesajEroriFactuta:v1" ${attributes}>`,
    ...lines,
    '</header>',
  ].join('\n');
}

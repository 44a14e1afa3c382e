import type { Engine } from '../../../engine/engine.ts';
import { sealOf } from '../../../engine/pki/authority.ts';
import { type HttpAnswer, json } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { sealDocument } from '../xml/seal.ts';
import { readXmlDocument } from '../xml/xml-document.ts';
import { XmlError } from '../xml/xml-error.ts';

/** What `checkSignature` uses. */
export type SignatureParts = Pick<Engine, 'state'>;

/**
 * `POST /api/validate/signature`, multipart with `file` and `signature`. Only signatures of this mock are genuine. Documented: the
 * beginning of both sentences. Assumed: the rest of them.
 */
export async function checkSignature({ state }: SignatureParts, request: MockRequest): Promise<HttpAnswer> {
  const parts = await readParts(request);
  if (!parts) {
    const msg =
      'Eroare tehnică: request incorect. Cauza: cel puțin unul din documente NU a fost încărcat sau NU este un fisier de tip ' +
      'XML specific facturii electronice.';
    return json(400, { msg }, 'file or signature is missing, or is not XML');
  }
  // RSA PKCS#1 v1.5 signatures are deterministic: if the signature is the mock's, signing the document again gives the same bytes.
  const isGenuine = sealDocument(parts.file, sealOf(state.keys)) === parts.signature;
  const result = isGenuine ? 'au fost validate' : 'NU au putut fi validate';
  const msg = `Fișierele încărcate ${result} cu succes, din perspectiva autenticității semnăturii aplicate.`;
  return json(200, { msg }, isGenuine ? 'the signature is genuine' : 'the signature is not of this document');
}

async function readParts(request: MockRequest): Promise<{ file: string; signature: string } | undefined> {
  const form = await readForm(request);
  const [file, signature] = await Promise.all([textOf(form?.get('file')), textOf(form?.get('signature'))]);
  return isXml(file) && isXml(signature) ? { file, signature } : undefined;
}

async function readForm({ headers, body }: MockRequest): Promise<FormData | undefined> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } });
  try {
    return await response.formData();
  } catch {
    // The body is not multipart, or is malformed. The parser throws errors of many classes in this case.
    return undefined;
  }
}

async function textOf(part: ReturnType<FormData['get']> | undefined): Promise<string> {
  return typeof part === 'string' ? part : ((await part?.text()) ?? '');
}

function isXml(text: string): boolean {
  try {
    readXmlDocument(Buffer.from(text));
    return true;
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}

import { SaxesParser } from 'saxes';
import { AnafError } from './anaf-error.ts';

/** An XML answer of `upload` or `stareMesaj`: the element `header` and the errors in it. */
export interface XmlAnswer {
  readonly attributes: ReadonlyMap<string, string>;
  /** The values of `errorMessage`, in the order of the document. */
  readonly errors: readonly string[];
}

/**
 * Reads an XML answer. Names are compared without their namespace, because ANAF uses a different one for each method.
 *
 * @throws AnafError `unavailable` if the body is not well-formed XML or has another root element
 */
export function readXmlAnswer(body: Uint8Array): XmlAnswer {
  const parser = new SaxesParser({ xmlns: true });
  const errors: string[] = [];
  let root: { readonly name: string; readonly attributes: ReadonlyMap<string, string> } | undefined;

  parser.on('opentag', ({ local, attributes: found }) => {
    const attributes = new Map(Object.values(found).map((attribute) => [attribute.local, attribute.value]));
    root ??= { name: local, attributes };
    const message = attributes.get('errorMessage');
    if (message !== undefined) errors.push(message);
  });
  parser.on('error', (cause) => {
    throw new AnafError('unavailable', 'ANAF answered with XML that is not well-formed', { cause });
  });

  parser.write(Buffer.from(body).toString('utf8').trim()).close();
  if (root?.name !== 'header') throw new AnafError('unavailable', 'ANAF answered with an unknown document');
  return { attributes: root.attributes, errors };
}

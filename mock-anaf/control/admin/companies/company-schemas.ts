import * as v from 'valibot';
import { closedObject, described, type InputOf, type OutputOf, titled } from '../../../engine/schema/schema.ts';
import type { MessageKind } from '../../../engine/state/mock-state.ts';
import { text } from '../operation/fields.ts';

const isEnforcementAuthority = described(v.boolean(), 'May upload with `executare=DA`.');

export const companyEntry = titled(
  'CompanyEntry',
  closedObject({ name: text, isEnforcementAuthority: v.exactOptional(isEnforcementAuthority) }),
);

const companyFields = {
  cui: v.string(),
  name: v.string(),
  isEnforcementAuthority: v.exactOptional(isEnforcementAuthority),
};
export const companyEntryAnswer = titled('CompanyEntryAnswer', v.object(companyFields));
export type CompanyEntry = OutputOf<typeof companyEntryAnswer>;

const companyDescription = titled(
  'Company',
  v.object({
    ...companyFields,
    people: v.array(
      v.object({
        name: v.string(),
        since: v.number(),
        isInForce: described(v.boolean(), 'A right comes into force 24 hours after it was given.'),
      }),
    ),
    messages: v.object({ test: v.number(), prod: v.number() }),
  }),
);
/** A company with the people who have rights for it, and the number of messages in its lists. */
export type CompanyDescription = OutputOf<typeof companyDescription>;

export const companies = titled('Companies', v.object({ companies: v.array(companyDescription) }));
export type Companies = OutputOf<typeof companies>;

const messageKinds = [
  'FACTURA PRIMITA',
  'FACTURA TRIMISA',
  'ERORI FACTURA',
  'MESAJ CUMPARATOR PRIMIT',
  'MESAJ CUMPARATOR TRANSMIS',
] as const satisfies readonly MessageKind[];

export const messageRequest = titled(
  'MessageRequest',
  closedObject({
    kind: v.exactOptional(
      described(
        v.picklist(messageKinds),
        "A buyer's message is about the newest invoice between the two companies; if there is none, one is added first.",
      ),
      'FACTURA PRIMITA',
    ),
    count: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)), 1),
    other: v.exactOptional(
      described(text, 'CUI of the other company. Default: the first company that is not the given one.'),
    ),
    xml: v.exactOptional(
      described(text, 'A document of any standard, instead of a generated one. `kind` is ignored in this case.'),
    ),
    environment: v.exactOptional(v.picklist(['test', 'prod']), 'test'),
  }),
);
export type MessageRequest = InputOf<typeof messageRequest>;

export const uploadIds = titled('UploadIds', v.object({ uploadIds: v.array(v.string()) }));

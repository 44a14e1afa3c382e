import { type ScenarioName, scenarioCatalogue } from '../../../engine/scenarios/catalogue.ts';
import { isPersonScenario } from '../../../engine/scenarios/choose-scenario.ts';
import type { Schema } from '../../../engine/schema/schema.ts';
import { right, seconds, text } from '../description/request-schemas.ts';

/** What ANAF's registers are told at run time: people, certificates, companies, delegations. */

// The names are those of the catalogue itself.
const personScenarios = (Object.keys(scenarioCatalogue) as readonly ScenarioName[]).filter(isPersonScenario);
const scenario = { enum: personScenarios, description: 'The trouble that the certificate brings by itself.' } as const;
const enrolledAt = { anyOf: [seconds, { type: 'null' }] } as const;
const isRevoked = { type: 'boolean', description: 'The issuer revoked the certificate.' } as const;

export const personToAdd = {
  title: 'PersonToAdd',
  type: 'object',
  properties: {
    name: { ...text, description: 'Small letters, digits and hyphens, at most 40.' },
    fullName: { ...text, description: 'Common name of the certificate. Default: the name.' },
    title: { ...text, description: 'What this certificate can show.' },
    rights: {
      type: 'array',
      items: { anyOf: [text, right] },
      description: 'CUIs since long ago, or each `since` when.',
    },
    authority: { enum: ['trusted', 'unknown'], default: 'trusted' },
    validity: { enum: ['long', 'expired'], default: 'long' },
    enrolledAt: { ...enrolledAt, description: 'Epoch seconds; `null`: not enrolled. Default: long ago.' },
    pin: { ...text, default: '1234' },
    isRevoked,
    scenario,
  },
  required: ['name'],
  additionalProperties: false,
} as const satisfies Schema;

export const personChange = {
  title: 'PersonChange',
  type: 'object',
  description: 'What is not given stays.',
  properties: {
    rights: { type: 'array', items: { anyOf: [text, right] }, description: 'CUIs from now on, or each `since` when.' },
    enrolledAt: { ...enrolledAt, description: 'Epoch seconds; `null`: not enrolled.' },
    pin: text,
    isRevoked,
    scenario: { anyOf: [scenario, { type: 'null' }], description: '`null`: none any more.' },
  },
  additionalProperties: false,
} as const satisfies Schema;

export const renewal = {
  title: 'Renewal',
  type: 'object',
  properties: {
    enrolledAt: { ...enrolledAt, description: 'Of the new certificate. Default `null`: not enrolled yet.' },
    keepsOldEnrolled: { type: 'boolean', description: 'The old certificate stays enrolled beside it.', default: false },
  },
  additionalProperties: false,
} as const satisfies Schema;

export const companyEntry = {
  title: 'CompanyEntry',
  type: 'object',
  properties: {
    name: text,
    isEnforcementAuthority: { type: 'boolean', description: 'May upload with `executare=DA`.' },
  },
  required: ['name'],
  additionalProperties: false,
} as const satisfies Schema;

export const delegation = {
  title: 'Delegation',
  type: 'object',
  properties: {
    from: { ...text, description: 'Name of the person who has the right.' },
    to: { ...text, description: 'Name of the person who gets it.' },
  },
  required: ['from', 'to'],
  additionalProperties: false,
} as const satisfies Schema;

export const chaosSettings = {
  title: 'ChaosSettings',
  type: 'object',
  properties: {
    seed: { type: 'integer', minimum: 0, maximum: 2 ** 32 - 1, description: 'Same seed, same faults.', default: 1 },
    share: { type: 'number', minimum: 0, maximum: 1, description: 'Of the requests.', default: 0.05 },
  },
  additionalProperties: false,
} as const satisfies Schema;

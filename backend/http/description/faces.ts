import type { AnyProblemCode } from '../middleware/problem.ts';
import { browserOperations } from './browser-operations.ts';
import { helpOperations } from './help-operations.ts';
import { hostOperations } from './host-operations.ts';
import { linkOperations } from './link-operations.ts';
import { linkPageOperations } from './link-page-operations.ts';
import { monitoringOperations } from './monitoring-operations.ts';
import type { Operations } from './operation.ts';
import { widgetOperations } from './widget-operations.ts';

/** The operations of one kind of caller. */
export interface Face {
  readonly name: 'widget' | 'host' | 'browser' | 'help' | 'monitoring';
  readonly description: string;
  readonly security?: 'session' | 'hostKey';
  /** Problem codes that each of its operations may answer; none for pages and health checks. */
  readonly problems: readonly AnyProblemCode[];
  readonly operations: Operations;
}

/** Everything that the backend serves. */
export const faces: readonly Face[] = [
  {
    name: 'widget',
    description: 'For the element. The session alone determines the company.',
    security: 'session',
    problems: [
      'session-missing',
      'session-expired',
      'origin-refused',
      'permission-missing',
      'rate-limited',
      'internal-error',
    ],
    operations: { ...widgetOperations, ...linkOperations },
  },
  {
    name: 'host',
    description: "For the host's own server. Refused when a browser sends it.",
    security: 'hostKey',
    problems: ['host-key-refused', 'origin-refused', 'rate-limited', 'internal-error'],
    operations: hostOperations,
  },
  {
    name: 'browser',
    description: 'Pages for people.',
    problems: [],
    operations: { ...browserOperations, ...linkPageOperations },
  },
  { name: 'help', description: 'The help for people.', problems: [], operations: helpOperations },
  { name: 'monitoring', description: 'For monitoring and tools.', problems: [], operations: monitoringOperations },
];

import { MemoryAdapter, SpvAuthorize } from 'spv-authorize/define';
import { settled } from './settled.ts';
import { textOf } from './text.ts';
import { until } from './until.ts';

// Runs in the frame of strict-csp.spec.ts: reports to its parent what the policy refused and what the element shows.
const forbiddenImage = new URL('/forbidden.png', import.meta.url).href;
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  violations.push(
    blockedURI === forbiddenImage
      ? `${violatedDirective} of strict-page.ts`
      : `${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`,
  ),
);

const element = new SpvAuthorize();
element.adapter = new MemoryAdapter({ answer: { capabilities: [] } });
document.body.append(element);
await settled(element);

const { shadowRoot } = element;
const heading = shadowRoot?.querySelector('.heading');
const panel = shadowRoot?.querySelector('.panel');
if (!heading || !panel) throw new Error('the element shows nothing');
const { borderTopLeftRadius } = getComputedStyle(panel);

// Violations are reported in order: when this one has arrived, so has every earlier one.
new Image().src = forbiddenImage;
await until(
  () => violations.some((violation) => violation.includes('strict-page.ts')),
  'the forbidden image is reported',
);
parent.postMessage({ heading: textOf(heading), violations, borderTopLeftRadius }, '*');

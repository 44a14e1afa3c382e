import { MemoryAdapter, SpvAuthorize } from 'spv-authorize/define';

// Runs in the frame of strict-csp.spec.ts: tells its parent what the policy refused and what the element shows.
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber }) =>
  violations.push(`${violatedDirective} ${sourceFile}:${lineNumber}`),
);

const element = new SpvAuthorize();
element.adapter = new MemoryAdapter({ answer: { capabilities: [] } });
document.body.append(element);

const timer = setInterval(() => {
  const heading = element.shadowRoot?.querySelector('.heading')?.textContent;
  if (!heading) return;
  clearInterval(timer);
  const { borderTopLeftRadius } = getComputedStyle(element.shadowRoot?.querySelector('.panel') ?? element);
  parent.postMessage({ heading, violations, borderTopLeftRadius }, '*');
}, 10);

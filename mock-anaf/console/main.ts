import { AdminApi } from './api/admin-api.ts';
import { MockTime } from './elements/mock-time.ts';
import { TokenGate } from './elements/token-gate.ts';
import { MockConsole } from './mock-console.ts';
import { ConsoleModel } from './model/console-model.ts';
import { ClockSection } from './sections/clock-section.ts';
import { CompaniesSection } from './sections/companies-section.ts';
import { ImportSteps } from './sections/import-steps.ts';
import { JournalSection } from './sections/journal-section.ts';
import { PeopleSection } from './sections/people-section.ts';
import { ScenariosSection } from './sections/scenarios-section.ts';
import { TokenSection } from './sections/token-section.ts';

const elements = {
  'console-mock-time': MockTime,
  'console-companies': CompaniesSection,
  'console-people': PeopleSection,
  'console-import-steps': ImportSteps,
  'console-scenarios': ScenariosSection,
  'console-clock': ClockSection,
  'console-journal': JournalSection,
  'console-token': TokenSection,
  'console-token-gate': TokenGate,
};

for (const [name, element] of Object.entries(elements)) customElements.define(name, element);

/** `<mock-console>`, the root element of the page. It creates the model that all elements of the page share. */
class ConnectedConsole extends MockConsole {
  constructor() {
    super();
    this.model = new ConsoleModel(new AdminApi(sessionStorage));
  }
}
customElements.define('mock-console', ConnectedConsole);

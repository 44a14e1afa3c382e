import { mutationOf } from './recipe.ts';

export default mutationOf({
  name: 'mock-anaf',
  mutate: [
    'mock-anaf/anaf/efactura/{checks,judgement,xml}/*.ts',
    'mock-anaf/engine/state/tax-id.ts',
    'mock-anaf/engine/scenarios/{choose-scenario,scenario-scope,chaos,seeded-random}.ts',
  ],
  testFiles: [
    'test/mock-anaf/anaf/efactura/{checks,judgement,xml}/*.test.ts',
    'test/mock-anaf/engine/state/tax-id.test.ts',
    'test/mock-anaf/engine/scenarios/{choose-scenario,scenario-scope,scenarios,chaos}.test.ts',
  ],
});

import { mutationOf } from './recipe.ts';

export default mutationOf({
  name: 'backend',
  mutate: [
    'backend/anaf/{efactura-answers,json-answer,rights,token-claims,vocabulary,xml-answer}.ts',
    'backend/authorizations/authorization-status.ts',
    'backend/authorizing/{attempt,failure}.ts',
    'backend/configuration/{option-problems,secure-url}.ts',
    'backend/grants/call-with-renewal.ts',
    'backend/sessions/{host-keys,session}.ts',
    'backend/time/*.ts',
    'backend/vault/*.ts',
  ],
  testFiles: [
    'test/backend/{anaf,authorizations,authorizing,configuration,grants,sessions,time,vault}/!(*.integration).test.ts',
  ],
});

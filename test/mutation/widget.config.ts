import { mutationOf } from './recipe.ts';

export default mutationOf({
  name: 'widget',
  mutate: ['widget/core/*.ts', 'widget/contract/*.ts', '!widget/contract/index.ts', '!widget/contract/openapi*.ts'],
  testFiles: ['test/widget/{core,contract,catalogue}/*.test.ts'],
});

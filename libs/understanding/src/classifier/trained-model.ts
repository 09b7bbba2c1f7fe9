import type { LinearModel } from './linear-model';
import { fromModelFile, type ModelFile } from './model-file';

let loaded: LinearModel | undefined;

/** The model that `npm run train` wrote; loaded when first asked for, which takes some 20 ms. */
export function trainedModel(): LinearModel {
  loaded ??= fromModelFile(loadFile());
  return loaded;
}

function loadFile(): ModelFile {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most processes never read a message
  return require('./model.json') as ModelFile;
}

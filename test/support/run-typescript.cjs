const { transformFileSync } = require('@swc/core');
const Module = require('node:module');
const { join } = require('node:path');

/** `node --require` this one lets a child of a test run the source as jest does in the test itself. */
const PROJECT = join(__dirname, '../..');
const OPTIONS = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
};

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  resolve(request.replace(/^@app\/([^/]+)\//, `${PROJECT}/libs/$1/src/`), ...rest);

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, OPTIONS).code, file);

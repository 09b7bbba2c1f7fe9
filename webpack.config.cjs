const path = require('node:path');
const { swcDefaultsFactory } = require('@nestjs/cli/lib/compiler/defaults/swc-defaults');

/** Libraries and tools are addressed by prefix, so none of them needs an index file. */
const alias = {
  '@app/peers': path.resolve(__dirname, 'tools/peers/src'),
  ...Object.fromEntries(
    ['domain', 'llm-jobs', 'product', 'mail-text', 'understanding', 'persistence', 'runtime'].map((lib) => [
      `@app/${lib}`,
      path.resolve(__dirname, 'libs', lib, 'src'),
    ]),
  ),
};

module.exports = (options) => {
  const { swcOptions } = swcDefaultsFactory();
  return {
    ...options,
    devtool: 'source-map',
    // Source is compiled without types here; `npm run typecheck` finds type errors in a tenth of the time.
    plugins: options.plugins.filter((plugin) => plugin.constructor.name !== 'ForkTsCheckerWebpackPlugin'),
    module: {
      rules: [
        {
          test: /\.ts$/,
          exclude: /node_modules/,
          use: { loader: 'swc-loader', options: { ...swcOptions, sourceMaps: true } },
        },
      ],
    },
    resolve: { extensions: ['.ts', '.js'], alias },
  };
};

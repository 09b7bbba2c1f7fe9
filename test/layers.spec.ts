import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PROJECT = join(__dirname, '..');

describe('the check of the layers', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'layers-'));
    cpSync(join(PROJECT, 'tsconfig.json'), join(root, 'tsconfig.json'));
    symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
    write('libs/domain/src/stage.ts', "export const STAGE = 'understanding';");
    write('apps/cli/src/main.ts', "import { STAGE } from '@app/domain/stage';\nconsole.log(STAGE);");
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('lets an arrow point down', () => {
    expect(check()).toEqual({ status: 0, said: '2 modules, 0 violations' });
  });

  it('catches each arrow that points up, sideways or into the world', () => {
    write('libs/runtime/src/boot.ts', "import { connect } from 'mongoose';\nexport const BOOT = connect;");
    write('libs/domain/src/late.ts', "import { BOOT } from '@app/runtime/boot';\nexport const LATE = BOOT;");
    write('apps/other/src/peek.ts', "import '../../cli/src/main';");
    write('libs/mail-text/src/read.ts', "import { statSync } from 'node:fs';\nexport const READ = statSync;");
    write('tools/peers/src/peer.ts', "import { STAGE } from '@app/domain/stage';\nexport const PEER = STAGE;");
    write('libs/persistence/src/test.ts', "import { PEER } from '@app/peers/peer';\nexport const TEST = PEER;");

    const { status, said } = check();

    expect(status).toBe(1);
    expect(said).toContain('only-persistence-knows-mongodb: libs/runtime/src/boot.ts -> ');
    expect(said).toContain('domain-points-down-only: libs/domain/src/late.ts -> libs/runtime/src/boot.ts');
    expect(said).toContain('an-app-never-imports-an-app: apps/other/src/peek.ts -> apps/cli/src/main.ts');
    expect(said).toContain('pure-code-knows-no-world: libs/mail-text/src/read.ts -> fs');
    expect(said).toContain('the-product-never-imports-its-tools-or-tests: libs/persistence/src/test.ts -> tools/peers');
    expect(said).toContain('8 modules, 5 violations');
  });

  it('fails when it sees no modules, for it has then checked nothing', () => {
    rmSync(join(root, 'libs'), { recursive: true });
    rmSync(join(root, 'apps'), { recursive: true });

    expect(check()).toMatchObject({ status: 1, said: expect.stringContaining('no modules seen') });
  });

  function write(file: string, source: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${source}\n`);
  }

  function check(): { status: number | null; said: string } {
    const script = join(PROJECT, 'scripts', 'check-layers.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}`.trim() };
  }
});

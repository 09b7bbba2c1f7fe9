import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/** Lets go of a process that was bound to this one. */
export interface LifeBond {
  release(): void;
}

/**
 * Ends the process with the given id as soon as this process is gone, however it went, and then removes the folder. A
 * small shell holds the other end of a pipe: the kernel closes ours even after SIGKILL.
 */
export function dieWithThisProcess(pid: number | undefined, folderToRemove: string | undefined): LifeBond {
  if (pid === undefined) return { release: () => undefined };
  const script = 'read -r _; kill -TERM "$0" && sleep 1; kill -KILL "$0"; [ -z "$1" ] || rm -rf "$1"';
  const shell = spawn('sh', ['-c', script, String(pid), folderToRemove ?? ''], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  shell.stdin.on('error', () => undefined);
  // A child's pipe is a socket, which its type does not say; it must not keep this process awake.
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return {
    release() {
      shell.kill('SIGKILL');
    },
  };
}

import { existsSync } from 'node:fs';

/** Takes `.env` of the working directory into the environment, where what stands already wins. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Whether a setting is a TCP port to listen at. */
export function isPort(value: unknown): boolean {
  return typeof value === 'number' && value >= 1 && value <= 65_535;
}

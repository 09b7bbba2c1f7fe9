/** One moment at which something is to be done; setting it again moves it. */
export class Alarm {
  private timeout: NodeJS.Timeout | undefined;

  constructor(private readonly ring: () => void) {}

  get isSet(): boolean {
    return this.timeout !== undefined;
  }

  set(inMs: number): void {
    this.clear();
    this.timeout = setTimeout(() => {
      this.timeout = undefined;
      this.ring();
    }, inMs);
  }

  clear(): void {
    clearTimeout(this.timeout);
    this.timeout = undefined;
  }
}

import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Something the stores tell of once it stands in the database: it costs nothing while nobody listens. */
export interface Happening<T> {
  tell(what: T): void;
  /** Hears of it from now on; gives how to stop. What a listener throws ends the process, and never the work it heard of. */
  hear(listener: (what: T) => void): () => void;
}

export function happening<T>(name: string): Happening<T> {
  const fullName = `sales-agent:${name}`;
  const told = channel(fullName);
  return {
    tell: (what) => {
      if (told.hasSubscribers) told.publish(what);
    },
    hear: (listener) => {
      const heard = (what: unknown): void => {
        listener(what as T);
      };
      subscribe(fullName, heard);
      return () => {
        unsubscribe(fullName, heard);
      };
    },
  };
}

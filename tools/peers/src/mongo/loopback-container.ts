import type { GenericContainer } from 'testcontainers';

/**
 * A container description whose one port is published on 127.0.0.1 only, where the library would publish it to the whole
 * network. The library comes as an argument because it is loaded late.
 */
export function loopbackContainer(
  library: { readonly GenericContainer: typeof GenericContainer },
  image: string,
  port: number,
): GenericContainer {
  class LoopbackContainer extends library.GenericContainer {
    protected override beforeContainerCreated(): Promise<void> {
      this.hostConfig.PortBindings = { [`${port}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: '0' }] };
      return Promise.resolve();
    }
  }
  return new LoopbackContainer(image).withExposedPorts(port);
}

import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Identity } from '../instance/identity';

const SEND_AFTER_MS = 1_000;
const SHUTDOWN_LIMIT_MS = 2_000;

/** Sends every span of this process to an OTLP/HTTP collector; gives how to send the last ones and end. */
export function exportTraces(endpoint: string, { service, id, host }: Identity): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new BasicTracerProvider({
    // https://opentelemetry.io/docs/specs/semconv/resource/
    resource: resourceFromAttributes({
      'service.name': service,
      'service.namespace': 'sales-agent',
      'service.instance.id': id,
      'host.name': host,
    }),
    spanProcessors: [
      new BatchSpanProcessor(exporter, {
        scheduledDelayMillis: SEND_AFTER_MS,
        exportTimeoutMillis: SHUTDOWN_LIMIT_MS,
      }),
    ],
  });
  trace.setGlobalTracerProvider(provider);
  // A collector that is away is not waited for, and holds up nobody's end.
  return () => provider.shutdown().catch(() => undefined);
}

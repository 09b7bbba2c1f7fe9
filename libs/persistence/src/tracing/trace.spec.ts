import { SpanKind, trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { beginSpan, endFailed, traceOf } from './trace';

const OF_CONTACT = { trace: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' };
const OF_OTHER = { trace: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };

describe('a span while nobody traces', () => {
  it('leaves no mark on what it makes', () => {
    expect(traceOf(beginSpan('x', { kind: SpanKind.INTERNAL, attributes: {}, after: [] }))).toEqual({});
  });
});

describe('a span', () => {
  const exporter = new InMemorySpanExporter();

  beforeAll(() => {
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
  });

  afterEach(() => {
    exporter.reset();
  });

  afterAll(() => {
    trace.disable();
  });

  it('goes on with the trace of the first it follows from, and links to the others, each once', () => {
    const span = beginSpan('x', {
      kind: SpanKind.CONSUMER,
      attributes: {},
      after: [{}, OF_CONTACT, OF_OTHER, OF_OTHER],
    });
    span.end();
    const [ended] = exporter.getFinishedSpans();
    expect(ended?.parentSpanContext).toMatchObject({ spanId: '00f067aa0ba902b7', isRemote: true });
    expect(ended?.links.map(({ context }) => context.traceId)).toEqual(['0af7651916cd43dd8448eb211c80319c']);
    expect(traceOf(span).trace).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
  });

  it.each(['', 'nonsense', '00-00000000000000000000000000000000-00f067aa0ba902b7-01'])(
    'begins a trace of its own after %j',
    (traceparent) => {
      beginSpan('x', { kind: SpanKind.CONSUMER, attributes: {}, after: [{ trace: traceparent }] }).end();
      expect(exporter.getFinishedSpans()[0]?.parentSpanContext).toBeUndefined();
    },
  );

  it('that failed tells the kind of the error and none of its words', () => {
    endFailed(
      beginSpan('x', { kind: SpanKind.CONSUMER, attributes: {}, after: [] }),
      new TypeError('anna@example.com is no number'),
    );
    expect(exporter.getFinishedSpans()[0]?.status).toEqual({ code: 2, message: 'TypeError' });
  });
});

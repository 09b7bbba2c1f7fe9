import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanStatusCode,
  TraceFlags,
  trace,
  type Attributes,
  type Link,
  type Span,
  type SpanContext,
  type SpanKind,
} from '@opentelemetry/api';

/** The trace something belongs to, as a W3C traceparent; absent while nobody traces. */
export interface Traced {
  readonly trace?: string;
}

interface SpanStart {
  readonly kind: SpanKind;
  readonly attributes: Attributes;
  /** What it follows from, the first of them as its parent. */
  readonly after: readonly Traced[];
}

/** Begins a span; without an exporter it is a span that nobody records. */
export function beginSpan(name: string, { kind, attributes, after }: SpanStart): Span {
  const [parent, ...others] = contextsOf(after);
  const context = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  const links: Link[] = others.map((other) => ({ context: other }));
  return tracer().startSpan(name, { kind, attributes, links }, context);
}

/** The field by which what a span makes is told to belong to its trace. */
export function traceOf(span: Span): Traced {
  const { traceId, spanId, traceFlags } = span.spanContext();
  if (!isSpanContextValid(span.spanContext())) return {};
  return { trace: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}` };
}

/** Ends a span with what went wrong; the words of an error may be a contact's, so only its kind is told. */
export function endFailed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : typeof error });
  span.end();
}

function tracer(): ReturnType<typeof trace.getTracer> {
  return trace.getTracer('sales-agent');
}

/** Of each trace one: what follows from several messages of the same trace has one parent. */
function contextsOf(after: readonly Traced[]): SpanContext[] {
  return [...new Set(after.map((one) => one.trace))].flatMap((traceparent) => spanContextOf(traceparent) ?? []);
}

/** https://www.w3.org/TR/trace-context/#traceparent-header-field-values */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function spanContextOf(traceparent: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  const context = { traceId, spanId, traceFlags: parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}

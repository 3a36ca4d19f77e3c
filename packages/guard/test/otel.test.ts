import { createServer } from 'node:http';
import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { expect, test } from 'vitest';
import { createGuard, role, session } from '../src/index.ts';
import { node } from '../src/node.ts';
import { openTelemetry } from '../src/otel.ts';
import { listen } from './contract/listen.ts';
import { send } from './contract/suite.ts';

test('a refusal is an event on the active span and a count by cause and route, without the caller', async () => {
  const exported = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: exported, exportIntervalMillis: 3_600_000 });
  const spans = new InMemorySpanExporter();
  const tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  trace.setGlobalTracerProvider(tracing);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

  const authenticate = session({ cookie: 'sid', find: (id) => ({ subject: id }) });
  const guard = node(createGuard({ authenticate, observe: openTelemetry() }));
  const guarded = guard(role('admin'), (_req, res) => res.end());
  const tracer = trace.getTracer('the server');
  const served = await listen(
    createServer((req, res) => {
      tracer.startActiveSpan('request', (span) => {
        res.on('close', () => span.end());
        guarded(req, res);
      });
    }),
  );
  const headers = { cookie: 'sid=seven' };
  const answers = [
    await send(`${served.origin}/a?secret=1`, { headers }),
    await send(`${served.origin}/b`, { headers }),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([403, 403]);
  await served.close();
  await reader.forceFlush();

  const attributes = {
    'why403.cause': 'role-missing',
    'why403.state': 'refused',
    'http.route': 'unknown',
    'http.request.method': 'GET',
  };
  const counted = exported.getMetrics().flatMap((one) => one.scopeMetrics.flatMap((scope) => scope.metrics));
  expect(
    counted.map((one) => [one.descriptor.name, one.dataPoints.map((point) => [point.attributes, point.value])]),
  ).toEqual([['why403.guard.denials', [[attributes, 2]]]]);
  const events = spans.getFinishedSpans().flatMap((span) => span.events);
  expect(events.map((event) => [event.name, event.attributes])).toEqual(
    answers.map((answer) => [
      'why403.guard.denial',
      { ...attributes, 'why403.denial': JSON.parse(answer.body).denial, 'http.response.status_code': 403 },
    ]),
  );
  expect(JSON.stringify([counted, events])).not.toMatch(/seven|secret/);
});

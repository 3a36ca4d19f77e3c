import { metrics, trace } from '@opentelemetry/api';
import type { Observer } from './model.ts';
import { checkOptions, maybe, options as optionsOf, text } from './options.ts';

export interface OpenTelemetryOptions {
  /** The name of meter and events: `why403.guard` by default. */
  readonly name?: string;
}

const OPTIONS = optionsOf({ name: maybe(text) });

/**
 * Tells OpenTelemetry of each denial: an event on the active span, and a counter by cause and route. The path and the
 * caller are not told: they would multiply the series, and are personal.
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): Observer {
  checkOptions('openTelemetry', OPTIONS, options);
  const { name = 'why403.guard' } = options;
  const counter = metrics.getMeter(name).createCounter(`${name}.denials`, {
    description: 'Requests that a guard refused, or would have refused in shadow mode',
  });
  return (denial) => {
    const attributes = {
      'why403.cause': denial.cause ?? 'none',
      'why403.state': denial.state,
      'http.route': denial.route ?? 'unknown',
      'http.request.method': denial.method,
    };
    counter.add(1, attributes);
    const event = { ...attributes, 'why403.denial': denial.id, 'http.response.status_code': denial.status };
    trace.getActiveSpan()?.addEvent(`${name}.denial`, event);
  };
}
